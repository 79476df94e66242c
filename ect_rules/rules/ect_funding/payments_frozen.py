"""A contract period that no longer pays does not change who is eligible, but who gets money."""

from datetime import date

from ect_rules.dated import london_day
from ect_rules.facts import EctFundingFacts
from ect_rules.rule import (
    CANNOT_TELL,
    NOT_APPLICABLE,
    NOT_MET,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)
from ect_rules.training import latest

PAYMENTS_FROZEN = Reason(
    "PAYMENTS_FROZEN", None, "The contract period of the ECT's latest training no longer pays."
)

RULE = Rule(
    id="EFUND-8",
    sentence="Payments for the contract period of the ECT's latest training are frozen by the day "
    "asked about.",
    sources=(
        Source("RECT", "db/seeds/contract_periods.rb: 2021 and 2022 are frozen"),
        Source("OURS", "frozen payments warn: no source takes eligibility away", Standing.OURS),
    ),
    role=Role.WARNS,
    precedence=95,
    reasons=(PAYMENTS_FROZEN,),
    other_reading="RECT moves an ECT to contract period 2024 when a school registers them anew.",
)

WARNED = Finding(Verdict.MET, warnings=RULE.reasons)


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Met from the London day of the freeze. Cannot tell where the contract period is not told."""
    if not facts.training:
        return NOT_APPLICABLE
    if facts.training_year is None:
        return CANNOT_TELL
    frozen_at = facts.training_year.payments_frozen_at
    return WARNED if frozen_at is not None and london_day(frozen_at) <= on else NOT_MET


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """The contract period of the latest training, and when its payments were frozen."""
    year = facts.training_year
    training = (latest(facts.training), "contract_period", "started_on")
    return (training,) if year is None else (training, (year, "payments_frozen_at"))
