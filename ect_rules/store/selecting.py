"""The records of one kind at one revision: one statement for any number of keys."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any, TypeVar

from attrs import define
from sqlalchemy import BindParameter, Connection, Select, Table, bindparam, select

from ect_rules.facts import Record
from ect_rules.store.database import dialect
from ect_rules.store.dialect import Dialect
from ect_rules.store.rows import FIELDS, record
from ect_rules.store.statements import run
from ect_rules.store.tables import TABLES

R = TypeVar("R", bound=Record)


@define
class Selection:
    """The records as they were known at `revision`, read through `connection`.

    `erased_at`: the newest revision that erased somebody; what is read at an earlier one may be gone.
    """

    connection: Connection
    revision: int
    erased_at: int = 0

    def of(self, kind: type[R], column: str, keys: Collection[Any]) -> list[R]:
        """The records whose `column` is one of `keys`; of no keys none, and without a statement."""
        if not keys:
            return []
        return self._rows(kind, column, keys)

    def every(self, kind: type[R]) -> list[R]:
        """All the records of a kind of which there are few."""
        return self._rows(kind, "", ())

    def _rows(self, kind: type[R], column: str, keys: Collection[Any]) -> list[R]:
        database = dialect(self.connection)
        given: dict[str, object] = {"revision": self.revision}
        if column:
            given["keys"] = database.keys(keys)
        statement = _statement(database, TABLES[kind], FIELDS[kind], column)
        found: list[Any] = [record(kind, row) for row in run(self.connection, statement, given)]
        return found


@cache
def _statement(database: Dialect, table: Table, names: tuple[str, ...], column: str) -> Select[Any]:
    revision: BindParameter[int] = bindparam("revision")
    counting = select(*(table.c[name] for name in names)).where(
        table.c.recorded_at <= revision, table.c.superseded_at > revision
    )
    if not column:
        return counting
    # One parameter for any number of keys: the statement is compiled once, and no limit is met.
    return counting.where(database.one_of(table.c[column]))
