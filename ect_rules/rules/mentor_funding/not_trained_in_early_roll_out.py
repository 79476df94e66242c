"""FUND-2a: training in the early roll-out was the once that a mentor is funded."""

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

TRAINED_IN_EARLY_ROLL_OUT = Reason(
    "TRAINED_IN_EARLY_ROLL_OUT",
    "NOT_ELIGIBLE",
    "The mentor was trained in the early roll-out, and is funded once only.",
)
LOST = MentorLostFundingReason.COMPLETED_DURING_EARLY_ROLL_OUT
FIELDS = (
    "mentor_became_ineligible_for_funding_on",
    "mentor_became_ineligible_for_funding_reason",
)

RULE = Rule(
    id="FUND-2a",
    sentence="The mentor was not trained in the early roll-out.",
    sources=(
        Source("RECT", "app/models/teachers/mentor_funding_eligibility.rb", Standing.RUN),
        Source("GOV", "early roll-out, once only", Standing.PAGE),
    ),
    role=Role.BARS,
    precedence=21,
    reasons=(TRAINED_IN_EARLY_ROLL_OUT,),
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
