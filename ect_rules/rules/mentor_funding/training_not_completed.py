"""FUND-2b: a mentor who has completed the training is not funded again."""

from datetime import date

from ect_rules.facts import MentorFacts, MentorLostFundingReason
from ect_rules.rule import (
    MET,
    NOT_APPLICABLE,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

TRAINING_COMPLETED = Reason(
    "TRAINING_COMPLETED",
    "NOT_ELIGIBLE",
    "The mentor has completed the training, and is funded once only.",
)
LOST = MentorLostFundingReason.COMPLETED_DECLARATION_RECEIVED
FIELDS = (
    "mentor_became_ineligible_for_funding_on",
    "mentor_became_ineligible_for_funding_reason",
)

RULE = Rule(
    id="FUND-2b",
    sentence="The mentor has not completed the training.",
    sources=(
        Source("RECT", "app/models/teachers/mentor_funding_eligibility.rb", Standing.RUN),
        Source("GOV", "ECTPM funding conditions, once only", Standing.PAGE),
    ),
    role=Role.BARS,
    precedence=22,
    reasons=(TRAINING_COMPLETED,),
    other_reading="RECT looks for the reason alone, so that one dated in the future bars already. We "
    "follow it, and the finding shows the date.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not met on any day once the reason is stored."""
    teacher = facts.teacher
    if teacher is None:
        return NOT_APPLICABLE
    return BARRED if teacher.mentor_became_ineligible_for_funding_reason is LOST else MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """The loss of funding, with its day."""
    return ((facts.teacher, *FIELDS),)
