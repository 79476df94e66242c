"""EFUND-3: what RECT publishes answers another question, so it stands beside the answer."""

from datetime import date

from ect_rules.dated import london_day
from ect_rules.facts import EctFundingFacts
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
    id="EFUND-3",
    sentence="RECT publishes the ECT as eligible for funding, that is, as fundable at some time: "
    "the ECT first became eligible on or before the day on which eligibility was lost, or has not "
    "lost it. Where neither day is known nothing is published. A declaration made before the first "
    "day is stored has no payment, and becomes eligible once that day is stored.",
    sources=(
        Source("RECT", "app/services/api/teachers/eligibility_for_funding.rb", Standing.RUN),
        Source("RECT", "app/services/declarations/create.rb"),
    ),
    role=Role.STATES,
    precedence=92,
    covers=("PAY-1",),
    other_reading="The earlier service published its status: true for eligible, false for "
    "ineligible, and nothing for any other.",
)

EVER = Finding(Verdict.MET, details=(("published_eligible_for_funding", True),))
NEVER = Finding(Verdict.NOT_MET, details=(("published_eligible_for_funding", False),))


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """The same on every day asked about. Days are London's, and on one day together is before."""
    teacher = facts.teacher
    if teacher is None:
        return NOT_APPLICABLE
    first = teacher.ect_first_became_eligible_for_training_at
    lost_on = teacher.ect_became_ineligible_for_funding_on
    if first is None:
        return NOT_MET if lost_on is None else NEVER
    return EVER if lost_on is None or london_day(first) <= lost_on else NEVER


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """The instant that is stored once, and the day of the loss."""
    first = "ect_first_became_eligible_for_training_at"
    return ((facts.teacher, first, "ect_became_ineligible_for_funding_on"),)
