"""The store: snapshots to read, transactions to write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from threading import Event
from typing import Any

from attrs import define, field, frozen
from sqlalchemy import (
    BindParameter,
    Connection,
    Engine,
    Table,
    bindparam,
    delete,
    select,
    update,
)

from ect_rules.errors import RequestIdReusedError, RevisionOutOfRangeError, StoreUnavailableError
from ect_rules.facts import Record
from ect_rules.store.database import dialect, open_engine, reading, unavailable
from ect_rules.store.dialect import Dialect
from ect_rules.store.ledger import digest, entry, seal
from ect_rules.store.rows import FIELDS, stored_key, values
from ect_rules.store.snapshot import Snapshot
from ect_rules.store.statements import Sent, insertion, run, run_many
from ect_rules.store.tables import (
    NOT_SUPERSEDED,
    SCHEMA_VERSION,
    TABLES,
    head,
    requests,
    revisions,
)
from ect_rules.store.turns import Turns
from ect_rules.world import key

RECORDS_AT_ONCE = 1_000
Key = tuple[type, str]

# Of another schema version there is none: a later release may migrate the store while we have it open.
_OURS = head.c.schema_version == SCHEMA_VERSION
_NEWEST = select(head.c.revision, head.c.erased_at).where(_OURS)
_ERASED_AT = select(head.c.erased_at)
_HOLD_NEWEST = (
    select(head.c.revision, head.c.erased_at, head.c.entry).where(_OURS).with_for_update()
)
_EARLIER = select(requests.c.method, requests.c.payload_digest, requests.c.response).where(
    requests.c.request_id == bindparam("wanted")
)
_MOVE_HEAD = (
    update(head)
    .where(head.c.revision == bindparam("newest"))
    .values(revision=bindparam("next"), entry=bindparam("made"), erased_at=bindparam("erased"))
    .returning(head.c.revision)
)


_INSERT = {kind: insertion(table) for kind, table in TABLES.items()}
_INSERT_REQUEST = insertion(requests)
_INSERT_REVISION = insertion(revisions)


@define
class Counts:
    """What a write did to its records."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0


@define
class Transaction:
    """A write under way. It holds the head, so that nobody else writes until it ends.

    `revision` is the one that this write will be, if it changes anything. `added`, `closed` and
    `erased`: the digests of the rows that it has recorded, closed and erased.
    """

    connection: Connection
    revision: int
    erased_at: int
    counts: Counts = field(factory=Counts)
    added: set[bytes] = field(factory=set)
    closed: list[bytes] = field(factory=list)
    erased: list[bytes] = field(factory=list)

    @property
    def changed(self) -> bool:
        """Whether anything is different from what it was before."""
        return bool(self.added or self.closed or self.erased)

    @property
    def counts_from(self) -> int:
        """The revision from which the facts are as they now stand."""
        return self.revision if self.changed else self.revision - 1

    def snapshot(self) -> Snapshot:
        """The facts with what this transaction has written so far."""
        return Snapshot(self.connection, self.revision)

    def earlier(self, revision: int) -> Snapshot:
        """The facts at a revision before this write. Raises RevisionOutOfRangeError for a later one."""
        wanted = _written(revision, self.revision - 1)
        return Snapshot(self.connection, wanted, self.erased_at)

    def put(
        self, records: Iterable[Record], read: Mapping[Key, Record] | None = None
    ) -> list[Record]:
        """Write records, each in place of the one of its key. One that is there already, exactly so,
        is left alone. Of two with one key the later counts. Gives those that were written.

        `read`: by key what this transaction has read, and not written since; None, what counts is
        read first. One that is not in it is written even if it is there.
        """
        written: list[Record] = []
        remaining = iter(records)
        while some := list(islice(remaining, RECORDS_AT_ONCE)):
            by_kind: dict[type, dict[str, Record]] = {}
            for record in some:
                kind, name = key(record)
                by_kind.setdefault(kind, {})[name] = record
            for kind, wanted in by_kind.items():
                written.extend(self._put(kind, wanted, read))
        return written

    def _put(
        self, kind: type[Record], wanted: dict[str, Record], read: Mapping[Key, Record] | None
    ) -> list[Record]:
        known = read
        if known is None:
            known = {key(r): r for r in self.snapshot().current(kind, wanted.keys())}
        news = {name: r for name, r in wanted.items() if known.get((kind, name)) != r}
        there = [name for name in news if read is not None or (kind, name) in known]
        replaced = self._close(kind, there)
        if news:
            run_many(self.connection, _INSERT[kind], map(self._row, news.values()))
        self.counts.added += len(news) - replaced
        self.counts.replaced += replaced
        self.counts.unchanged += len(wanted) - len(news)
        return [*news.values()]

    def _row(self, record: Record) -> dict[str, Any]:
        columns = values(record)
        sealed = seal(TABLES[type(record)].name, self.revision, columns)
        self.added.add(digest(sealed))
        return {
            **columns,
            "recorded_at": self.revision,
            "superseded_at": NOT_SUPERSEDED,
            "seal": sealed,
        }

    def withdraw(self, records: Iterable[Record]) -> None:
        """Let records of these keys count no longer; one that does not count is left alone."""
        by_kind: dict[type, list[str]] = {}
        for record in records:
            kind, name = key(record)
            by_kind.setdefault(kind, []).append(name)
        for kind, names in by_kind.items():
            self._close(kind, names)

    def _close(self, kind: type[Record], names: list[str]) -> int:
        if not names:
            return 0
        database = dialect(self.connection)
        remove, close = _closing(database, TABLES[kind], FIELDS[kind][0])
        chosen = {
            "keys": database.keys({stored_key(kind, name) for name in names}),
            "now": self.revision,
        }
        gone = run(self.connection, remove, chosen) if self.added else []
        self.added.difference_update(digest(sealed) for (sealed,) in gone)
        closed = run(self.connection, close, chosen)
        self.closed.extend(digest(sealed) for (sealed,) in closed)
        return len(gone) + len(closed)


