"""GATE-E11: an ECT starts at a school after the start at the school before."""

from datetime import date

from ect_rules.facts import EctCandidate
from ect_rules.registering import previous_registration, soon_after_start
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
    id="GATE-E11",
    sentence="The start is two days or more after the start of the registration before, and two "
    "days or more after the start of any training there that has begun.",
    sources=(Source("RECT", "lib/schools/validation/period_boundary.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=110,
    reasons=(START_NOT_AFTER_PREVIOUS,),
    actions=(GIVE_LATER_START,),
    other_reading="RECT's message names the day after; its check wants two days. We follow the check.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: EctCandidate, on: date) -> Finding:
    """Training counts once it has begun on the day `on`; what is to come goes with the move."""
    before = previous_registration(facts)
    if before is None:
        return NOT_APPLICABLE
    return BARRED if soon_after_start(facts.started_on, before, facts.training, on) else MET


def reads(facts: EctCandidate, on: date) -> Facts:
    """The registration before, and all training."""
    before = previous_registration(facts)
    starts = [*([before] if before else []), *facts.training]
    return tuple((period, "started_on") for period in starts)
