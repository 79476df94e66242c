"""Rows of the RECT database as INSERT statements: read, and written again with less in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_AT_SCHOOL = "id teacher_id school_id started_on finished_on reported_leaving_by_school_id"
_LOSS = "mentor_became_ineligible_for_funding_"
_FIRST = "first_became_eligible_for_training_at"
# "?": may be missing in a statement, and is then null.
_COLUMNS = {
    table: columns.split()
    for table, columns in {
        "contract_periods": "year enabled payments_frozen_at",
        "lead_providers": "id name",
        "active_lead_providers": "id lead_provider_id contract_period_year",
        "lead_provider_delivery_partnerships": "id active_lead_provider_id",
        "gias_schools": "urn status type_name section_41_approved",
        "schools": "id urn marked_as_eligible",
        "school_partnerships": "id lead_provider_delivery_partnership_id",
        "schedules": "id contract_period_year",
        "teachers": f"id trn trs_data_last_refreshed_at? trs_induction_status trs_qts_awarded_on "
        f"ect_{_FIRST} ect_became_ineligible_for_funding_on mentor_{_FIRST} {_LOSS}on {_LOSS}reason",
        "ect_at_school_periods": _AT_SCHOOL,
        "mentor_at_school_periods": _AT_SCHOOL,
        "mentorship_periods": "id ect_at_school_period_id mentor_at_school_period_id started_on "
        "finished_on",
        "training_periods": "id ect_at_school_period_id mentor_at_school_period_id "
        "training_programme started_on finished_on school_partnership_id "
        "expression_of_interest_id schedule_id withdrawn_at deferred_at",
        "induction_periods": "id teacher_id started_on finished_on outcome",
        "declarations": "id training_period_id declaration_type declaration_date payment_status "
        "clawback_status evidence_type",
    }.items()
}
TABLES = {table: tuple(c.rstrip("?") for c in columns) for table, columns in _COLUMNS.items()}
_OPTIONAL = {c.rstrip("?"): None for columns in _COLUMNS.values() for c in columns if "?" in c}

Value = str | int | bool | None
Row = dict[str, Value]

_INSERT = re.compile(r"INSERT INTO (\w+) \(([^)]*)\) VALUES\s")
_TOKEN = re.compile(r"\s*(?:'((?:[^']|'')*)'|(-?\d+|true|false|NULL)\b|([(),;]))")
_WORDS: dict[str, Value] = {"true": True, "false": False, "NULL": None}


def tables(sql: str) -> dict[str, list[Row]]:
    """The rows of TABLES in `sql`.

    Raises ValueError where a table has no statement, or a statement cannot be read to its end;
    KeyError where a statement lacks a column.
    """
    found: dict[str, list[Row]] = {}
    for insert in _INSERT.finditer(sql):
        table, columns = insert[1], insert[2].split(", ")
        if table in TABLES:
            for values in _rows(sql, insert.end()):
                row = _OPTIONAL | dict(zip(columns, values, strict=True))
                found.setdefault(table, []).append(
                    {column: row[column] for column in TABLES[table]}
                )
    if missing := TABLES.keys() - found.keys():
        raise ValueError(f"no INSERT statement with rows of {', '.join(sorted(missing))}")
    return {table: found[table] for table in TABLES}


def _rows(sql: str, at: int) -> Iterator[list[Value]]:
    row: list[Value] = []
    while token := _TOKEN.match(sql, at):
        at = token.end()
        text, word, mark = token.groups()
        if mark == ";":
            return
        if mark == "(":
            row = []
        elif mark == ")":
            yield row
        elif text is not None:
            row.append(text.replace("''", "'"))
        elif word is not None:
            row.append(_WORDS[word] if word in _WORDS else int(word))
    raise ValueError(f"cannot read the statement on from {sql[at : at + 40]!r}")


def reduced(sql: str) -> str:
    """The INSERT statements of TABLES with the columns there, one row on a line."""
    statements = []
    for table, rows in tables(sql).items():
        lines = ",\n".join(f"  ({', '.join(map(_literal, row.values()))})" for row in rows)
        columns = ", ".join(TABLES[table])
        statements.append(f"INSERT INTO {table} ({columns}) VALUES\n{lines};\n")
    return "\n".join(statements)


def _literal(value: Value) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return "'" + value.replace("'", "''") + "'"
