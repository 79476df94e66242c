"""The tables of RECT, with the columns alone that are read: no name, address or birth date of anybody.

A foreign key says that a row is mapped together with the row that it names, and so is read again
when that one has changed.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()


def _table(name: str, *columns: Column[Any], key: str = "id") -> Table:
    return Table(
        name,
        metadata,
        Column(key, BigInteger, primary_key=True),
        *columns,
        Column("updated_at", DateTime, nullable=False),
    )


def _names(column: str, table: Table) -> Column[Any]:
    return Column(column, BigInteger, ForeignKey(table.primary_key.columns[0]))


def _days() -> tuple[Column[Any], Column[Any]]:
    return Column("started_on", Date), Column("finished_on", Date)


contract_periods = _table(
    "contract_periods",
    Column("enabled", Boolean),
    Column("payments_frozen_at", DateTime),
    key="year",
)

lead_providers = _table("lead_providers", Column("name", Text))

active_lead_providers = _table(
    "active_lead_providers",
    _names("lead_provider_id", lead_providers),
    Column("contract_period_year", BigInteger),
)

lead_provider_delivery_partnerships = _table(
    "lead_provider_delivery_partnerships",
    _names("active_lead_provider_id", active_lead_providers),
)

school_partnerships = _table(
    "school_partnerships",
    _names("lead_provider_delivery_partnership_id", lead_provider_delivery_partnerships),
)

schedules = _table("schedules", Column("contract_period_year", BigInteger))

gias_schools = _table(
    "gias_schools",
    Column("status", Text),
    Column("type_name", Text),
    Column("section_41_approved", Boolean),
    key="urn",
)

# Its URN is no foreign key here: nothing that names a school needs the row in gias_schools.
schools = _table("schools", Column("urn", BigInteger), Column("marked_as_eligible", Boolean))

teachers = _table(
    "teachers",
    Column("trn", Text),
    Column("anonymised_at", DateTime),
    Column("trs_response", Text),
    Column("trs_data_last_refreshed_at", DateTime),
    Column("trs_induction_status", Text),
    Column("trs_qts_awarded_on", Date),
    Column("ect_first_became_eligible_for_training_at", DateTime),
    Column("ect_became_ineligible_for_funding_on", Date),
    Column("mentor_first_became_eligible_for_training_at", DateTime),
    Column("mentor_became_ineligible_for_funding_on", Date),
    Column("mentor_became_ineligible_for_funding_reason", Text),
)


def _at_school(name: str) -> Table:
    return _table(
        name,
        _names("teacher_id", teachers),
        _names("school_id", schools),
        *_days(),
        _names("reported_leaving_by_school_id", schools),
    )


ect_at_school_periods = _at_school("ect_at_school_periods")
mentor_at_school_periods = _at_school("mentor_at_school_periods")

mentorship_periods = _table(
    "mentorship_periods",
    _names("ect_at_school_period_id", ect_at_school_periods),
    _names("mentor_at_school_period_id", mentor_at_school_periods),
    *_days(),
)

training_periods = _table(
    "training_periods",
    _names("ect_at_school_period_id", ect_at_school_periods),
    _names("mentor_at_school_period_id", mentor_at_school_periods),
    Column("training_programme", Text),
    *_days(),
    _names("school_partnership_id", school_partnerships),
    _names("expression_of_interest_id", active_lead_providers),
    _names("schedule_id", schedules),
    Column("withdrawn_at", DateTime),
    Column("deferred_at", DateTime),
)

induction_periods = _table(
    "induction_periods", _names("teacher_id", teachers), *_days(), Column("outcome", Text)
)

declarations = _table(
    "declarations",
    _names("training_period_id", training_periods),
    Column("declaration_type", Text),
    Column("declaration_date", DateTime),
    Column("payment_status", Text),
    Column("clawback_status", Text),
    Column("evidence_type", Text),
)
