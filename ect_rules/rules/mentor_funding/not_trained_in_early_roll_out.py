"""FUND-2a: training in the early roll-out was the once that a mentor is funded."""

from datetime import date

from ect_rules.completion import EARLY_ROLL_OUT, reads_of_loss
from ect_rules.facts import MentorFacts
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
    if facts.teacher is None:
        return NOT_APPLICABLE
    return BARRED if facts.lost is not None and facts.lost.reason is EARLY_ROLL_OUT else MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """The loss of funding, with its day."""
    return reads_of_loss(facts)
