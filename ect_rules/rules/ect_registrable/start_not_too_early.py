"""GATE-E10: how far back an ECT's start may lie."""

from datetime import date

from ect_rules.dated import contract_period_of, first_day_of
from ect_rules.facts import EctCandidate
from ect_rules.rule import (
    MET,
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

START_TOO_EARLY = Reason(
    "START_TOO_EARLY",
    "NOT_REGISTRABLE",
    "The start is too early: it may go back two contract periods before the current one.",
)
GIVE_LATER_START = NextAction(
    "GIVE_LATER_START", Actor.SCHOOL, "Check the start date, and correct it to a later one."
)
YEARS_BACK = 2

RULE = Rule(
    id="GATE-E10",
    sentence="The start is not before 1 June of the contract period two before the current one: in "
    "contract period 2025, not before 1 June 2023.",
    sources=(Source("RECT", "app/models/contract_period.rb, earliest start", Standing.RUN),),
    role=Role.BARS,
    precedence=100,
    reasons=(START_TOO_EARLY,),
    actions=(GIVE_LATER_START,),
    other_reading="RECT has no limit if it holds under two earlier ones. We go by the calendar.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: EctCandidate, on: date) -> Finding:
    """That 1 June itself is late enough."""
    back = contract_period_of(on) - contract_period_of(facts.started_on)
    return BARRED if back > YEARS_BACK else MET


def days(facts: EctCandidate) -> tuple[date, ...]:
    """The first day on which the start is too early."""
    too_early = contract_period_of(facts.started_on) + YEARS_BACK + 1
    return (first_day_of(min(too_early, date.max.year)),)


def reads(facts: EctCandidate, on: date) -> Facts:
    """Nothing recorded: it goes by the start and the day."""
    return ()
