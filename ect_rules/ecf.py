"""The checks of the earlier service (ECF1), for contract periods up to 2024."""

from __future__ import annotations

from ect_rules.facts import (
    EcfEligibility,
    EligibilityReason,
    ParticipantRole,
    ProfileDuplicity,
)

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


def field_of(reason: EligibilityReason) -> str:
    """The field of EcfEligibility that holds the flag behind a reason."""
    return _FLAGS[reason]


def raised(record: EcfEligibility | None, reason: EligibilityReason) -> bool | None:
    """Whether a check of the chain stands against the participant; None where it is not told.

    A record that was validated by hand stands as it was stored, whatever its flags (row 0 of the
    chain). Not for a reason that the chain does not ask of the participant's role.
    """
    if record is None:
        return None
    if record.manually_validated:
        return record.reason is reason
    if reason in _NOT_ASKED_OF[record.role]:
        return False
    value = getattr(record, _FLAGS[reason])
    if reason is EligibilityReason.DUPLICATE_PROFILE:
        return None if value is None else value is ProfileDuplicity.SECONDARY
    return None if value is None else bool(value)
