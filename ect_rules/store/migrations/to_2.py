"""More of teachers and schools; induction, declarations, contract periods, and what ECF1 held.

Of what is new nothing has been told: columns are empty, and so are tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Boolean, Column, Date, DateTime, Integer, String

if TYPE_CHECKING:
    from alembic.operations import Operations

REVISION = BigInteger().with_variant(Integer, "sqlite")
INSTANT = DateTime(timezone=True)


def upgrade(op: Operations) -> None:
    """From version 1."""
    op.add_column("teachers", Column("qts_held", Boolean))
    op.add_column("teachers", Column("qts_awarded_on", Date))
    op.add_column("teachers", Column("ect_first_became_eligible_for_training_at", INSTANT))
    op.add_column("teachers", Column("ect_became_ineligible_for_funding_on", Date))
    op.add_column("teachers", Column("mentor_first_became_eligible_for_training_at", INSTANT))
    op.add_column("schools", Column("administrative_district_code", String(9)))
    _induction_periods(op)
    _declarations(op)
    _contract_periods(op)
    _ecf_eligibilities(op)


def _record_table(
    op: Operations, name: str, key: Column[Any], *columns: Column[Any], indexed: str = ""
) -> None:
    op.create_table(
        name,
        Column("row", REVISION, primary_key=True),
        key,
        *columns,
        Column("recorded_at", REVISION, nullable=False),
        Column("superseded_at", REVISION, nullable=False),
    )
    op.create_index(f"{name}_{key.name}", name, [key.name, "superseded_at"], unique=True)
    if indexed:
        op.create_index(f"{name}_{indexed}", name, [indexed, "superseded_at"])


def _id(name: str = "id") -> Column[Any]:
    return Column(name, String(64), nullable=False)


def _induction_periods(op: Operations) -> None:
    _record_table(
        op,
        "induction_periods",
        _id(),
        Column("trn", String(7), nullable=False),
        Column("started_on", Date, nullable=False),
        Column("finished_on", Date),
        Column("outcome", String(4)),
        indexed="trn",
    )


def _declarations(op: Operations) -> None:
    _record_table(
        op,
        "declarations",
        _id(),
        _id("training_period_id"),
        Column("declaration_type", String(10), nullable=False),
        Column("declaration_date", INSTANT, nullable=False),
        Column("payment_status", String(10), nullable=False),
        Column("clawback_status", String(17), nullable=False),
        Column("evidence_type", String(43)),
        indexed="training_period_id",
    )


def _contract_periods(op: Operations) -> None:
    _record_table(
        op,
        "contract_periods",
        Column("year", Integer, nullable=False),
        Column("enabled", Boolean),
        Column("payments_frozen_at", INSTANT),
    )


def _ecf_eligibilities(op: Operations) -> None:
    _record_table(
        op,
        "ecf_eligibilities",
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
        indexed="trn",
    )
