"""Our rules, as an engine among the others."""

from collections.abc import Iterable
from typing import Any

from ect_rules import catalogue
from ect_rules.world import World
from tests.oracles.asking import Answer, Question


def view(world: World, question: Question) -> Any:
    """The facts that a question is about."""
    trn, on = question.subject, question.on
    match question.check:
        case "registration":
            return world.ect(trn, on, question.urn, question.asking_urn)
        case "ect_funding":
            return world.ect_funding(trn, on, question.urn)
        case "school_eligibility":
            return world.school(trn)
        case _:
            return world.mentor(trn)


def answers(world: World, questions: Iterable[Question]) -> dict[int, Answer]:
    """Our answer to each question by its number."""
    rules = catalogue.load()
    found = {}
    for question in questions:
        check, on = question.check, question.on
        facts = view(world, question)
        year = rules.contract_period(check, facts, on)
        if year is not None and question.contract_period is not None:
            year = question.contract_period
        decision = rules.decide(check, facts, on, question.contract_period)
        reasons = tuple(reason.code for reason in decision.reasons)
        found[question.n] = Answer(decision.status, reasons, year)
    return found
