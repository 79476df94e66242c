"""MENT-4: a mentorship lies within the mentor's time at the school."""

from datetime import date

from ect_rules.dated import inside
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

OUTSIDE_MENTOR_PERIOD = Reason(
    "OUTSIDE_MENTOR_PERIOD",
    "NOT_ASSIGNABLE",
    "The mentor is not at the school on all of these days.",
)
CHANGE_DAYS = NextAction(
    "CHANGE_DAYS", Actor.SCHOOL, "Give the mentorship other days, or choose another mentor."
)

RULE = Rule(
    id="MENT-4",
    sentence="Every day of the mentorship is a day of the mentor's period at the school.",
    sources=(Source("RECT", "app/models/mentorship_period.rb:55-59", Standing.RUN),),
    role=Role.BARS,
    precedence=40,
    reasons=(OUTSIDE_MENTOR_PERIOD,),
    actions=(CHANGE_DAYS,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: AssignmentFacts, on: date) -> Finding:
    """Both last days are included; an open mentorship needs an open period."""
    if facts.proposed is None or facts.ect is None or facts.mentor is None:
        return NOT_APPLICABLE
    return MET if inside(facts.proposed, facts.mentor) else BARRED


def reads(facts: AssignmentFacts, on: date) -> Facts:
    """The mentor's period at the school."""
    return ((facts.mentor, "started_on", "finished_on"),)
