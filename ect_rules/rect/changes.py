"""Which rows must be read again because something has changed.

What a record says is made of its row and of the rows that this one names, and of those that these
name: where one of them has changed, so has the record. And whether a row makes a record at all rests
on the rows that it names: they are read with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from attrs import define, field
from sqlalchemy import CTE, Column, Select, Table, or_, select

from ect_rules.rect import tables
from ect_rules.rect.sources import SOURCES, Source

# Beside the foreign keys: a school is marked as eligible in one table, and is told of from another.
_NAMES = {tables.gias_schools: [tables.schools.c.urn]}


@define
class Changes:
    """The rows that have changed at `since` or later, by their own account in `updated_at`."""

    since: datetime
    _changed: dict[Table, CTE] = field(factory=dict, init=False)
    _read: dict[Table, CTE] = field(factory=dict, init=False)

    def select(self, source: Source) -> Select[Any]:
        """The rows of a source that must be read."""
        return source.select().where(source.key.in_(select(self._to_read(source.table).c.key)))

    def _to_read(self, table: Table) -> CTE:
        if table not in self._read:
            parts = [select(self._rows_changed(table).c.key)]
            for column in _naming(table):
                naming = self._to_read(column.table)
                key = column.table.primary_key.columns[0]
                parts.append(select(column).where(key.in_(select(naming.c.key))))
            first, *others = parts
            self._read[table] = first.union(*others).cte(f"to_read_{table.name}")
        return self._read[table]

    def _rows_changed(self, table: Table) -> CTE:
        if table not in self._changed:
            since = self.since.astimezone(UTC).replace(tzinfo=None)
            conditions = [table.c.updated_at >= since]
            for column in table.columns:
                for foreign in column.foreign_keys:
                    parent = self._rows_changed(foreign.column.table)
                    conditions.append(column.in_(select(parent.c.key)))
            key = table.primary_key.columns[0].label("key")
            self._changed[table] = select(key).where(or_(*conditions)).cte(f"changed_{table.name}")
        return self._changed[table]


def _naming(table: Table) -> Iterator[Column[Any]]:
    """The columns by which other rows rest on rows of the table for their records."""
    yield from _NAMES.get(table, ())
    for source in SOURCES:
        for name, parent in source.parents.items():
            if parent.table is table:
                yield source.table.c[name]
