"""GATE-M8: a mentor who moves starts at the school after the start at the school before."""

from datetime import date

from ect_rules.facts import MentorCandidate
from ect_rules.registering import elsewhere, soon_after_start
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

START_NOT_AFTER_PREVIOUS = Reason(
    "START_NOT_AFTER_PREVIOUS",
    "NOT_REGISTRABLE",
    "The start must be two days or more after the start at the previous school, and after the start "
    "of any training there.",
)
GIVE_LATER_START = NextAction(
    "GIVE_LATER_START", Actor.SCHOOL, "Check the start date, and correct it to a later one."
)

RULE = Rule(
    id="GATE-M8a",
    sentence="A mentor who leaves another school for this one starts two days or more after the "
    "start there, and two days or more after the start of any training there that has begun.",
    sources=(Source("RECT", "lib/schools/validation/period_boundary.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=80,
    reasons=(START_NOT_AFTER_PREVIOUS,),
    actions=(GIVE_LATER_START,),
    covers=("GATE-M8",),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: MentorCandidate, on: date) -> Finding:
    """Cannot tell where it would bar and we have not been told whether the mentor leaves."""
    there = elsewhere(facts)
    if not there or facts.here_only is False:
        return NOT_APPLICABLE
    soon = any(soon_after_start(facts.started_on, p, facts.training, on) for p in there)
    return MET if not soon else BARRED if facts.here_only else CANNOT_TELL


def reads(facts: MentorCandidate, on: date) -> Facts:
    """The periods at other schools, and all training."""
    return tuple((p, "started_on") for p in (*elsewhere(facts), *facts.training))
