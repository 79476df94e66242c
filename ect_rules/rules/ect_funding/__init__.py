"""Is the ECT's own training fundable? One ECT at one school."""

from datetime import date

from ect_rules import training
from ect_rules.dated import contract_period_of
from ect_rules.facts import EctFundingFacts
from ect_rules.rule import Check

CHECK = Check(
    name="ect_funding",
    question="Is this ECT's own training fundable, and if not or not yet, why?",
    subject="ECT",
    statuses=(
        "ELIGIBLE",
        "NOT_YET_ELIGIBLE",
        "NOT_ELIGIBLE",
        "NEEDS_REVIEW",
        "CANNOT_TELL",
        "NOT_REGISTERED",
        "NOT_KNOWN",
    ),
    yes=("ELIGIBLE",),
)


def contract_period(facts: EctFundingFacts, on: date) -> int:
    """The contract period of the ECT's latest training; without any, that of the day `on`."""
    latest = training.latest(facts.training)
    return contract_period_of(on) if latest is None else training.contract_period(latest)
