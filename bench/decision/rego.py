"""What the engines for Rego, the language of Open Policy Agent, have in common."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from bench.decision.answer import Answer
from bench.decision.document import day_number, document
from ect_rules.facts import MentorFacts

POLICY = Path(__file__).with_name("mentor_funding.rego")
ENTRY_POINT = "data.mentor_funding.decision"


def input_of(facts: MentorFacts, on: date) -> dict[str, Any]:
    return {"mentor": document(facts), "on": day_number(on)}


def answer_of(decided: dict[str, Any]) -> Answer:
    return Answer(decided["status"], tuple(decided["reasons"]), tuple(decided["findings"]))
