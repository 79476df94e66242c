"""Turn rows of the RECT database, as INSERT statements, into records to import.

    convert.py SQL_FILE OUT_FOLDER            write the records as CSV files
    convert.py --reduce SQL_FILE OUT_FILE     write the same INSERT statements with the tables and
                                              columns alone that the conversion reads

RECT is the service "Register early career teachers". How its rows become records:

- Identifiers of periods are its database ids, as text.
- The lead provider is the name of the one that the confirmed school partnership leads to
  (`partnership_confirmed` true), otherwise of the one that the school has chosen, its expression of
  interest (`partnership_confirmed` false). School-led training has neither.
- The contract period of training is that of the active lead provider on either path, otherwise the
  schedule's.
- Instants carry no zone in RECT and are UTC.
- `prohibited_from_teaching`: RECT does not store it. It asks the Teaching Record System whenever
  somebody is registered, and refuses whoever is prohibited (GATE-E7 for ECTs, GATE-M5 for mentors).
  So everybody with an ECT or mentor period is recorded as not prohibited, and of anybody else
  nothing is recorded. A prohibition that came after the registration is not seen here.
- `qts_held`: true where there is a day on which qualified teacher status was awarded; without one, false
  where RECT has read the teacher's record in the Teaching Record System, which an induction status or
  the time of its last reading shows, and otherwise not told.
- Induction of no teacher, and declarations of no training, are left out.
- RECT stores no administrative district code, and nothing of what ECF1 held of its checks.

It reads the tables in rect_sql.TABLES and nothing else: no name of a person, no address of any kind.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from rect_sql import TABLES, Row, Value, reduced, tables

from ect_rules import tabular
from ect_rules.facts import (
    ClawbackStatus,
    ContractPeriod,
    Declaration,
    DeclarationType,
    EctAtSchoolPeriod,
    EvidenceType,
    GiasStatus,
    InductionOutcome,
    InductionPeriod,
    InductionStatus,
    MentorAtSchoolPeriod,
    MentorLostFundingReason,
    MentorshipPeriod,
    PaymentStatus,
    Record,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)

E = TypeVar("E", bound=StrEnum)


class _Conversion:
    """The rows of one database, found by their ids."""

    def __init__(self, found: dict[str, list[Row]]) -> None:
        self._found = found
        self._by_id = {
            table: {row[TABLES[table][0]]: row for row in rows} for table, rows in found.items()
        }

    def records(self) -> Iterator[Record]:
        registered = {
            row["teacher_id"]
            for table in ("ect_at_school_periods", "mentor_at_school_periods")
            for row in self._found[table]
        }
        for row in self._found["teachers"]:
            yield _teacher(row, registered=row["id"] in registered)
        marked = {row["urn"] for row in self._found["schools"] if row["marked_as_eligible"]}
        for row in self._found["gias_schools"]:
            yield _school(row, marked=row["urn"] in marked)
        for row in self._found["ect_at_school_periods"]:
            yield EctAtSchoolPeriod(**self._at_school(row))
        for row in self._found["mentor_at_school_periods"]:
            yield MentorAtSchoolPeriod(**self._at_school(row))
        for row in self._found["mentorship_periods"]:
            yield MentorshipPeriod(
                id=str(row["id"]),
                ect_at_school_period_id=str(row["ect_at_school_period_id"]),
                mentor_at_school_period_id=str(row["mentor_at_school_period_id"]),
                **_days(row),
            )
        for row in self._found["training_periods"]:
            yield self._training(row)
        for row in self._found["induction_periods"]:
            if row["teacher_id"] is not None:
                yield InductionPeriod(
                    id=str(row["id"]),
                    trn=self._trn(row),
                    outcome=_member(InductionOutcome, row["outcome"]),
                    **_days(row),
                )
        for row in self._found["declarations"]:
            if row["training_period_id"] is not None:
                yield _declaration(row)
        for row in self._found["contract_periods"]:
            yield _contract_period(row)

    def _follow(self, row: Row, *path: tuple[str, str]) -> Row | None:
        """The row at the end of `path`, pairs of a column and the table it refers to."""
        for column, table in path:
            if row[column] is None:
                return None
            row = self._by_id[table][row[column]]
        return row

    def _urn(self, row: Row, column: str) -> str | None:
        school = self._follow(row, (column, "schools"))
        return str(school["urn"]) if school else None

    def _trn(self, row: Row) -> str:
        return str(self._by_id["teachers"][row["teacher_id"]]["trn"])

    def _at_school(self, row: Row) -> dict[str, Any]:
        return {
            "id": str(row["id"]),
            "trn": self._trn(row),
            "urn": self._urn(row, "school_id"),
            "reported_leaving_by_urn": self._urn(row, "reported_leaving_by_school_id"),
            **_days(row),
        }

    def _training(self, row: Row) -> TrainingPeriod:
        confirmed = self._follow(
            row,
            ("school_partnership_id", "school_partnerships"),
            ("lead_provider_delivery_partnership_id", "lead_provider_delivery_partnerships"),
            ("active_lead_provider_id", "active_lead_providers"),
        )
        chosen = self._follow(row, ("expression_of_interest_id", "active_lead_providers"))
        active = confirmed or chosen
        provider = active and self._follow(active, ("lead_provider_id", "lead_providers"))
        year = active or self._follow(row, ("schedule_id", "schedules"))
        return TrainingPeriod(
            id=str(row["id"]),
            training_programme=TrainingProgramme(str(row["training_programme"])),
            ect_at_school_period_id=_text(row["ect_at_school_period_id"]),
            mentor_at_school_period_id=_text(row["mentor_at_school_period_id"]),
            lead_provider=_text(provider["name"]) if provider else None,
            partnership_confirmed=confirmed is not None if active else None,
            contract_period=int(str(year["contract_period_year"])) if year else None,
            withdrawn_at=_instant(row["withdrawn_at"]),
            deferred_at=_instant(row["deferred_at"]),
            **_days(row),
        )


def _teacher(row: Row, *, registered: bool) -> Teacher:
    awarded_on = _day(row["trs_qts_awarded_on"])
    read = row["trs_induction_status"] is not None or row["trs_data_last_refreshed_at"] is not None
    return Teacher(
        trn=str(row["trn"]),
        trs_induction_status=_member(InductionStatus, row["trs_induction_status"]),
        prohibited_from_teaching=False if registered else None,
        mentor_became_ineligible_for_funding_on=_day(
            row["mentor_became_ineligible_for_funding_on"]
        ),
        mentor_became_ineligible_for_funding_reason=_member(
            MentorLostFundingReason, row["mentor_became_ineligible_for_funding_reason"]
        ),
        qts_held=awarded_on is not None if awarded_on or read else None,
        qts_awarded_on=awarded_on,
        ect_first_became_eligible_for_training_at=_instant(
            row["ect_first_became_eligible_for_training_at"]
        ),
        ect_became_ineligible_for_funding_on=_day(row["ect_became_ineligible_for_funding_on"]),
        mentor_first_became_eligible_for_training_at=_instant(
            row["mentor_first_became_eligible_for_training_at"]
        ),
    )


def _school(row: Row, *, marked: bool) -> School:
    return School(
        urn=str(row["urn"]),
        gias_status=GiasStatus(str(row["status"])),
        gias_type=_text(row["type_name"]),
        section_41_approved=bool(row["section_41_approved"]),
        marked_as_eligible=marked,
    )


def _declaration(row: Row) -> Declaration:
    return Declaration(
        id=str(row["id"]),
        training_period_id=str(row["training_period_id"]),
        declaration_type=DeclarationType(str(row["declaration_type"])),
        declaration_date=_utc(str(row["declaration_date"])),
        payment_status=PaymentStatus(str(row["payment_status"])),
        clawback_status=ClawbackStatus(str(row["clawback_status"])),
        evidence_type=_member(EvidenceType, row["evidence_type"]),
    )


def _contract_period(row: Row) -> ContractPeriod:
    return ContractPeriod(
        year=int(str(row["year"])),
        enabled=None if row["enabled"] is None else bool(row["enabled"]),
        payments_frozen_at=_instant(row["payments_frozen_at"]),
    )


def _days(row: Row) -> dict[str, Any]:
    return {"started_on": _day(row["started_on"]), "finished_on": _day(row["finished_on"])}


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _day(value: Value) -> date | None:
    return None if value is None else date.fromisoformat(str(value))


def _instant(value: Value) -> datetime | None:
    return None if value is None else _utc(str(value))


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _member(enum: type[E], value: Value) -> E | None:
    return None if value is None else enum(str(value))


def records(sql: str) -> Iterable[Record]:
    """The records of the rows in `sql`.

    Raises ValueError for a value that a record cannot hold, KeyError where a row names one that is
    not there, and as `tables`.
    """
    return _Conversion(tables(sql)).records()


def main() -> None:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(description="Turn rows of the RECT database into records.")
    parser.add_argument("--reduce", action="store_true", help="write reduced SQL, not records")
    parser.add_argument("sql", type=Path, help="file of INSERT statements")
    parser.add_argument("out", type=Path, help="folder for the records, or file for reduced SQL")
    options = parser.parse_args()
    sql = options.sql.read_text(encoding="utf-8")
    if options.reduce:
        options.out.write_text(reduced(sql), encoding="utf-8", newline="\n")
    else:
        tabular.write(options.out, records(sql), "csv")


if __name__ == "__main__":
    main()
