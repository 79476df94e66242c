"""TRAIN-2: a mentor is trained once."""

from datetime import date

from ect_rules.completion import is_lost, reads_of_loss
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
    sentence="No loss of funding is recorded: the mentor has not been trained before. Where one is "
    "recorded, TRAIN-1 gives the reason.",
    sources=(
        Source("RECT", "app/services/schools/register_mentor.rb:66-80", Standing.RUN),
        Source("GOV", "ECTPM funding conditions, once only", Standing.PAGE),
    ),
    role=Role.STATES,
    precedence=20,
    contract_periods=(2025, None),
    other_reading="For contract periods up to 2024 a mentor trained in the early roll-out, or "
    "finished, could still be trained, unfunded (TRAIN-2a).",
)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not met where funding is lost."""
    if facts.teacher is None:
        return NOT_APPLICABLE
    return NOT_MET if is_lost(facts) else MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """The loss of funding."""
    return reads_of_loss(facts)
