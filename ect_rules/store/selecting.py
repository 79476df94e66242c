"""The records of one kind at one revision: one statement for any number of keys."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any, TypeVar

from attrs import define
from sqlalchemy import BindParameter, Connection, Select, Table, bindparam, select

from ect_rules.errors import FactsErasedError
from ect_rules.facts import Record, Teacher
from ect_rules.store.database import dialect
from ect_rules.store.dialect import Dialect
from ect_rules.store.rows import FIELDS, record
from ect_rules.store.statements import run
from ect_rules.store.tables import TABLES, erased_names

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
        if self.revision < self.erased_at and column:
            self._hold_to_what_is_left(kind, column, keys, found)
        return found

    def _hold_to_what_is_left(
        self, kind: type[R], column: str, keys: Collection[Any], found: Collection[Any]
    ) -> None:
        # Of whom nothing is found at a past revision nobody can say whether there ever was anything.
        missing = kind is Teacher and len(found) < len(set(keys))
        if not missing:
            database = dialect(self.connection)
            given = {
                "kind": TABLES[kind].name,
                "name": column,
                "keys": database.keys({str(key) for key in keys}),
                "revision": self.revision,
            }
            if not run(self.connection, _erased(database), given):
                return
        raise FactsErasedError(
            f"facts that this rests on at revision {self.revision} were erased later, or may have "
            f"been; ask at revision {self.erased_at} or later"
        )


@cache
def _erased(database: Dialect) -> Select[Any]:
    revision: BindParameter[int] = bindparam("revision")
    return (
        select(erased_names.c.row)
        .where(
            erased_names.c.kind == bindparam("kind"),
            erased_names.c.name == bindparam("name"),
            database.one_of(erased_names.c.key),
            erased_names.c.recorded_at <= revision,
            erased_names.c.superseded_at > revision,
        )
        .limit(1)
    )


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
