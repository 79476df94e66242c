"""Between a record and the columns of its row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import fields as attrs_fields

from ect_rules.facts import (
    ClawbackStatus,
    ContractPeriod,
    DeclarationType,
    EligibilityReason,
    EligibilityStatus,
    EvidenceType,
    GiasStatus,
    InductionOutcome,
    InductionStatus,
    MentorLostFundingReason,
    ParticipantRole,
    PaymentStatus,
    ProfileDuplicity,
    Record,
    TrainingProgramme,
)
from ect_rules.store.tables import TABLES

_ENUMS: dict[str, type] = {
    "trs_induction_status": InductionStatus,
    "mentor_became_ineligible_for_funding_reason": MentorLostFundingReason,
    "gias_status": GiasStatus,
    "training_programme": TrainingProgramme,
    "outcome": InductionOutcome,
    "declaration_type": DeclarationType,
    "payment_status": PaymentStatus,
    "clawback_status": ClawbackStatus,
    "evidence_type": EvidenceType,
    "role": ParticipantRole,
    "status": EligibilityStatus,
    "reason": EligibilityReason,
    "profile_duplicity": ProfileDuplicity,
}

FIELDS: dict[type, tuple[str, ...]] = {
    kind: tuple(f.name for f in attrs_fields(kind)) for kind in TABLES
}

_ENUM_PLACES: dict[type, tuple[tuple[int, type], ...]] = {
    kind: tuple((i, _ENUMS[name]) for i, name in enumerate(names) if name in _ENUMS)
    for kind, names in FIELDS.items()
}


def stored_key(kind: type, name: str) -> str | int:
    """What the key of a record, as `world.key` gives it, is in the table of its kind."""
    return int(name) if kind is ContractPeriod else name


def record(kind: type, row: Sequence[Any]) -> Record:
    """The record of a row whose columns are `FIELDS[kind]`, in that order."""
    if places := _ENUM_PLACES[kind]:
        row = list(row)
        for place, enum in places:
            if row[place] is not None:
                row[place] = enum(row[place])
    found: Record = kind(*row)
    return found


def values(found: Record) -> dict[str, Any]:
    """The columns of a record, by name."""
    return {name: getattr(found, name) for name in FIELDS[type(found)]}
