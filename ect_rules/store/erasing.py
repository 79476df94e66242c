"""Erasing a person: the one physical delete. Their rows go at every revision, and tombstones stay."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, delete, exists, select, update

from ect_rules.facts import (
    Declaration,
    EcfEligibility,
    EctAtSchoolPeriod,
    InductionPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Teacher,
    TrainingPeriod,
)
from ect_rules.store.database import dialect
from ect_rules.store.dialect import Dialect
from ect_rules.store.ledger import digest
from ect_rules.store.statements import Sent, insertion, run, run_many
from ect_rules.store.store import Transaction
from ect_rules.store.tables import (
    NOT_SUPERSEDED,
    TABLES,
    erased_names,
    requests,
    revisions,
    tombstones,
)

# By what else a row of a kind is looked for than by whoever is erased.
_NAMES: dict[type, tuple[str, ...]] = {
    EctAtSchoolPeriod: ("urn",),
    MentorAtSchoolPeriod: ("urn",),
    MentorshipPeriod: ("ect_at_school_period_id", "mentor_at_school_period_id"),
}
_INSERT_TOMBSTONE = insertion(tombstones)
_INSERT_NAME = insertion(erased_names)
# What is left of the request of a write that somebody erased was part of: that its id is used.
_EMPTY = {"payload_digest": b"", "response": b""}
# A write that changed nothing names no revision, and so nobody whom it was about.
_EMPTY_THOSE_WITHOUT_REVISION = (
    update(requests)
    .where(
        ~exists().where(revisions.c.request_id == requests.c.request_id),
        requests.c.payload_digest != bindparam("nothing"),
    )
    .values(_EMPTY)
)


def erase(transaction: Transaction, trn: str) -> int:
    """Erase all rows about a person, at every revision: as a teacher, at schools, of mentoring from
    either side, of training and its declarations, of induction, of what ECF1 held. How many there were.

    With them goes what was asked and answered in the writes that recorded or closed them, and in all
    writes that changed nothing.
    """
    erasing = _Erasing(transaction)
    erasing.rows(Teacher, "trn", {trn})
    erasing.rows(InductionPeriod, "trn", {trn})
    erasing.rows(EcfEligibility, "trn", {trn})
    ects = erasing.rows(EctAtSchoolPeriod, "trn", {trn})
    mentors = erasing.rows(MentorAtSchoolPeriod, "trn", {trn})
    training: set[Any] = set()
    for column, ids in (("ect_at_school_period_id", ects), ("mentor_at_school_period_id", mentors)):
        erasing.rows(MentorshipPeriod, column, ids)
        training |= erasing.rows(TrainingPeriod, column, ids)
    erasing.rows(Declaration, "training_period_id", training)
    erasing.forget_names(ects | mentors)
    erasing.forget_requests()
    return len(transaction.erased)


class _Erasing:
    """One erasure under way."""

    def __init__(self, transaction: Transaction) -> None:
        self.transaction = transaction
        self.connection: Connection = transaction.connection
        self.database: Dialect = dialect(self.connection)
        self.revisions: set[int] = set()

    def rows(self, kind: type, column: str, keys: Collection[Any]) -> set[Any]:
        """Erase the rows of a kind whose `column` is one of `keys`: their keys."""
        if not keys:
            return set()
        names = tuple(name for name in _NAMES.get(kind, ()) if name != column)
        chosen = {"keys": self.database.keys(keys)}
        find, remove = _statements(self.database, TABLES[kind], column, names)
        found = run(self.connection, find, chosen)
        run(self.connection, remove, chosen)
        self._bury(kind, names, found)
        return {row[0] for row in found}

    def _bury(self, kind: type, names: Sequence[str], found: Sequence[Any]) -> None:
        now = self.transaction.revision
        graves, left = [], []
        for _, sealed, recorded_at, superseded_at, *others in found:
            self.revisions |= {recorded_at, superseded_at}
            self.transaction.erased.append(digest(sealed))
            if superseded_at == NOT_SUPERSEDED:
                self.transaction.closed.append(digest(sealed))
            counted = {
                "kind": TABLES[kind].name,
                "recorded_at": recorded_at,
                "superseded_at": min(superseded_at, now),
            }
            graves.append({**counted, "digest": digest(sealed), "erased_at": now})
            left += [{**counted, "name": n, "key": k} for n, k in zip(names, others, strict=True)]
        if graves:
            run_many(self.connection, _INSERT_TOMBSTONE, graves)
        if left:
            run_many(self.connection, _INSERT_NAME, left)

    def forget_names(self, ids: Collection[str]) -> None:
        """Forget of rows erased before that they named these periods."""
        if ids:
            chosen = {"keys": self.database.keys(ids)}
            run(self.connection, _forgetting(self.database), chosen)

    def forget_requests(self) -> None:
        """Forget what was asked and answered in the writes that somebody was part of."""
        chosen = {"keys": self.database.keys(self.revisions - {NOT_SUPERSEDED})}
        run(self.connection, _emptying(self.database), chosen)
        run(self.connection, _EMPTY_THOSE_WITHOUT_REVISION, {"nothing": b""})


@cache
def _statements(
    database: Dialect, table: Table, column: str, names: tuple[str, ...]
) -> tuple[Select[Any], Sent]:
    these = database.one_of(table.c[column])
    # The first column after the number of the row is its key.
    columns = [table.c[1], table.c.seal, table.c.recorded_at, table.c.superseded_at]
    return (
        select(*columns, *(table.c[name] for name in names)).where(these),
        delete(table).where(these),
    )


@cache
def _forgetting(database: Dialect) -> Sent:
    return delete(erased_names).where(
        database.one_of(erased_names.c.key), erased_names.c.name != "urn"
    )


@cache
def _emptying(database: Dialect) -> Sent:
    theirs = select(revisions.c.request_id).where(database.one_of(revisions.c.revision))
    return update(requests).where(requests.c.request_id.in_(theirs)).values(_EMPTY)
