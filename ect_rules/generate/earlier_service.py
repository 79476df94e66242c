"""What the earlier service (ECF1) held of its checks on people, made up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import evolve

from ect_rules.facts import (
    EcfEligibility,
    EligibilityReason,
    EligibilityStatus,
    InductionPeriod,
    InductionStatus,
    MentorLostFundingReason,
    ParticipantRole,
    ProfileDuplicity,
)
from ect_rules.generate.dice import Dice, Weights
from ect_rules.generate.drafts import Person, Register

LAST_CONTRACT_PERIOD = 2024
ROLL_OUT = date(2021, 9, 1)
_DUPLICITY: Weights[ProfileDuplicity] = Weights(
    (ProfileDuplicity.SINGLE, 982), (ProfileDuplicity.PRIMARY, 9), (ProfileDuplicity.SECONDARY, 9)
)
_ELIGIBLE, _MATCHED, _MANUAL_CHECK, _INELIGIBLE = EligibilityStatus
_NONE = EligibilityReason.NONE
# Of a thousand, below the first set by hand, then told without the flags, then not decided.
_BY_HAND, _FLAGS_LOST, _MATCHED_ONLY = 15, 25, 28


def checked(
    dice: Dice,
    register: Register,
    person: Person,
    role: ParticipantRole,
    inductions: Sequence[InductionPeriod] = (),
) -> Iterator[EcfEligibility]:
    """What was held of the person in that role; nothing where nothing was, or where it is out already.

    `inductions`: all of an ECT's stretches of induction.
    """
    if role in person.checked_as or not dice.chance(0.96):
        return
    person.checked_as.add(role)
    as_ect = role is ParticipantRole.ECT
    lost = person.lost_funding_reason
    made = EcfEligibility(
        register.id("c"),
        person.trn,
        role,
        active_flags=bool(person.prohibited) or dice.chance(0.002),
        previous_participation=(
            dice.chance(0.004)
            if as_ect
            else lost is MentorLostFundingReason.COMPLETED_DURING_EARLY_ROLL_OUT
        ),
        previous_induction=any(i.started_on < ROLL_OUT for i in inductions),
        no_qts=None if person.qts_held is None else not person.qts_held,
        different_trn=dice.chance(0.004),
        profile_duplicity=dice.pick(_DUPLICITY),
        exempt_from_induction=person.induction_status is InductionStatus.EXEMPT,
        no_induction=as_ect and not inductions,
    )
    drawn = dice.below(1000)
    status, reason = _outcome(made)
    if made.active_flags and dice.chance(0.4):
        yield evolve(
            made,
            status=_INELIGIBLE,
            reason=EligibilityReason.ACTIVE_FLAGS,
            manually_validated=True,
        )
    elif drawn < _BY_HAND:
        yield evolve(made, status=_ELIGIBLE, reason=_NONE, manually_validated=True)
    elif drawn < _FLAGS_LOST:
        yield EcfEligibility(made.id, made.trn, role, status, reason)
    elif drawn < _MATCHED_ONLY:
        yield evolve(made, status=_MATCHED, reason=_NONE)
    else:
        yield evolve(made, status=status, reason=reason)


def _outcome(made: EcfEligibility) -> tuple[EligibilityStatus, EligibilityReason]:
    """What the service made of the flags, the first that stands deciding."""
    as_ect = made.role is ParticipantRole.ECT
    secondary = made.profile_duplicity is ProfileDuplicity.SECONDARY
    chain = (
        (made.active_flags, _MANUAL_CHECK, EligibilityReason.ACTIVE_FLAGS),
        (made.previous_participation, _INELIGIBLE, EligibilityReason.PREVIOUS_PARTICIPATION),
        (as_ect and made.previous_induction, _INELIGIBLE, EligibilityReason.PREVIOUS_INDUCTION),
        (as_ect and made.no_qts, _MANUAL_CHECK, EligibilityReason.NO_QTS),
        (made.different_trn, _MANUAL_CHECK, EligibilityReason.DIFFERENT_TRN),
        (not as_ect and secondary, _INELIGIBLE, EligibilityReason.DUPLICATE_PROFILE),
        (
            as_ect and made.exempt_from_induction,
            _INELIGIBLE,
            EligibilityReason.EXEMPT_FROM_INDUCTION,
        ),
        (as_ect and made.no_induction, _MANUAL_CHECK, EligibilityReason.NO_INDUCTION),
    )
    for stands, status, reason in chain:
        if stands:
            return status, reason
    return _ELIGIBLE, _NONE
