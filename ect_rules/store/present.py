"""Which of the records that count an import has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Any

from attrs import define, field
from sqlalchemy import Connection, Select, Table, bindparam, select

from ect_rules.facts import Record
from ect_rules.store.database import dialect
from ect_rules.store.dialect import Dialect
from ect_rules.store.rows import FIELDS, record, stored_key
from ect_rules.store.tables import NOT_SUPERSEDED, TABLES
from ect_rules.world import key

ROWS_AT_ONCE = 1_000


@define
class Present:
    """Notes rows of some kinds, a bit for each, so that it takes little memory for any number."""

    connection: Connection
    kinds: Collection[type[Record]]
    _rows: dict[type, bytearray] = field(factory=dict, init=False)

    def note(self, records: Iterable[Record]) -> None:
        """Take in records that count: those of the kinds are not missing."""
        if not self.kinds:
            return
        names: dict[type, set[Any]] = {}
        for each in records:
            kind, name = key(each)
            if kind in self.kinds:
                names.setdefault(kind, set()).add(stored_key(kind, name))
        database = dialect(self.connection)
        for kind, wanted in names.items():
            statement = _rows_of(database, TABLES[kind], FIELDS[kind][0])
            rows = self.connection.execute(statement, {"keys": database.keys(wanted)})
            noted = self._rows.setdefault(kind, bytearray())
            for (row,) in rows.all():
                place, bit = divmod(row, 8)
                if place >= len(noted):
                    noted.extend(bytes(place + 1 - len(noted)))
                noted[place] |= 1 << bit

    def missing(self) -> Iterator[list[Record]]:
        """The records of the kinds that count and were not noted, some at a time and all of one kind.

        First those that name others. What has come may be retracted before more is asked for.
        """
        for kind in reversed(TABLES):
            if kind in self.kinds:
                yield from self._missing(kind, self._rows.get(kind, bytearray()))

    def _missing(self, kind: type[Record], noted: bytearray) -> Iterator[list[Record]]:
        last = 0
        while rows := self.connection.execute(_after(TABLES[kind]), {"last": last}).all():
            gone = [row for (row,) in rows if not _is_in(noted, row)]
            if gone:
                given = {"keys": dialect(self.connection).keys(gone)}
                statement = _records(dialect(self.connection), TABLES[kind], FIELDS[kind])
                yield [record(kind, row) for row in self.connection.execute(statement, given)]
            last = rows[-1][0]


def _is_in(noted: bytearray, row: int) -> bool:
    place, bit = divmod(row, 8)
    return place < len(noted) and bool(noted[place] >> bit & 1)


@cache
def _rows_of(database: Dialect, table: Table, column: str) -> Select[Any]:
    counts = table.c.superseded_at == NOT_SUPERSEDED
    return select(table.c.row).where(counts, database.one_of(table.c[column]))


@cache
def _after(table: Table) -> Select[Any]:
    counts = table.c.superseded_at == NOT_SUPERSEDED
    after = select(table.c.row).where(counts, table.c.row > bindparam("last"))
    return after.order_by(table.c.row).limit(ROWS_AT_ONCE)


@cache
def _records(database: Dialect, table: Table, names: tuple[str, ...]) -> Select[Any]:
    these = database.one_of(table.c.row)
    return select(*(table.c[name] for name in names)).where(these).order_by(table.c.row)
