"""What each revision did: when it was committed, and which records it recorded, closed or erased."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Select, Table, bindparam, literal_column, select

from ect_rules.facts import EctAtSchoolPeriod, MentorAtSchoolPeriod, MentorshipPeriod, Record
from ect_rules.store.reach import Seeds
from ect_rules.store.rows import FIELDS, record
from ect_rules.store.selecting import Selection
from ect_rules.store.statements import run
from ect_rules.store.tables import NOT_SUPERSEDED, TABLES, erased_names, revisions, tombstones

_REVISION: BindParameter[int] = bindparam("revision")
_MOST: BindParameter[int] = bindparam("most")
_COMMITTED = (
    select(revisions.c.revision, revisions.c.committed_at)
    .where(revisions.c.revision >= _REVISION)
    .order_by(revisions.c.revision)
    .limit(_MOST)
)
_ERASED_ANYBODY = select(tombstones.c.row).where(tombstones.c.erased_at == _REVISION).limit(1)
# Of what counted until then; what was closed before was heard of when it was.
_ERASED_NAMES = select(erased_names.c.kind, erased_names.c.name, erased_names.c.key).where(
    erased_names.c.superseded_at == _REVISION
)
_SEEDS = {
    (TABLES[EctAtSchoolPeriod].name, "urn"): "urns",
    (TABLES[MentorAtSchoolPeriod].name, "urn"): "urns",
    (TABLES[MentorshipPeriod].name, "ect_at_school_period_id"): "ect_period_ids",
    (TABLES[MentorshipPeriod].name, "mentor_at_school_period_id"): "mentor_period_ids",
}


def committed(selection: Selection, first: int, most: int) -> list[tuple[int, datetime]]:
    """The revisions from `first` on, at most so many, each with the instant at which it was committed."""
    found = run(selection.connection, _COMMITTED, {"revision": first, "most": most})
    return [(revision, at) for revision, at in found]


def touched(selection: Selection, most: int) -> list[Record] | None:
    """The records that the revision of a selection recorded or closed; None where they are more."""
    found: list[Record] = []
    given = {"revision": selection.revision, "most": most + 1}
    for kind, table in TABLES.items():
        for statement in _touching(table, FIELDS[kind]):
            found.extend(record(kind, row) for row in run(selection.connection, statement, given))
            if len(found) > most:
                return None
    return found


def erased_around(selection: Selection) -> Seeds | None:
    """Whom those erased by the revision of a selection met; None where nobody was erased."""
    given = {"revision": selection.revision}
    if not run(selection.connection, _ERASED_ANYBODY, given):
        return None
    seeds = Seeds()
    for kind, name, key in run(selection.connection, _ERASED_NAMES, given):
        getattr(seeds, _SEEDS[kind, name]).add(key)
    return seeds


@cache
def _touching(table: Table, names: tuple[str, ...]) -> tuple[Select[Any], ...]:
    columns = select(*(table.c[name] for name in names)).limit(_MOST)
    # Said in so many words, or the index of the closed rows is not used.
    closed = table.c.superseded_at < literal_column(str(NOT_SUPERSEDED))
    return (
        columns.where(table.c.recorded_at == _REVISION),
        columns.where(table.c.superseded_at == _REVISION, closed),
    )
