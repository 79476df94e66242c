"""MENT-3: a mentorship lies within the ECT's time at the school."""

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

OUTSIDE_ECT_PERIOD = Reason(
    "OUTSIDE_ECT_PERIOD", "NOT_ASSIGNABLE", "The ECT is not at the school on all of these days."
)
CHANGE_DAYS = NextAction(
    "CHANGE_DAYS", Actor.SCHOOL, "Give the mentorship other days, or choose another mentor."
)

RULE = Rule(
    id="MENT-3",
    sentence="Every day of the mentorship is a day of the ECT's period at the school.",
    sources=(Source("RECT", "app/models/mentorship_period.rb:49-53", Standing.RUN),),
    role=Role.BARS,
    precedence=30,
    reasons=(OUTSIDE_ECT_PERIOD,),
    actions=(CHANGE_DAYS,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: AssignmentFacts, on: date) -> Finding:
    """Both last days are included; an open mentorship needs an open period."""
    if facts.proposed is None or facts.ect is None or facts.mentor is None:
        return NOT_APPLICABLE
    return MET if inside(facts.proposed, facts.ect) else BARRED


def reads(facts: AssignmentFacts, on: date) -> Facts:
    """The ECT's period at the school."""
    return ((facts.ect, "started_on", "finished_on"),)