@cache
def _closing(database: Dialect, table: Table, column: str) -> tuple[Sent, Sent]:
    """Removes the current rows of some keys if this very transaction wrote them, for nobody has ever
    seen them; closes the current rows of some keys. Both give the seals of the rows.
    """
    these = database.one_of(table.c[column])
    current = table.c.superseded_at == NOT_SUPERSEDED
    now: BindParameter[int] = bindparam("now")
    return (
        delete(table).where(these, current, table.c.recorded_at == now).returning(table.c.seal),
        update(table).where(these, current).values(superseded_at=now).returning(table.c.seal),
    )


@frozen
class Head:
    """The newest revision, the newest that erased somebody (0: none), and the entry of the newest."""

    revision: int
    erased_at: int
    entry: bytes


@define
class Store:
    """Facts by revision in one database. `written`: set by each write of this process."""

    engine: Engine
    written: Event = field(factory=Event, init=False, eq=False, repr=False)
    _turns: Turns[Head] = field(init=False, eq=False, repr=False)

    @_turns.default
    def _everybody_takes_turns(self) -> Turns[Head]:
        return Turns(self.engine, _hold_head, _move_head)

    @classmethod
    def open(cls, url: str, make: bool = True) -> Store:
        """The store at a database URL, made if there is none unless `make` is False. Raises
        StoreUnavailableError.
        """
        return cls(open_engine(url, make))

    def close(self) -> None:
        """Let go of the database."""
        self._turns.close()
        self.engine.dispose()

    @contextmanager
    def snapshot(
        self, at_least: int | None = None, exactly: int | None = None
    ) -> Iterator[Snapshot]:
        """The newest facts, which must be of revision `at_least`, or those of revision `exactly`.

        Raises RevisionOutOfRangeError for a revision that has not been written, FactsErasedError
        where facts are read that have been erased since it, and StoreUnavailableError; this also where
        somebody was erased in the meantime, for what was read then is of two kinds.
        """
        with unavailable(), reading(self.engine) as connection:
            newest, erased_at = _found(run(connection, _NEWEST, {}))
            wanted = exactly if exactly is not None else at_least
            if wanted is not None:
                _written(wanted, newest)
            yield Snapshot(connection, newest if exactly is None else exactly, erased_at)
            if run(connection, _ERASED_AT, {})[0][0] != erased_at:
                raise StoreUnavailableError("somebody was erased meanwhile; try again")

    def wipe(self) -> None:
        """See to it that nothing of what was erased is left in the database: SQLite's file is written
        anew, which takes as long as the file is large, and PostgreSQL's tables are vacuumed. Raises
        StoreUnavailableError, where others are in the way for too long.
        """
        with unavailable(), self.engine.connect() as connection:
            dialect(connection).wipe(connection)

    def newest_revision(self) -> int:
        """The number of the newest revision; 0 before the first write. StoreUnavailableError."""
        with self.snapshot() as snapshot:
            return snapshot.revision

    def write(
        self,
        method: str,
        request_id: str,
        payload_digest: bytes,
        work: Callable[[Transaction], bytes],
        keep: bool = True,
        alone: bool = False,
    ) -> bytes:
        """Do `work` wholly or not at all and return what it returned; nothing stays if it raises.

        The same `request_id` with the same method and digest gives the first result again and does
        nothing. `keep` False: all is done alike and nothing of it stays, nor is the id used up.
        `alone`: in a transaction of its own, as what takes long should be; otherwise others who write
        at the same time may be committed with it. Raises RequestIdReusedError for the same id with
        another, what `work` raises, and StoreUnavailableError.
        """
        request_id = request_id.lower()

        def do(connection: Connection, newest: Head) -> tuple[bytes, Head]:
            for known in run(connection, _EARLIER, {"wanted": request_id}):
                return _again(method, payload_digest, *known), newest
            transaction = Transaction(connection, newest.revision + 1, newest.erased_at)
            result = work(transaction)
            if not keep:
                raise _TriedError(result)
            kept = {
                "request_id": request_id,
                "method": method,
                "payload_digest": payload_digest,
                "response": result,
            }
            run(connection, _INSERT_REQUEST, kept)
            if not transaction.changed:
                return result, newest
            return result, _commit_revision(transaction, newest.entry, method, request_id)

        try:
            written = self._turns.write(do, alone)
        except _TriedError as tried:
            return tried.result
        self.written.set()
        return written


