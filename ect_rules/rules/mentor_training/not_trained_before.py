"""TRAIN-2: a mentor is trained once."""

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

RULE = Rule(
    id="TRAIN-2",
    sentence="No loss of funding is recorded that says the mentor has been trained before. TRAIN-1 "
    "gives the reason.",
    sources=(
        Source("RECT", "app/services/schools/register_mentor.rb:66-80", Standing.RUN),
        Source("GOV", "ECTPM funding conditions, once only", Standing.PAGE),
    ),
    role=Role.STATES,
    precedence=20,
    contract_periods=(2025, None),
    other_reading="For contract periods up to 2024 a mentor trained in the early roll-out, or "
    "finished, could still be trained, unfunded.",
)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not met where a reason for the loss of funding is stored."""
    if facts.teacher is None:
        return NOT_APPLICABLE
    return MET if facts.teacher.mentor_became_ineligible_for_funding_reason is None else NOT_MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """The reason."""
    return ((facts.teacher, "mentor_became_ineligible_for_funding_reason"),)
