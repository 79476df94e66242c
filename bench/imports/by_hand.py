"""The same rows by hand: `executemany` into SQLite, `COPY` into PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import UTC, date, datetime

import psycopg
from attrs import frozen
from psycopg import sql

from ect_rules.facts import Record
from ect_rules.store.ledger import seal
from ect_rules.store.rows import FIELDS, values
from ect_rules.store.tables import NOT_SUPERSEDED, TABLES
from tests.postgres import plain

Row = tuple[object, ...]


@frozen
class Rows:
    """The rows of one table, as they are to be in it."""

    table: str
    columns: tuple[str, ...]
    rows: list[Row]


def rows_of(records: Iterable[Record], url: str) -> list[Rows]:
    """What an import of the records writes into the tables of records, at revision 1, as the driver of
    the database takes it.
    """
    of_driver = _as_sqlite_has_it if url.startswith("sqlite:///") else lambda value: value
    found = {
        kind: Rows(table.name, (*FIELDS[kind], "recorded_at", "superseded_at", "seal"), [])
        for kind, table in TABLES.items()
    }
    for record in records:
        kind = type(record)
        columns = values(record)
        sealed = seal(found[kind].table, 1, columns)
        found[kind].rows.append((*map(of_driver, columns.values()), 1, NOT_SUPERSEDED, sealed))
    return [*found.values()]


def _as_sqlite_has_it(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
    return value.isoformat() if isinstance(value, date) else value


def write(url: str, given: list[Rows]) -> None:
    """Write them into the tables of a store with nothing in it, in one transaction."""
    if url.startswith("sqlite:///"):
        _executemany(url.removeprefix("sqlite:///"), given)
    else:
        _copy(url, given)


def _executemany(path: str, given: list[Rows]) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN IMMEDIATE")
    for each in given:
        places = ", ".join("?" * len(each.columns))
        connection.executemany(
            f"INSERT INTO {each.table} ({', '.join(each.columns)}) VALUES ({places})",  # noqa: S608
            each.rows,
        )
    connection.execute("COMMIT")
    connection.close()


def _copy(url: str, given: list[Rows]) -> None:
    with psycopg.connect(plain(url)) as connection, connection.cursor() as cursor:
        for each in given:
            columns = sql.SQL(", ").join(map(sql.Identifier, each.columns))
            table = sql.Identifier(each.table)
            statement = sql.SQL("COPY {} ({}) FROM STDIN").format(table, columns)
            with cursor.copy(statement) as copy:
                for row in each.rows:
                    copy.write_row(row)
