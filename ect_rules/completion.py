"""When a mentor's training has been completed, and how funding is lost."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ect_rules.dated import contract_period_of, london_day
from ect_rules.ecf import LAST_CONTRACT_PERIOD
from ect_rules.facts import (
    ClawbackStatus,
    Declaration,
    DeclarationType,
    LossOfFunding,
    MentorFacts,
    MentorLostFundingReason,
    PaymentStatus,
    Teacher,
    TrainingPeriod,
)
from ect_rules.rule import Facts
from ect_rules.training import contract_period

COMPLETED = MentorLostFundingReason.COMPLETED_DECLARATION_RECEIVED
EARLY_ROLL_OUT = MentorLostFundingReason.COMPLETED_DURING_EARLY_ROLL_OUT
NOT_COMPLETED = MentorLostFundingReason.STARTED_NOT_COMPLETED
NOT_COMPLETED_FROM = date(2024, 7, 31)
_STORED = (
    "mentor_became_ineligible_for_funding_on",
    "mentor_became_ineligible_for_funding_reason",
)


def counts(declaration: Declaration) -> bool:
    """Whether a declaration counts: neither voided nor clawed back, nor about to be (DONE-2)."""
    return (
        declaration.payment_status is not PaymentStatus.VOIDED
        and declaration.clawback_status is ClawbackStatus.NO_CLAWBACK
    )


def billable(declaration: Declaration) -> bool:
    """Whether a declaration is to be paid or has been: eligible, payable or paid (PAY-5)."""
    return declaration.payment_status in (
        PaymentStatus.ELIGIBLE,
        PaymentStatus.PAYABLE,
        PaymentStatus.PAID,
    )


def refundable(declaration: Declaration) -> bool:
    """Whether money paid on a declaration is to be recovered or has been (PAY-5)."""
    return declaration.clawback_status is not ClawbackStatus.NO_CLAWBACK


def completed(declarations: Iterable[Declaration]) -> list[Declaration]:
    """Those of `declarations` that say the training was completed, in the same order."""
    return [d for d in declarations if d.declaration_type is DeclarationType.COMPLETED]


def loss_of_funding(
    teacher: Teacher | None,
    training: Iterable[TrainingPeriod],
    declarations: Iterable[Declaration],
) -> LossOfFunding | None:
    """The loss of funding that is stored, or that follows from completed declarations (DONE-1 to 4).

    `declarations`: those of `training`. The latest completed one that counts gives the day and takes
    the place of any stored reason; but one for a contract period up to 2024 leaves the early roll-out
    and what was started and not completed as they are, as the earlier service did. Where completed
    ones are told and none of them counts, a stored completion goes. The other two reasons stay: RECT
    clears them too, which would let a mentor be funded twice.
    """
    if teacher is None:
        return None
    reason = teacher.mentor_became_ineligible_for_funding_reason
    stored = (
        LossOfFunding(reason, teacher.mentor_became_ineligible_for_funding_on) if reason else None
    )
    told = completed(declarations)
    counting = [d for d in told if counts(d)]
    if not counting:
        return None if told and reason is COMPLETED else stored
    last = max(counting, key=lambda d: d.declaration_date)
    protected = reason is EARLY_ROLL_OUT or reason is NOT_COMPLETED
    if protected and _contract_period(last, training) <= LAST_CONTRACT_PERIOD:
        return stored
    return LossOfFunding(COMPLETED, london_day(last.declaration_date))


def _contract_period(declaration: Declaration, training: Iterable[TrainingPeriod]) -> int:
    for period in training:
        if period.id == declaration.training_period_id:
            return contract_period(period)
    return contract_period_of(london_day(declaration.declaration_date))


def is_lost(facts: MentorFacts) -> bool:
    """Whether funding is lost, for whatever reason and from whatever day."""
    return facts.lost is not None


def is_completed(facts: MentorFacts, on: date) -> bool:
    """Whether the loss of funding on a day is that the training was completed.

    A mark of started and not completed stands before a declaration from 31 July 2024 only.
    """
    lost = facts.lost
    if lost is None or lost.reason is EARLY_ROLL_OUT:
        return False
    if lost.reason is COMPLETED:
        return True
    return on < NOT_COMPLETED_FROM and any(counts(d) for d in completed(facts.declarations))


def reads_of_loss(facts: MentorFacts) -> Facts:
    """What a finding about the loss of funding goes by: what is stored, and completed declarations."""
    told = completed(facts.declarations)
    return (
        (facts.teacher, *_STORED),
        *((d, "declaration_date", "payment_status", "clawback_status") for d in told),
    )
