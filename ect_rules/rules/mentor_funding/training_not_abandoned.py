"""FUND-2c: training that was started and not completed is not funded again."""

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

TRAINING_STARTED_NOT_COMPLETED = Reason(
    "TRAINING_STARTED_NOT_COMPLETED",
    "NOT_ELIGIBLE",
    "The mentor started the training before and did not complete it, and is funded once only.",
)
LOST = MentorLostFundingReason.STARTED_NOT_COMPLETED
FIELDS = (
    "mentor_became_ineligible_for_funding_on",
    "mentor_became_ineligible_for_funding_reason",
)
IN_FORCE_FROM = date(2024, 7, 31)

RULE = Rule(
    id="FUND-2c",
    sentence="The mentor has no earlier training that is marked as started and not completed.",
    sources=(
        Source("RECT", "app/models/teachers/mentor_funding_eligibility.rb", Standing.RUN),
        Source("GOV", "ECTPM funding conditions, once only", Standing.PAGE),
    ),
    role=Role.BARS,
    precedence=23,
    reasons=(TRAINING_STARTED_NOT_COMPLETED,),
    in_force_from=IN_FORCE_FROM,
    other_reading="RECT looks for the reason alone, so that one dated in the future bars already. We "
    "follow it, and the finding shows the date.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not met on any day from 31 July 2024 once the reason is stored."""
    teacher = facts.teacher
    if teacher is None or on < IN_FORCE_FROM:
        return NOT_APPLICABLE
    return BARRED if teacher.mentor_became_ineligible_for_funding_reason is LOST else MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """The loss of funding, with its day."""
    return ((facts.teacher, *FIELDS),)
