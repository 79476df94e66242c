"""GoRules Zen: a decision graph with one node of expressions."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import zen

from bench.decision.answer import RULES, Answer
from bench.decision.document import day_number, document
from bench.decision.peer import named
from ect_rules.facts import MentorFacts

GRAPH = Path(__file__).with_name("mentor_funding.zen.json")
KEY = "mentor_funding"
NAME = named("GoRules Zen", "zen-engine")
HOW = (
    "a graph with one node of expressions, in an engine with a static loader, which compiles it once "
    "(a decision object took 150 us more a call); the input is a dictionary"
)


class Engine:
    def __init__(self) -> None:
        content = {KEY: json.loads(GRAPH.read_text())}
        self.engine = zen.ZenEngine({"loader": {"type": "static", "content": content}})

    def prepare(self, facts: MentorFacts, on: date) -> dict[str, Any]:
        return {"mentor": document(facts), "on": day_number(on)}

    def decide(self, prepared: dict[str, Any]) -> Any:
        return self.engine.evaluate(KEY, prepared)["result"]

    def answer(self, decided: dict[str, Any]) -> Answer:
        findings = tuple(decided[rule] for rule in RULES)
        return Answer(decided["status"], tuple(decided["reasons"]), findings)
