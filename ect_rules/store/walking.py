"""Going through everybody: the keys by which people or schools are recorded, in order, block by block."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Select, Table, bindparam, func, select

from ect_rules.facts import Record
from ect_rules.store.database import dialect
from ect_rules.store.dialect import Dialect
from ect_rules.store.selecting import Selection
from ect_rules.store.statements import run
from ect_rules.store.tables import TABLES


def next_keys(
    selection: Selection,
    kind: type[Record],
    column: str,
    first: str,
    most: int,
    urns: Collection[str] = (),
    since: int | None = None,
) -> list[str]:
    """At most so many of the values of a column of the records of a kind, in order, from `first` on,
    itself included. `urns`: only of records at these schools; empty, at any. `since`: also of records
    that counted at this earlier revision.
    """
    given: dict[str, Any] = {
        "revision": selection.revision,
        "since": selection.revision if since is None else since,
        "first": first,
        "most": most,
    }
    database = dialect(selection.connection)
    if urns:
        given["keys"] = database.keys({*urns})
    statement = _next(database, TABLES[kind], column, bool(urns))
    return [row[0] for row in run(selection.connection, statement, given)]


def how_many(
    selection: Selection, kind: type[Record], columns: tuple[str, ...], urns: Collection[str] = ()
) -> int:
    """How many different values some columns of the records of a kind have. `urns`: as `next_keys`."""
    database = dialect(selection.connection)
    given: dict[str, Any] = {"revision": selection.revision, "since": selection.revision}
    if urns:
        given["keys"] = database.keys({*urns})
    statement = _count(database, TABLES[kind], columns, bool(urns))
    found: int = run(selection.connection, statement, given)[0][0]
    return found


def _counting(
    database: Dialect, table: Table, columns: tuple[str, ...], at_schools: bool
) -> Select[Any]:
    revision: BindParameter[int] = bindparam("revision")
    since: BindParameter[int] = bindparam("since")
    found = (
        select(*(table.c[name] for name in columns))
        .distinct()
        .where(table.c.recorded_at <= revision, table.c.superseded_at > since)
    )
    return found.where(database.one_of(table.c.urn)) if at_schools else found


@cache
def _next(database: Dialect, table: Table, column: str, at_schools: bool) -> Select[Any]:
    first: BindParameter[str] = bindparam("first")
    most: BindParameter[int] = bindparam("most")
    found = _counting(database, table, (column,), at_schools).where(table.c[column] >= first)
    return found.order_by(table.c[column]).limit(most)


@cache
def _count(
    database: Dialect, table: Table, columns: tuple[str, ...], at_schools: bool
) -> Select[Any]:
    found = _counting(database, table, columns, at_schools)
    return select(func.count()).select_from(found.subquery())
