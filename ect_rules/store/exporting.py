"""All records at a revision, a page at a time: no more of them is ever held, and no cursor."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, bindparam, func, select

from ect_rules.errors import FactsErasedError
from ect_rules.facts import Record
from ect_rules.store.rows import FIELDS, record
from ect_rules.store.snapshot import Snapshot
from ect_rules.store.tables import TABLES

RECORDS_AT_ONCE = 1_000


def counts(snapshot: Snapshot) -> dict[type[Record], int]:
    """How many records of each kind there are; a kind comes after those that its records name.

    Raises FactsErasedError where some have been erased since.
    """
    if snapshot.revision < snapshot.erased_at:
        raise FactsErasedError(
            f"not all of revision {snapshot.revision} is there any more: somebody was erased at "
            f"revision {snapshot.erased_at}; export that or a later one"
        )
    found = {}
    for kind, table in TABLES.items():
        given = {"revision": snapshot.revision}
        found[kind] = snapshot.connection.execute(_counting(table), given).scalar_one()
    return found


def pages(snapshot: Snapshot) -> Iterator[list[Record]]:
    """All records, kind by kind as in `counts`, of each in the order of its keys as the database sorts
    them; at most 1,000 at a time, all of one kind.
    """
    for kind, table in TABLES.items():
        names = FIELDS[kind]
        given: dict[str, Any] = {"revision": snapshot.revision}
        while rows := snapshot.connection.execute(
            _page(table, names, after="last" in given), given
        ).all():
            yield [record(kind, row) for row in rows]
            given["last"] = rows[-1][0]


@cache
def _counting(table: Table) -> Select[Any]:
    return select(func.count()).select_from(table).where(*_at_revision(table))


@cache
def _page(table: Table, names: tuple[str, ...], *, after: bool) -> Select[Any]:
    key = table.c[names[0]]
    page = select(*(table.c[name] for name in names)).where(*_at_revision(table))
    if after:
        page = page.where(key > bindparam("last"))
    return page.order_by(key).limit(RECORDS_AT_ONCE)


def _at_revision(table: Table) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    revision: Any = bindparam("revision")
    return table.c.recorded_at <= revision, table.c.superseded_at > revision
