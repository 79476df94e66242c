"""The tables. A row of a record is written once and closed at most once.

A row counts at revision R where `recorded_at <= R < superseded_at`. Only the head row is ever
changed in place: whoever writes holds it, so that revisions are committed in the order of their
numbers.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

from ect_rules.facts import (
    ContractPeriod,
    Declaration,
    EcfEligibility,
    EctAtSchoolPeriod,
    InductionPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    School,
    Teacher,
    TrainingPeriod,
)
from ect_rules.store.instant import DAY, Instant

NOT_SUPERSEDED = 2**62
SCHEMA_VERSION = 3
REVISION = BigInteger().with_variant(Integer, "sqlite")


metadata = MetaData()

head = Table(
    "head",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("revision", REVISION, nullable=False),
    Column("schema_version", Integer, nullable=False),
    Column("entry", LargeBinary(32), nullable=False),
    # The newest revision that erased somebody; 0 while there is none.
    Column("erased_at", REVISION, nullable=False),
    CheckConstraint("id = 1", name="head_is_one_row"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("revision", REVISION, primary_key=True, autoincrement=False),
    Column("committed_at", Instant, nullable=False),
    Column("method", String(64), nullable=False),
    Column("request_id", String(36), nullable=False),
    Column("entry", LargeBinary(32), nullable=False),
)

requests = Table(
    "requests",
    metadata,
    Column("request_id", String(36), primary_key=True),
    Column("method", String(64), nullable=False),
    Column("payload_digest", LargeBinary(32), nullable=False),
    Column("response", LargeBinary, nullable=False),
)

# What is left of a row that was erased: when it counted, and the digest of its seal.
tombstones = Table(
    "tombstones",
    metadata,
    Column("row", REVISION, primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("recorded_at", REVISION, nullable=False),
    Column("superseded_at", REVISION, nullable=False),
    Column("erased_at", REVISION, nullable=False),
    Index("tombstones_recorded_at", "recorded_at"),
    Index("tombstones_superseded_at", "superseded_at"),
    Index("tombstones_erased_at", "erased_at"),
)

# Whom else an erased row named, by which it would be looked for: the other side of a mentorship, the
# school of a period.
erased_names = Table(
    "erased_names",
    metadata,
    Column("row", REVISION, primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("name", String(32), nullable=False),
    Column("key", String(64), nullable=False),
    Column("recorded_at", REVISION, nullable=False),
    Column("superseded_at", REVISION, nullable=False),
    Index("erased_names_key", "kind", "name", "key"),
)


def _record_table(name: str, key: str, columns: list[Column[Any]], *indexed: str) -> Table:
    table = Table(
        name,
        metadata,
        Column("row", REVISION, primary_key=True),
        *columns,
        Column("seal", LargeBinary(48), nullable=False),
        Column("recorded_at", REVISION, nullable=False),
        Column("superseded_at", REVISION, nullable=False, default=NOT_SUPERSEDED),
    )
    # One row of a key counts at a time: of those not superseded there can be one only.
    Index(f"{name}_{key}", table.c[key], table.c.superseded_at, unique=True)
    for column in indexed:
        Index(f"{name}_{column}", table.c[column], table.c.superseded_at)
    # What a revision did is found without looking at every row.
    Index(f"{name}_recorded_at", table.c.recorded_at)
    closed = table.c.superseded_at < NOT_SUPERSEDED
    Index(
        f"{name}_superseded_at",
        table.c.superseded_at,
        sqlite_where=closed,
        postgresql_where=closed,
    )
    return table


def _id(name: str = "id") -> Column[Any]:
    return Column(name, String(64), nullable=False)


def _period() -> list[Column[Any]]:
    return [Column("started_on", DAY, nullable=False), Column("finished_on", DAY)]


teachers = _record_table(
    "teachers",
    "trn",
    [
        Column("trn", String(7), nullable=False),
        Column("trs_induction_status", String(18)),
        Column("prohibited_from_teaching", Boolean),
        Column("mentor_became_ineligible_for_funding_on", DAY),
        Column("mentor_became_ineligible_for_funding_reason", String(40)),
        Column("qts_held", Boolean),
        Column("qts_awarded_on", DAY),
        Column("ect_first_became_eligible_for_training_at", Instant),
        Column("ect_became_ineligible_for_funding_on", DAY),
        Column("mentor_first_became_eligible_for_training_at", Instant),
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
        Column("administrative_district_code", String(9)),
    ],
)


def _at_school() -> list[Column[Any]]:
    return [
        _id(),
        Column("trn", String(7), nullable=False),
        Column("urn", String(6), nullable=False),
        *_period(),
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
        _id(),
        _id("ect_at_school_period_id"),
        _id("mentor_at_school_period_id"),
        *_period(),
    ],
    "ect_at_school_period_id",
    "mentor_at_school_period_id",
)

training_periods = _record_table(
    "training_periods",
    "id",
    [
        _id(),
        Column("training_programme", String(12), nullable=False),
        *_period(),
        Column("ect_at_school_period_id", String(64)),
        Column("mentor_at_school_period_id", String(64)),
        Column("lead_provider", String(200)),
        Column("partnership_confirmed", Boolean),
        Column("contract_period", Integer),
        Column("withdrawn_at", Instant),
        Column("deferred_at", Instant),
    ],
    "ect_at_school_period_id",
    "mentor_at_school_period_id",
)

induction_periods = _record_table(
    "induction_periods",
    "id",
    [
        _id(),
        Column("trn", String(7), nullable=False),
        *_period(),
        Column("outcome", String(4)),
    ],
    "trn",
)

declarations = _record_table(
    "declarations",
    "id",
    [
        _id(),
        _id("training_period_id"),
        Column("declaration_type", String(10), nullable=False),
        Column("declaration_date", Instant, nullable=False),
        Column("payment_status", String(10), nullable=False),
        Column("clawback_status", String(17), nullable=False),
        Column("evidence_type", String(43)),
    ],
    "training_period_id",
)

contract_periods = _record_table(
    "contract_periods",
    "year",
    [
        Column("year", Integer, nullable=False),
        Column("enabled", Boolean),
        Column("payments_frozen_at", Instant),
    ],
)

ecf_eligibilities = _record_table(
    "ecf_eligibilities",
    "id",
    [
        _id(),
        Column("trn", String(7), nullable=False),
        Column("role", String(6), nullable=False),
        Column("status", String(12)),
        Column("reason", String(22)),
        Column("manually_validated", Boolean, nullable=False),
        Column("active_flags", Boolean),
        Column("previous_participation", Boolean),
        Column("previous_induction", Boolean),
        Column("no_qts", Boolean),
        Column("different_trn", Boolean),
        Column("profile_duplicity", String(9)),
        Column("exempt_from_induction", Boolean),
        Column("no_induction", Boolean),
    ],
    "trn",
)

TABLES: dict[type, Table] = {
    Teacher: teachers,
    School: schools,
    EctAtSchoolPeriod: ect_at_school_periods,
    MentorAtSchoolPeriod: mentor_at_school_periods,
    MentorshipPeriod: mentorship_periods,
    TrainingPeriod: training_periods,
    InductionPeriod: induction_periods,
    Declaration: declarations,
    ContractPeriod: contract_periods,
    EcfEligibility: ecf_eligibilities,
}
