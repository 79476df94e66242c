"""GATE-M8: how far ahead a mentor who moves may be registered."""

from datetime import date

from ect_rules.facts import MentorCandidate
from ect_rules.registering import elsewhere, first_day_in_reach
from ect_rules.rule import (
    CANNOT_TELL,
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

START_TOO_FAR = Reason("START_TOO_FAR", "NOT_REGISTRABLE", "The start is over four months ahead.")
REGISTER_LATER = NextAction("REGISTER_LATER", Actor.SCHOOL, "Register nearer to the start date.")

RULE = Rule(
    id="GATE-M8b",
    sentence="A mentor who leaves another school for this one starts within four months from now.",
    sources=(Source("RECT", "register_mentor_wizard/started_on_step.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=85,
    reasons=(START_TOO_FAR,),
    actions=(REGISTER_LATER,),
    covers=("GATE-M8",),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: MentorCandidate, on: date) -> Finding:
    """Cannot tell where it would bar and we have not been told whether the mentor leaves."""
    if facts.here_only is False or not elsewhere(facts):
        return NOT_APPLICABLE
    near = first_day_in_reach(facts.started_on) <= on
    return MET if near else BARRED if facts.here_only else CANNOT_TELL


def earliest(facts: MentorCandidate, on: date) -> date:
    """The first day on which this start is near enough."""
    return max(on, first_day_in_reach(facts.started_on))


def days(facts: MentorCandidate) -> tuple[date, ...]:
    """That day."""
    return (first_day_in_reach(facts.started_on),)


def reads(facts: MentorCandidate, on: date) -> Facts:
    """The periods at other schools."""
    return tuple((p, "started_on", "finished_on") for p in elsewhere(facts))
