"""EFUND-1: funding counts from the day induction starts."""

from datetime import date

from ect_rules.facts import EctFundingFacts
from ect_rules.rule import (
    MET,
    NOT_APPLICABLE,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

INDUCTION_NOT_STARTED = Reason(
    "INDUCTION_NOT_STARTED", "NOT_YET_ELIGIBLE", "The ECT's induction starts on a later day."
)

RULE = Rule(
    id="EFUND-1",
    sentence="An induction period has begun by the day asked about. Once one has, a break in "
    "induction does not take eligibility away.",
    sources=(Source("RECT", "app/services/teachers/set_ect_funding_eligibility.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=32,
    reasons=(INDUCTION_NOT_STARTED,),
    contract_periods=(2025, None),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Met from the first day of the earliest induction period; they are in order of their start."""
    if not facts.induction_periods:
        return NOT_APPLICABLE
    return BARRED if on < facts.induction_periods[0].started_on else MET


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """The earliest induction period."""
    return ((facts.induction_periods[0], "started_on"),)
