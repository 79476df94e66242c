"""MENT-5: an ECT has one mentor on a day."""

from datetime import date

from ect_rules.dated import shares_a_day
from ect_rules.facts import AssignmentFacts
from ect_rules.rule import (
    MET,
    NOT_APPLICABLE,
    Actor,
    Facts,
    Finding,
    NextAction,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

OVERLAPS_OTHER_MENTORSHIP = Reason(
    "OVERLAPS_OTHER_MENTORSHIP",
    "NOT_ASSIGNABLE",
    "The ECT already has a mentor on one of these days.",
)
CHANGE_DAYS = NextAction(
    "CHANGE_DAYS", Actor.SCHOOL, "Give the mentorship other days, or choose another mentor."
)

RULE = Rule(
    id="MENT-5",
    sentence="On no day does the ECT have another mentor.",
    sources=(Source("RECT", "app/models/mentorship_period.rb:61-63", Standing.RUN),),
    role=Role.BARS,
    precedence=50,
    reasons=(OVERLAPS_OTHER_MENTORSHIP,),
    actions=(CHANGE_DAYS,),
    other_reading="RECT's own check misses a mentorship of one day, and one that ends on the day "
    "another starts. We use plain closed intervals (AMB-14).",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: AssignmentFacts, on: date) -> Finding:
    """Not met where another mentorship of the ECT shares a day with it."""
    proposed = facts.proposed
    if proposed is None or facts.ect is None or facts.mentor is None:
        return NOT_APPLICABLE
    return BARRED if any(shares_a_day(proposed, other) for other in facts.others) else MET


def reads(facts: AssignmentFacts, on: date) -> Facts:
    """What the finding goes by."""
    return tuple((m, "started_on", "finished_on") for m in facts.others)
