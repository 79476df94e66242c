"""From rows to records, one after the other, and what cannot be one named by table and key."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from attrs import define, frozen
from sqlalchemy import Connection, Row, Select, func, select, union_all
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from ect_rules.errors import EctRulesError, Problem
from ect_rules.facts import Record
from ect_rules.integrity import alone
from ect_rules.rect import tables
from ect_rules.rect.cells import CannotMapError, Cells
from ect_rules.rect.changes import Changes
from ect_rules.rect.mapping import OF_NOBODY
from ect_rules.rect.sources import SOURCES, Source, found

ROWS_AT_ONCE = 1_000
_LeftOut = dict[str, set[int]]


@frozen
class Mapped:
    """A row that makes a record. `key`: its id, or what its table is known by instead."""

    table: str
    key: int
    record: Record


@frozen
class Unmapped:
    """A row that makes no record. The field of `problem` is the column; it says what to do."""

    table: str
    key: int
    problem: Problem

    @property
    def of_nobody(self) -> bool:
        """Whether it is about nobody, so that no answer lacks anything without it."""
        return self.problem.reason in OF_NOBODY


@define
class Rect:
    """RECT in one state, read through `connection`. `name`: the database, to show."""

    connection: Connection
    name: str

    def read(self, since: datetime | None = None) -> Iterator[Mapped | Unmapped]:
        """Every row that is a record of ours or should be, after those that it names; the same in the
        same order each time. `since`: only those that have changed at that instant or later, or are
        mapped together with one that has, and what they name.

        Rows that make no record are kept in mind by their keys, and of the others none.
        """
        changes = None if since is None else Changes(since)
        left_out: _LeftOut = {source.table.name: set() for source in SOURCES}
        for source in SOURCES:
            statement = source.select() if changes is None else changes.select(source)
            for row in self._rows(statement):
                made = _made(source, row, left_out)
                if isinstance(made, Unmapped):
                    left_out[made.table].add(made.key)
                yield made

    def newest_change(self) -> datetime | None:
        """The newest `updated_at` of all the tables, and now at the latest; None where all are empty."""
        now = func.timezone("UTC", func.now())
        each = [
            select(func.max(t.c.updated_at).label("at")) for t in tables.metadata.tables.values()
        ]
        newest = func.max(union_all(*each).subquery().c.at)
        at = self.connection.execute(
            # LEAST leaves nulls out, and none of the tables may have a row.
            select(func.least(newest, now)).having(newest.is_not(None))
        ).scalar()
        return None if at is None else at.replace(tzinfo=UTC)

    def _rows(self, statement: Select[Any]) -> Iterator[Row[Any]]:
        options = {"yield_per": ROWS_AT_ONCE}  # by a cursor on the server
        with (
            readable(self.name),
            self.connection.execute(statement, execution_options=options) as result,
        ):
            yield from result


@contextmanager
def readable(name: str) -> Iterator[None]:
    """Turn what the database raises into EctRulesError, with the cause in one line."""
    try:
        yield
    except DBAPIError as error:
        raise _unreadable(name, _cause(error.orig)) from error
    except SQLAlchemyError as error:
        raise _unreadable(name, type(error).__name__) from error


def _unreadable(name: str, why: str) -> EctRulesError:
    return EctRulesError(
        f"the RECT database {name} cannot be read: {why}", reason="RECT_UNREADABLE"
    )


def _cause(error: BaseException | None) -> str:
    # PostgreSQL adds lines of detail, in which there may be the values of a row.
    told = getattr(getattr(error, "diag", None), "message_primary", None) or str(error)
    return str(told).partition("\n")[0] or type(error).__name__


def _made(source: Source, row: Row[Any], left_out: _LeftOut) -> Mapped | Unmapped:
    table, key = source.table.name, getattr(row, source.key.name)
    try:
        for column, parent in source.parents.items():
            _hold_to(row, column, parent.table.name, left_out)
        record = source.record(Cells(row))
    except CannotMapError as error:
        return Unmapped(table, key, error.problem)
    for problem in alone(record):
        return Unmapped(table, key, problem)
    return Mapped(table, key, record)


def _hold_to(row: Row[Any], column: str, parent: str, left_out: _LeftOut) -> None:
    named = getattr(row, column)
    if named is None:
        return
    if getattr(row, found(column)) is None:
        raise CannotMapError(
            column, f"names a row that {parent} does not have; correct it in RECT", "NOT_FOUND"
        )
    if named in left_out[parent]:
        raise CannotMapError(
            column, f"names {parent} {named}, which makes no record; see there", "NAMES_UNMAPPED"
        )
