"""The checks of the earlier service (ECF1), for contract periods up to 2024."""

from __future__ import annotations

from ect_rules.facts import (
    EcfEligibility,
    EligibilityReason,
    EligibilityStatus,
    ParticipantRole,
    ProfileDuplicity,
    Teacher,
)
from ect_rules.rule import Facts

LAST_CONTRACT_PERIOD = 2024
_ACTIVE_FLAGS = EligibilityReason.ACTIVE_FLAGS
_SECONDARY = ProfileDuplicity.SECONDARY

_FLAGS = {
    EligibilityReason.ACTIVE_FLAGS: "active_flags",
    EligibilityReason.PREVIOUS_PARTICIPATION: "previous_participation",
    EligibilityReason.PREVIOUS_INDUCTION: "previous_induction",
    EligibilityReason.NO_QTS: "no_qts",
    EligibilityReason.DIFFERENT_TRN: "different_trn",
    EligibilityReason.DUPLICATE_PROFILE: "profile_duplicity",
    EligibilityReason.EXEMPT_FROM_INDUCTION: "exempt_from_induction",
    EligibilityReason.NO_INDUCTION: "no_induction",
}
_NOT_ASKED_OF = {
    ParticipantRole.MENTOR: {
        EligibilityReason.PREVIOUS_INDUCTION,
        EligibilityReason.NO_QTS,
        EligibilityReason.EXEMPT_FROM_INDUCTION,
        EligibilityReason.NO_INDUCTION,
    },
    ParticipantRole.ECT: {EligibilityReason.DUPLICATE_PROFILE},
}
_ASKED_OF = {
    role: {reason: flag for reason, flag in _FLAGS.items() if reason not in not_asked}
    for role, not_asked in _NOT_ASKED_OF.items()
}


def field_of(reason: EligibilityReason) -> str:
    """The field of EcfEligibility that holds the flag behind a reason."""
    return _FLAGS[reason]


def raised(record: EcfEligibility | None, reason: EligibilityReason) -> bool | None:
    """Whether a check of the chain stands against the participant; None where it is not told.

    A record that was validated by hand stands as it was stored, whatever its flags (row 0 of the
    chain): nothing is raised where its status is eligible, and else the one check that its reason
    names. Where it names none that the chain asks of the participant's role, none is told.
    """
    if record is None:
        return None
    if record.manually_validated:
        return _stored(record, reason)
    flag = _ASKED_OF[record.role].get(reason)
    if flag is None:
        return False
    value: ProfileDuplicity | bool | None = getattr(record, flag)
    return value is _SECONDARY if isinstance(value, ProfileDuplicity) else value


def _stored(record: EcfEligibility, reason: EligibilityReason) -> bool | None:
    if record.status is EligibilityStatus.ELIGIBLE:
        return False
    named = record.reason
    return named is reason if named in _ASKED_OF[record.role] else None


def flagged(teacher: Teacher | None, record: EcfEligibility | None) -> bool | None:
    """Whether a flag stands against the participant; None where it is not told.

    Being prohibited from teaching now is one, also beside a record that was validated by hand:
    nobody knows whether the hand had seen it. So where that is not told nothing rules a flag out.
    """
    prohibited = None if teacher is None else teacher.prohibited_from_teaching
    flag = raised(record, _ACTIVE_FLAGS)
    if prohibited or flag:
        return True
    return None if prohibited is None or flag is None else False


def refused(record: EcfEligibility | None) -> bool:
    """Whether somebody looked at the participant's flags and refused them."""
    return (
        record is not None
        and record.manually_validated
        and record.status is EligibilityStatus.INELIGIBLE
        and record.reason is _ACTIVE_FLAGS
    )


def reads_of(record: EcfEligibility | None, *reasons: EligibilityReason) -> Facts:
    """What a finding about checks of the chain goes by; nothing where there is no record."""
    if record is None:
        return ()
    if record.manually_validated:
        return ((record, "manually_validated", "status", "reason"),)
    return ((record, *(_FLAGS[reason] for reason in reasons)),)