class _TriedError(Exception):
    """What would have been written is undone. `result`: what it would have given."""

    def __init__(self, result: bytes) -> None:
        super().__init__()
        self.result = result


def _hold_head(connection: Connection) -> Head:
    return Head(*_found(run(connection, _HOLD_NEWEST, {})))


def _move_head(connection: Connection, before: Head, after: Head) -> None:
    moved = {
        "newest": before.revision,
        "next": after.revision,
        "made": after.entry,
        "erased": after.erased_at,
    }
    if not run(connection, _MOVE_HEAD, moved):
        raise StoreUnavailableError("another write took this revision; try again")


def _found(heads: Sequence[Any]) -> Any:
    if heads:
        return heads[0]
    raise StoreUnavailableError(
        "the store has been migrated by another release; start a server of that one",
        reason="SCHEMA_VERSION",
    )


def _again(method: str, payload_digest: bytes, *known: Any) -> bytes:
    """The result of a request that was done before. `known`: its method, digest and result."""
    if known[1:] == (b"", b""):
        raise RequestIdReusedError(
            "this request was done before, and somebody it was about has been erased since: what it "
            "asked and what was answered is gone",
            reason="REQUEST_ERASED",
        )
    if known[:2] != (method, payload_digest):
        raise RequestIdReusedError("this request_id was used for another write; make up a new one")
    return bytes(known[2])


def _commit_revision(transaction: Transaction, before: bytes, method: str, request_id: str) -> Head:
    now = datetime.now(UTC)
    digests = (transaction.added, transaction.closed, transaction.erased)
    made = entry(before, transaction.revision, now, method, request_id, digests)
    revision = {
        "revision": transaction.revision,
        "committed_at": now,
        "method": method,
        "request_id": request_id,
        "entry": made,
    }
    run(transaction.connection, _INSERT_REVISION, revision)
    erased_at = transaction.revision if transaction.erased else transaction.erased_at
    return Head(transaction.revision, erased_at, made)


def _written(revision: int, newest: int) -> int:
    if revision > newest:
        raise RevisionOutOfRangeError(
            f"revision {revision} has not been written; the newest is {newest}"
        )
    return revision
