"""The tables. A row of a record is written once and closed at most once.

A row counts at revision R where `recorded_at <= R < superseded_at`. Only the head row is ever
changed in place: whoever writes holds it, so that revisions are committed in the order of their
numbers.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from attrs import fields as attrs_fields
from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
)

from ect_rules.facts import (
    EctAtSchoolPeriod,
    GiasStatus,
    InductionStatus,
    MentorAtSchoolPeriod,
    MentorLostFundingReason,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)

NOT_SUPERSEDED = 2**62
SCHEMA_VERSION = 1
REVISION = BigInteger().with_variant(Integer, "sqlite")


class Instant(TypeDecorator[datetime]):
    """An instant with a zone, kept in UTC; SQLite keeps no zone of its own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """With its zone."""
        return None if value is None else value.replace(tzinfo=UTC)


metadata = MetaData()

head = Table(
    "head",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("revision", REVISION, nullable=False),
    Column("schema_version", Integer, nullable=False),
    CheckConstraint("id = 1", name="head_is_one_row"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("revision", REVISION, primary_key=True, autoincrement=False),
    Column("committed_at", Instant, nullable=False),
    Column("method", String(64), nullable=False),
    Column("request_id", String(36), nullable=False),
)

requests = Table(
    "requests",
    metadata,
    Column("request_id", String(36), primary_key=True),
    Column("method", String(64), nullable=False),
    Column("payload_digest", LargeBinary(32), nullable=False),
    Column("response", LargeBinary, nullable=False),
)


def _record_table(name: str, key: str, columns: list[Column[Any]], *indexed: str) -> Table:
    table = Table(
        name,
        metadata,
        Column("row", REVISION, primary_key=True),
        *columns,
        Column("recorded_at", REVISION, nullable=False),
        Column("superseded_at", REVISION, nullable=False, default=NOT_SUPERSEDED),
    )
    # One row of a key counts at a time: of those not superseded there can be one only.
    Index(f"{name}_{key}", table.c[key], table.c.superseded_at, unique=True)
    for column in indexed:
        Index(f"{name}_{column}", table.c[column], table.c.superseded_at)
    return table


def _period() -> list[Column[Any]]:
    return [Column("started_on", Date, nullable=False)]


teachers = _record_table(
    "teachers",
    "trn",
    [
        Column("trn", String(7), nullable=False),
        Column("trs_induction_status", String(18)),
        Column("prohibited_from_teaching", Boolean),
        Column("mentor_became_ineligible_for_funding_on", Date),
        Column("mentor_became_ineligible_for_funding_reason", String(40)),
    ],
)

schools = _record_table(
    "schools",
    "urn",
    [
        Column("urn", String(6), nullable=False),
        Column("gias_status", String(20)),
        Column("gias_type", String(80)),
        Column("section_41_approved", Boolean),
        Column("marked_as_eligible", Boolean, nullable=False),
    ],
)


def _at_school() -> list[Column[Any]]:
    return [
        Column("id", String(64), nullable=False),
        Column("trn", String(7), nullable=False),
        Column("urn", String(6), nullable=False),
        *_period(),
        Column("finished_on", Date),
        Column("reported_leaving_by_urn", String(6)),
    ]


ect_at_school_periods = _record_table("ect_at_school_periods", "id", _at_school(), "trn", "urn")
mentor_at_school_periods = _record_table(
    "mentor_at_school_periods", "id", _at_school(), "trn", "urn"
)

mentorship_periods = _record_table(
    "mentorship_periods",
    "id",
    [
        Column("id", String(64), nullable=False),
        Column("ect_at_school_period_id", String(64), nullable=False),
        Column("mentor_at_school_period_id", String(64), nullable=False),
        *_period(),
        Column("finished_on", Date),
    ],
    "ect_at_school_period_id",
    "mentor_at_school_period_id",
)

training_periods = _record_table(
    "training_periods",
    "id",
    [
        Column("id", String(64), nullable=False),
        Column("training_programme", String(12), nullable=False),
        *_period(),
        Column("ect_at_school_period_id", String(64)),
        Column("mentor_at_school_period_id", String(64)),
        Column("finished_on", Date),
        Column("lead_provider", String(200)),
        Column("partnership_confirmed", Boolean),
        Column("contract_period", Integer),
        Column("withdrawn_at", Instant),
        Column("deferred_at", Instant),
    ],
    "ect_at_school_period_id",
    "mentor_at_school_period_id",
)

TABLES: dict[type, Table] = {
    Teacher: teachers,
    School: schools,
    EctAtSchoolPeriod: ect_at_school_periods,
    MentorAtSchoolPeriod: mentor_at_school_periods,
    MentorshipPeriod: mentorship_periods,
    TrainingPeriod: training_periods,
}

_ENUMS: dict[str, type] = {
    "trs_induction_status": InductionStatus,
    "mentor_became_ineligible_for_funding_reason": MentorLostFundingReason,
    "gias_status": GiasStatus,
    "training_programme": TrainingProgramme,
}

FIELDS: dict[type, tuple[str, ...]] = {
    kind: tuple(f.name for f in attrs_fields(kind)) for kind in TABLES
}

_ENUM_PLACES: dict[type, tuple[tuple[int, type], ...]] = {
    kind: tuple((i, _ENUMS[name]) for i, name in enumerate(names) if name in _ENUMS)
    for kind, names in FIELDS.items()
}


def record(kind: type, row: Any) -> Record:
    """The record of a row whose columns are `FIELDS[kind]`, in that order."""
    values = list(row)
    for place, enum in _ENUM_PLACES[kind]:
        if values[place] is not None:
            values[place] = enum(values[place])
    found: Record = kind(*values)
    return found


def values(found: Record) -> dict[str, Any]:
    """The columns of a record, by name."""
    return {name: getattr(found, name) for name in FIELDS[type(found)]}
