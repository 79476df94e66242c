"""The rules as decision tables in GoRules Zen, first row that holds."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import zen

from ect_rules.world import World
from tests.oracles import ect_features, features, mentor_features
from tests.oracles.asking import Answer, Question
from tests.oracles.ours import view

OF = {
    "registration": features.registration,
    "school_eligibility": features.school_eligibility,
    "record_retention": mentor_features.record_retention,
}
# These are given the answers about schools as well.
WITH_SCHOOLS = {
    "mentor_funding": mentor_features.mentor_funding,
    "mentor_training": mentor_features.mentor_training,
    "ect_funding": ect_features.ect_funding,
}
MODELS = Path(__file__).with_name("zen")


@cache
def text(name: str) -> str:
    """The model in a file."""
    return (MODELS / f"{name}.json").read_text()


class Tables:
    """The models. `altered`: other text for some of the files."""

    def __init__(self, altered: dict[str, str] | None = None) -> None:
        texts = {path.stem: text(path.stem) for path in MODELS.glob("*.json")} | (altered or {})
        content = {name: json.loads(model) for name, model in texts.items()}
        self._engine = zen.ZenEngine({"loader": {"type": "static", "content": content}})
        self._known: dict[tuple[object, ...], Answer] = {}

    def answers(self, world: World, questions: Iterable[Question]) -> dict[int, Answer]:
        """The answer to each question by its number, with the first reason alone."""
        return {q.n: self._answer(q.check, self._features(world, q)) for q in questions}

    def _features(self, world: World, question: Question) -> features.Features:
        facts = view(world, question)
        if question.check in WITH_SCHOOLS:
            return WITH_SCHOOLS[question.check](facts, question, self._school)
        return OF[question.check](facts, question)

    def _school(self, of_school: features.Features) -> str:
        return self._answer("school_eligibility", of_school).status

    def _answer(self, check: str, given: features.Features) -> Answer:
        # Many subjects have the same features.
        key = (check, *given.values())
        if key not in self._known:
            found = self._engine.evaluate(check, given)["result"]
            self._known[key] = Answer(found["status"], (found["reason"],))
        return self._known[key]
