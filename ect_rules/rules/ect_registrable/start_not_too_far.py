"""GATE-E12: how far ahead an ECT who moves school may be registered."""

from datetime import date

from ect_rules.facts import EctCandidate
from ect_rules.registering import first_day_in_reach, previous_registration
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

START_TOO_FAR = Reason("START_TOO_FAR", "NOT_REGISTRABLE", "The start is over four months ahead.")
REGISTER_LATER = NextAction("REGISTER_LATER", Actor.SCHOOL, "Register nearer to the start date.")

RULE = Rule(
    id="GATE-E12",
    sentence="An ECT who moves, being registered at another school without a last day, starts "
    "within four months of the day asked about.",
    sources=(Source("RECT", "register_ect_wizard/start_date_step.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=120,
    reasons=(START_TOO_FAR,),
    actions=(REGISTER_LATER,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: EctCandidate, on: date) -> Finding:
    """The same day of the month four months on, or that month's last day, is near enough."""
    before = previous_registration(facts)
    if before is None or before.finished_on or before.urn == facts.school.school.urn:
        return NOT_APPLICABLE
    return BARRED if on < first_day_in_reach(facts.started_on) else MET


def earliest(facts: EctCandidate, on: date) -> date:
    """The first day on which this start is near enough."""
    return max(on, first_day_in_reach(facts.started_on))


def days(facts: EctCandidate) -> tuple[date, ...]:
    """That day."""
    return (first_day_in_reach(facts.started_on),)


def reads(facts: EctCandidate, on: date) -> Facts:
    """The registrations."""
    return tuple((p, "urn", "started_on", "finished_on") for p in facts.registrations)
