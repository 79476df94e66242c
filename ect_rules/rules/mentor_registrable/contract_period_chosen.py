"""The contract period in which the mentor is registered."""

from datetime import date

from ect_rules.facts import MentorCandidate
from ect_rules.registering import chosen_for_mentor, days_of_choice, previous_training
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
    id="GATE-M12",
    sentence="The contract period is that of the previous training as a mentor, where it still pays. "
    "Otherwise it is that of the start, never earlier than the current one, and the current one where "
    "that of the start is not recorded. A mentor is never moved to 2024.",
    sources=(
        Source("RECT", "app/services/contract_periods/for_mentor_registration.rb", Standing.RUN),
    ),
    role=Role.STATES,
    precedence=120,
)


def decide(facts: MentorCandidate, on: date) -> Finding:
    """Cannot tell where the one that decides, the previous or the current, is not recorded."""
    return CANNOT_TELL if chosen_for_mentor(facts, on) is None else MET


def details(facts: MentorCandidate, on: date) -> Details:
    """The contract period, by the year in which it begins."""
    return (("contract_period", chosen_for_mentor(facts, on)),)


def days(facts: MentorCandidate) -> tuple[date, ...]:
    """The days on which the current contract period changes."""
    return days_of_choice(facts)


def reads(facts: MentorCandidate, on: date) -> Facts:
    """The previous training, and the contract periods."""
    before = previous_training(facts)
    return (
        *(((before, "contract_period", "started_on"),) if before else ()),
        *((c, "year", "payments_frozen_at") for c in facts.contract_periods),
    )
