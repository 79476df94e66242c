"""MENT-6: a period cannot end before it starts."""

from datetime import date

from ect_rules.dated import ends_before_start
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

ENDS_BEFORE_START = Reason(
    "ENDS_BEFORE_START", "NOT_ASSIGNABLE", "The mentorship ends before it starts."
)
CHANGE_DAYS = NextAction(
    "CHANGE_DAYS", Actor.SCHOOL, "Give the mentorship other days, or choose another mentor."
)

RULE = Rule(
    id="MENT-6",
    sentence="The mentorship does not end before it starts.",
    sources=(Source("RECT", "app/models/concerns/interval.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=60,
    reasons=(ENDS_BEFORE_START,),
    actions=(CHANGE_DAYS,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: AssignmentFacts, on: date) -> Finding:
    """One day is allowed."""
    if facts.proposed is None or facts.ect is None or facts.mentor is None:
        return NOT_APPLICABLE
    return BARRED if ends_before_start(facts.proposed) else MET


def reads(facts: AssignmentFacts, on: date) -> Facts:
    """What the finding goes by."""
    return ((facts.proposed, "started_on", "finished_on"),)
