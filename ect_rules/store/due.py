"""Which records have a day that comes due."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Date, Select, Table, bindparam, or_, select

from ect_rules.facts import Record
from ect_rules.store.instant import Instant
from ect_rules.store.rows import FIELDS, record
from ect_rules.store.selecting import Selection
from ect_rules.store.statements import run
from ect_rules.store.tables import TABLES

# London's clock is never further from UTC.
_CLOSE = timedelta(days=1)


def with_days(selection: Selection, first: date, last: date, most: int) -> list[Record] | None:
    """The records that have a day or an instant from `first` to `last`, both included, or an instant
    within a day of these; None where they are more.
    """
    given = {
        "revision": selection.revision,
        "first": first,
        "last": last,
        "from": datetime.combine(first, time(), UTC) - _CLOSE,
        "until": datetime.combine(last, time(), UTC) + 2 * _CLOSE,
        "most": most + 1,
    }
    found: list[Record] = []
    for kind, table in TABLES.items():
        statement = _with_days(table, FIELDS[kind])
        if statement is None:
            continue
        found.extend(record(kind, row) for row in run(selection.connection, statement, given))
        if len(found) > most:
            return None
    return found


@cache
def _with_days(table: Table, names: tuple[str, ...]) -> Select[Any] | None:
    revision: BindParameter[int] = bindparam("revision")
    days = [c for c in table.c if isinstance(c.type, Date)]
    instants = [c for c in table.c if isinstance(c.type, Instant)]
    if not days and not instants:
        return None
    return (
        select(*(table.c[name] for name in names))
        .where(
            table.c.recorded_at <= revision,
            table.c.superseded_at > revision,
            or_(
                *(c.between(bindparam("first"), bindparam("last")) for c in days),
                *(c.between(bindparam("from"), bindparam("until")) for c in instants),
            ),
        )
        .limit(bindparam("most"))
    )
