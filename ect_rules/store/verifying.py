"""Verifying the ledger: that no row and no revision is other than it was written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from attrs import define, field, frozen
from sqlalchemy import (
    BindParameter,
    Connection,
    Select,
    Table,
    bindparam,
    case,
    func,
    or_,
    select,
)

from ect_rules.facts import Record
from ect_rules.store.ledger import BEFORE_THE_FIRST, digest, entry, is_sealed
from ect_rules.store.rows import FIELDS, record, values
from ect_rules.store.statements import run
from ect_rules.store.tables import NOT_SUPERSEDED, TABLES, head, revisions, tombstones

REVISIONS_AT_ONCE = 1_000

_FIRST: BindParameter[int] = bindparam("first")
_LAST: BindParameter[int] = bindparam("last")
_HEAD = select(head.c.revision, head.c.entry)
_REVISIONS = (
    select(
        revisions.c.revision,
        revisions.c.committed_at,
        revisions.c.method,
        revisions.c.request_id,
        revisions.c.entry,
    )
    .where(revisions.c.revision.between(_FIRST, _LAST))
    .order_by(revisions.c.revision)
)
_TOMBSTONES = select(
    tombstones.c.digest,
    tombstones.c.recorded_at,
    tombstones.c.superseded_at,
    tombstones.c.erased_at,
).where(
    or_(
        tombstones.c.recorded_at.between(_FIRST, _LAST),
        tombstones.c.superseded_at.between(_FIRST, _LAST),
        tombstones.c.erased_at.between(_FIRST, _LAST),
    )
)
_OUTERMOST = [
    select(function(column))
    for table in TABLES.values()
    for function, column in (
        (func.min, table.c.recorded_at),
        (func.max, table.c.recorded_at),
        (func.max, case((table.c.superseded_at < NOT_SUPERSEDED, table.c.superseded_at))),
    )
]


@frozen
class Fault:
    """What is not as it was written. `revision`: where it shows; `table` and `row`: the row, where it
    is one of which that can be told.
    """

    revision: int
    words: str
    table: str = ""
    row: int = 0


@define
class _Did:
    """The digests of the rows that a revision recorded, closed and erased."""

    recorded: list[bytes] = field(factory=list)
    closed: list[bytes] = field(factory=list)
    erased: list[bytes] = field(factory=list)


def verify(
    connection: Connection, newest: int, known: Mapping[int, bytes]
) -> Iterator[Fault | int]:
    """Go through the ledger up to revision `newest`, in order: what is wrong, and between, how far it
    has come. `known`: entries noted elsewhere before, by revision; they must be the same.

    Reads REVISIONS_AT_ONCE revisions at a time, and holds the digests of these.
    """
    before = BEFORE_THE_FIRST
    for first in range(1, newest + 1, REVISIONS_AT_ONCE):
        last = min(first + REVISIONS_AT_ONCE - 1, newest)
        did, faults = _rows(connection, first, last)
        yield from faults
        found = {row[0]: row for row in run(connection, _REVISIONS, _between(first, last))}
        for revision in range(first, last + 1):
            if revision not in found:
                yield Fault(revision, "The revision is missing.")
                continue
            _, committed_at, method, request_id, kept = found[revision]
            made = did[revision]
            expected = entry(
                before,
                revision,
                committed_at,
                method,
                request_id,
                (made.recorded, made.closed, made.erased),
            )
            if expected != kept:
                yield Fault(revision, _BROKEN)
            if known.get(revision, kept) != kept:
                yield Fault(revision, "The entry is not the one that was noted elsewhere.")
            before = kept
        yield last
    yield from _ends(connection, newest, before)


def entry_of(connection: Connection, revision: int) -> bytes:
    """The entry of a revision that has been written."""
    found = run(connection, _REVISIONS, _between(revision, revision))
    return bytes(found[0][-1])


_BROKEN = (
    "The entry does not follow from the one before and from the rows: "
    "a row of this revision was changed, added or removed, or the revision itself was."
)


def _ends(connection: Connection, newest: int, entry_of_newest: bytes) -> Iterator[Fault]:
    # The head is read last, so that what others write meanwhile is not beyond it.
    found = [run(connection, each, {})[0][0] for each in _OUTERMOST]
    ((at, kept),) = run(connection, _HEAD, {})
    if at == newest and kept != entry_of_newest:
        yield Fault(newest, "The head has another entry than the newest revision.")
    if at < newest:
        yield Fault(newest, "The head has gone back.")
    for revision in sorted({r for r in found if r is not None and not 0 < r <= at}):
        yield Fault(revision, "Rows are of this revision, which there is not.")


def _between(first: int, last: int) -> dict[str, int]:
    return {"first": first, "last": last}


def _rows(
    connection: Connection, first: int, last: int
) -> tuple[defaultdict[int, _Did], list[Fault]]:
    did: defaultdict[int, _Did] = defaultdict(_Did)
    faults = []
    for kind, table in TABLES.items():
        recorded, closed = _statements(kind, table)
        for number, recorded_at, sealed, *columns in run(
            connection, recorded, _between(first, last)
        ):
            if not _whole(kind, table, recorded_at, columns, sealed):
                faults.append(Fault(recorded_at, "The row was changed.", table.name, number))
            did[recorded_at].recorded.append(digest(sealed))
        for superseded_at, sealed in run(connection, closed, _between(first, last)):
            did[superseded_at].closed.append(digest(sealed))
    for gone, recorded_at, superseded_at, erased_at in run(
        connection, _TOMBSTONES, _between(first, last)
    ):
        did[recorded_at].recorded.append(gone)
        did[superseded_at].closed.append(gone)
        did[erased_at].erased.append(gone)
    return did, faults


def _whole(
    kind: type[Record], table: Table, recorded_at: int, columns: list[Any], sealed: bytes
) -> bool:
    try:
        found = record(kind, columns)
    except ValueError:  # not a value that we ever write
        return False
    return is_sealed(table.name, recorded_at, values(found), sealed)


@cache
def _statements(kind: type[Record], table: Table) -> tuple[Select[Any], Select[Any]]:
    columns = [table.c[name] for name in FIELDS[kind]]
    recorded = select(table.c.row, table.c.recorded_at, table.c.seal, *columns)
    closed = select(table.c.superseded_at, table.c.seal)
    return (
        recorded.where(table.c.recorded_at.between(_FIRST, _LAST)),
        closed.where(table.c.superseded_at.between(_FIRST, _LAST)),
    )
