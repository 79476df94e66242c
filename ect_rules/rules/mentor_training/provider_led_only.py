"""TRAIN-8: there is no school-led training for mentors."""

from datetime import date

from ect_rules.facts import MentorFacts
from ect_rules.rule import (
    MET,
    NOT_APPLICABLE,
    NOT_MET,
    Facts,
    Finding,
    Role,
    Rule,
    Source,
    Standing,
)
from ect_rules.training import provider_led

RULE = Rule(
    id="TRAIN-8",
    sentence="Every training period of the mentor is provider-led. One that is not does not count "
    "as mentor training.",
    sources=(Source("RECT", "app/models/training_period.rb:233-237", Standing.RUN),),
    role=Role.STATES,
    precedence=80,
    contract_periods=(2025, None),
    other_reading="Notes on school-led training for mentors are open; the code has none (AMB-11).",
)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not met where a school-led training period of the mentor is recorded."""
    if not facts.training:
        return NOT_APPLICABLE
    return MET if len(provider_led(facts.training)) == len(facts.training) else NOT_MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """Who leads each training."""
    return tuple((t, "training_programme") for t in facts.training)
