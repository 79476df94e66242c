"""AMB-1: what RECT publishes answers another question, so it stands beside the answer."""

from datetime import date

from ect_rules.completion import reads_of_loss
from ect_rules.dated import london_day
from ect_rules.facts import MentorFacts
from ect_rules.rule import (
    NOT_APPLICABLE,
    NOT_MET,
    Facts,
    Finding,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

RULE = Rule(
    id="AMB-1",
    sentence="RECT publishes the mentor as eligible for funding, that is, as fundable at some "
    "time: the mentor first became eligible on or before the day on which funding was lost, or has "
    "not lost it. Where neither day is known nothing is published. A declaration made before the "
    "first day is stored has no payment, and becomes eligible once that day is stored (PAY-1).",
    sources=(Source("RECT", "eligible_for_funding in the API", Standing.RUN),),
    role=Role.STATES,
    precedence=97,
    other_reading="The earlier service published its status: true for eligible, false for "
    "ineligible, and nothing for any other.",
)

EVER = Finding(Verdict.MET, details=(("published_eligible_for_funding", True),))
NEVER = Finding(Verdict.NOT_MET, details=(("published_eligible_for_funding", False),))


def decide(facts: MentorFacts, on: date) -> Finding:
    """The same on every day asked about. Days are London's, and on one day together is before."""
    teacher = facts.teacher
    if teacher is None:
        return NOT_APPLICABLE
    first = teacher.mentor_first_became_eligible_for_training_at
    lost_on = None if facts.lost is None else facts.lost.on
    if first is None:
        return NOT_MET if lost_on is None else NEVER
    return EVER if lost_on is None or london_day(first) <= lost_on else NEVER


def reads(facts: MentorFacts, on: date) -> Facts:
    """The instant that is stored once, and the loss of funding."""
    first = (facts.teacher, "mentor_first_became_eligible_for_training_at")
    return (first, *reads_of_loss(facts))
