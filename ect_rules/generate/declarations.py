"""What lead providers declare of the mentors whom they train, made up."""

from __future__ import annotations

from datetime import date, timedelta

from ect_rules.facts import (
    ClawbackStatus,
    Declaration,
    DeclarationType,
    EvidenceType,
    MentorLostFundingReason,
    PaymentStatus,
    TrainingPeriod,
)
from ect_rules.generate.dice import Dice, Weights
from ect_rules.generate.drafts import Mentor, Person, Register, earliest

_STARTED, _COMPLETED = DeclarationType.STARTED, DeclarationType.COMPLETED
_UP_TO_2024 = (
    _STARTED,
    DeclarationType.RETAINED_1,
    DeclarationType.RETAINED_2,
    DeclarationType.RETAINED_3,
    DeclarationType.RETAINED_4,
)
_EXTENDED = (
    DeclarationType.EXTENDED_1,
    DeclarationType.EXTENDED_2,
    DeclarationType.EXTENDED_3,
)
_RECENT: Weights[PaymentStatus] = Weights(
    (PaymentStatus.ELIGIBLE, 70), (PaymentStatus.PAYABLE, 25), (PaymentStatus.PAID, 5)
)
_NO_CLAWBACK = ClawbackStatus.NO_CLAWBACK
# Declared and then taken back, one way or another.
_TAKEN_BACK: Weights[tuple[PaymentStatus, ClawbackStatus]] = Weights(
    ((PaymentStatus.VOIDED, _NO_CLAWBACK), 60),
    ((PaymentStatus.PAID, ClawbackStatus.CLAWED_BACK), 25),
    ((PaymentStatus.PAID, ClawbackStatus.AWAITING_CLAWBACK), 15),
)
_EVIDENCE: Weights[EvidenceType] = Weights(
    (EvidenceType.TRAINING_EVENT_ATTENDED, 60),
    (EvidenceType.SELF_STUDY_MATERIAL_COMPLETED, 20),
    (EvidenceType.MATERIALS_ENGAGED_WITH_OFFLINE, 10),
    (EvidenceType.OTHER, 10),
)
_EVIDENCE_OF_COMPLETION: Weights[EvidenceType] = Weights(
    (EvidenceType.ENGAGEMENT_MET, 90),
    (EvidenceType.ENGAGEMENT_MET_REDUCED_INDUCTION, 7),
    (EvidenceType.ONE_TERM_INDUCTION, 3),
)


def declare(dice: Dice, register: Register, mentor: Mentor, today: date) -> list[Declaration]:
    """Declarations of the mentor's training at the school, those that count and those taken back."""
    person, found = mentor.person, []
    for training in mentor.training:
        _settle_funding(dice, person, training, today)
        if not training.partnership_confirmed:
            continue
        last_day = earliest(training.finished_on, today) or today
        day = training.started_on + timedelta(20 + dice.below(50))
        for milestone in _milestones(dice, training):
            if day > last_day or not dice.chance(0.95):
                break
            taken_back = dice.chance(0.03)
            if taken_back:
                found.append(_taken_back(dice, register, training, milestone, day))
            if not taken_back or dice.chance(0.5):
                found.append(_counting(dice, register, person, training, milestone, day, today))
            day += timedelta(80 + dice.below(70))
        completed_on = person.lost_funding_on
        if person.lost_funding_reason is MentorLostFundingReason.COMPLETED_DECLARATION_RECEIVED:
            assert completed_on is not None
            found.append(
                _counting(dice, register, person, training, _COMPLETED, completed_on, today)
            )
            if dice.chance(0.02):  # the mark itself has not been told
                person.lost_funding_on = person.lost_funding_reason = None
        elif len(found) > 3 and dice.chance(0.1) and day <= last_day:
            found.append(_taken_back(dice, register, training, _COMPLETED, day))
    return found


def _settle_funding(dice: Dice, person: Person, training: TrainingPeriod, today: date) -> None:
    # A mentor who was registered before and assigned later was never given the instant.
    if training.started_on <= today and dice.chance(0.95):
        first = dice.day(training.started_on, min(training.started_on + timedelta(20), today))
        person.mentor_first_eligible_at = None if first is None else dice.instant(first)


def _milestones(dice: Dice, training: TrainingPeriod) -> tuple[DeclarationType, ...]:
    """Those before completion."""
    assert training.contract_period is not None
    if training.contract_period >= 2025:
        return (_STARTED,)
    return _UP_TO_2024 + _EXTENDED if dice.chance(0.1) else _UP_TO_2024


def _counting(
    dice: Dice,
    register: Register,
    person: Person,
    training: TrainingPeriod,
    milestone: DeclarationType,
    day: date,
    today: date,
) -> Declaration:
    if person.mentor_first_eligible_at is None:
        status = PaymentStatus.NO_PAYMENT
    else:
        recent = day > today - timedelta(120)
        status = dice.pick(_RECENT) if recent else PaymentStatus.PAID
    return _declaration(dice, register, training, milestone, day, status, _NO_CLAWBACK)


def _taken_back(
    dice: Dice,
    register: Register,
    training: TrainingPeriod,
    milestone: DeclarationType,
    day: date,
) -> Declaration:
    return _declaration(dice, register, training, milestone, day, *dice.pick(_TAKEN_BACK))


def _declaration(
    dice: Dice,
    register: Register,
    training: TrainingPeriod,
    milestone: DeclarationType,
    day: date,
    payment_status: PaymentStatus,
    clawback_status: ClawbackStatus,
) -> Declaration:
    assert training.contract_period is not None
    evidence = None
    if training.contract_period >= 2025 or milestone is not _STARTED:
        evidence = dice.pick(_EVIDENCE_OF_COMPLETION if milestone is _COMPLETED else _EVIDENCE)
    return Declaration(
        register.id("d"),
        training.id,
        milestone,
        dice.instant(day),
        payment_status,
        clawback_status,
        evidence,
    )
