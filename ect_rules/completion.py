"""When a mentor's training has been completed, and what that does to funding."""

from __future__ import annotations

from collections.abc import Iterable

from ect_rules.dated import contract_period_of, london_day
from ect_rules.facts import (
    ClawbackStatus,
    Declaration,
    DeclarationType,
    LossOfFunding,
    MentorLostFundingReason,
    PaymentStatus,
    Teacher,
    TrainingPeriod,
)

COMPLETED = MentorLostFundingReason.COMPLETED_DECLARATION_RECEIVED
EARLY_ROLL_OUT = MentorLostFundingReason.COMPLETED_DURING_EARLY_ROLL_OUT


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


def loss_of_funding(
    teacher: Teacher | None,
    training: Iterable[TrainingPeriod],
    declarations: Iterable[Declaration],
) -> LossOfFunding | None:
    """The loss of funding that is stored, or that follows from completed declarations (DONE-1 to 4).

    The latest completed declaration that counts gives the day and takes the place of any stored
    reason; only the early roll-out stands before one for a contract period up to 2024. A stored
    completion goes where completed declarations are told and none of them counts.
    """
    if teacher is None:
        return None
    reason = teacher.mentor_became_ineligible_for_funding_reason
    stored = (
        LossOfFunding(reason, teacher.mentor_became_ineligible_for_funding_on) if reason else None
    )
    completed = [d for d in declarations if d.declaration_type is DeclarationType.COMPLETED]
    counting = [d for d in completed if counts(d)]
    if counting:
        last = max(counting, key=lambda d: d.declaration_date)
        if reason is EARLY_ROLL_OUT and _contract_period(last, training) <= 2024:
            return stored
        return LossOfFunding(COMPLETED, london_day(last.declaration_date))
    return None if completed and reason is COMPLETED else stored


def _contract_period(declaration: Declaration, training: Iterable[TrainingPeriod]) -> int:
    for period in training:
        if period.id == declaration.training_period_id and period.contract_period is not None:
            return period.contract_period
    return contract_period_of(london_day(declaration.declaration_date))
