"""The contract period in which the ECT is registered."""

from datetime import date

from ect_rules.facts import EctCandidate
from ect_rules.registering import chosen_for_ect, days_of_choice, previous_training
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    Details,
    Facts,
    Finding,
    Role,
    Rule,
    Source,
    Standing,
)

RULE = Rule(
    id="GATE-E18",
    sentence="The contract period is that of the previous provider-led training, or 2024 where that "
    "one no longer pays. Without such training it is that of the start, never earlier than the "
    "current one, and the current one where that of the start is not recorded.",
    sources=(
        Source("RECT", "app/services/contract_periods/for_ect_registration.rb", Standing.RUN),
        Source("RECT", "app/services/contract_periods/reassignment.rb", Standing.RUN),
    ),
    role=Role.STATES,
    precedence=190,
)


def decide(facts: EctCandidate, on: date) -> Finding:
    """Cannot tell where the one that decides, the previous or the current, is not recorded."""
    return CANNOT_TELL if chosen_for_ect(facts, on) is None else MET


def details(facts: EctCandidate, on: date) -> Details:
    """The contract period, by the year in which it begins."""
    return (("contract_period", chosen_for_ect(facts, on)),)


def days(facts: EctCandidate) -> tuple[date, ...]:
    """The days on which the current contract period changes."""
    return days_of_choice(facts)


def reads(facts: EctCandidate, on: date) -> Facts:
    """The previous training, and the contract periods."""
    before = previous_training(facts)
    return (
        *(((before, "contract_period", "started_on"),) if before else ()),
        *((c, "year", "payments_frozen_at") for c in facts.contract_periods),
    )
