"""The store: snapshots to read, transactions to write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from typing import TypeVar

from attrs import define, field
from sqlalchemy import (
    BindParameter,
    Connection,
    Delete,
    Engine,
    Table,
    Update,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from ect_rules.errors import RequestIdReusedError, RevisionOutOfRangeError, StoreUnavailableError
from ect_rules.facts import Record
from ect_rules.store.database import open_engine, reading, unavailable
from ect_rules.store.rows import FIELDS, stored_key, values
from ect_rules.store.snapshot import Snapshot
from ect_rules.store.tables import NOT_SUPERSEDED, TABLES, head, requests, revisions
from ect_rules.world import key

T = TypeVar("T")
RECORDS_AT_ONCE = 1_000

_NEWEST = select(head.c.revision)
_HOLD_NEWEST = _NEWEST.with_for_update()
_EARLIER = select(requests).where(requests.c.request_id == bindparam("request_id"))
_MOVE_HEAD = (
    update(head).where(head.c.revision == bindparam("newest")).values(revision=bindparam("next"))
)


@define
class Counts:
    """What a write did to its records."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0


@define
class Transaction:
    """A write under way. It holds the head, so that nobody else writes until it ends.

    `revision` is the one that this write will be, if it changes anything.
    """

    connection: Connection
    revision: int
    changed: bool = False
    counts: Counts = field(factory=Counts)

    @property
    def counts_from(self) -> int:
        """The revision from which the facts are as they now stand."""
        return self.revision if self.changed else self.revision - 1

    def snapshot(self) -> Snapshot:
        """The facts with what this transaction has written so far."""
        return Snapshot(self.connection, self.revision)

    def earlier(self, revision: int) -> Snapshot:
        """The facts at a revision before this write. Raises RevisionOutOfRangeError for a later one."""
        return Snapshot(self.connection, _written(revision, self.revision - 1))

    def put(self, records: Iterable[Record]) -> list[Record]:
        """Write records, each in place of the one of its key. One that is there already, exactly so,
        is left alone. Of two with one key the later counts. Gives those that were written.
        """
        written: list[Record] = []
        remaining = iter(records)
        while some := list(islice(remaining, RECORDS_AT_ONCE)):
            by_kind: dict[type, dict[str, Record]] = {}
            for record in some:
                kind, name = key(record)
                by_kind.setdefault(kind, {})[name] = record
            for kind, wanted in by_kind.items():
                written.extend(self._put(kind, wanted))
        return written

    def _put(self, kind: type[Record], wanted: dict[str, Record]) -> list[Record]:
        known = {key(r)[1]: r for r in self.snapshot().current(kind, wanted.keys())}
        news = [r for name, r in wanted.items() if known.get(name) != r]
        replaced = [key(r)[1] for r in news if key(r)[1] in known]
        self._close(kind, replaced)
        if news:
            rows = [{**values(r), "recorded_at": self.revision} for r in news]
            self.connection.execute(insert(TABLES[kind]), rows)
            self.changed = True
        self.counts.added += len(news) - len(replaced)
        self.counts.replaced += len(replaced)
        self.counts.unchanged += len(wanted) - len(news)
        return news

    def withdraw(self, records: Iterable[Record]) -> None:
        """Let records of these keys count no longer; one that does not count is left alone."""
        for record in records:
            kind, name = key(record)
            self._close(kind, [name])

    def _close(self, kind: type[Record], names: list[str]) -> None:
        if not names:
            return
        remove, close = _closing(TABLES[kind], FIELDS[kind][0])
        chosen = [{"name": stored_key(kind, name), "now": self.revision} for name in names]
        if self.changed:
            self.connection.execute(remove, chosen)
        if self.connection.execute(close, chosen).rowcount:
            self.changed = True


@cache
def _closing(table: Table, column: str) -> tuple[Delete, Update]:
    """Removes the current row of a key if this very transaction wrote it, for nobody has ever seen it;
    closes the current row of a key.
    """
    this = table.c[column] == bindparam("name")
    current = table.c.superseded_at == NOT_SUPERSEDED
    now: BindParameter[int] = bindparam("now")
    return (
        delete(table).where(this, current, table.c.recorded_at == now),
        update(table).where(this, current).values(superseded_at=now),
    )


@define
class Store:
    """Facts by revision in one database."""

    engine: Engine

    @classmethod
    def open(cls, url: str) -> Store:
        """The store at a database URL, made if there is none. Raises StoreUnavailableError."""
        return cls(open_engine(url))

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def snapshot(
        self, at_least: int | None = None, exactly: int | None = None
    ) -> Iterator[Snapshot]:
        """The newest facts, which must be of revision `at_least`, or those of revision `exactly`.

        Raises RevisionOutOfRangeError for a revision that has not been written, and
        StoreUnavailableError.
        """
        with unavailable(), reading(self.engine) as connection:
            newest = connection.execute(_NEWEST).scalar_one()
            wanted = exactly if exactly is not None else at_least
            if wanted is not None:
                _written(wanted, newest)
            yield Snapshot(connection, newest if exactly is None else exactly)

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
    ) -> bytes:
        """Do `work` in one transaction and return what it returned; nothing stays if it raises.

        The same `request_id` with the same method and digest gives the first result again and does
        nothing. `keep` False: all is done alike and nothing of it stays, nor is the id used up. Raises
        RequestIdReusedError for the same id with another, what `work` raises, and
        StoreUnavailableError.
        """
        request_id = request_id.lower()
        with unavailable(), self.engine.connect() as connection, connection.begin() as whole:
            newest = connection.execute(_HOLD_NEWEST).scalar_one()
            earlier = connection.execute(_EARLIER, {"request_id": request_id}).one_or_none()
            if earlier is not None:
                if (earlier.method, earlier.payload_digest) != (method, payload_digest):
                    raise RequestIdReusedError(
                        "this request_id was used for another write; make up a new one"
                    )
                return bytes(earlier.response)
            transaction = Transaction(connection, newest + 1)
            result = work(transaction)
            if not keep:
                whole.rollback()
                return result
            kept = {
                "request_id": request_id,
                "method": method,
                "payload_digest": payload_digest,
                "response": result,
            }
            connection.execute(insert(requests), kept)
            if transaction.changed:
                self._commit_revision(connection, transaction.revision, method, request_id)
        return result

    def _commit_revision(
        self, connection: Connection, revision: int, method: str, request_id: str
    ) -> None:
        made = {
            "revision": revision,
            "committed_at": datetime.now(UTC),
            "method": method,
            "request_id": request_id,
        }
        connection.execute(insert(revisions), made)
        moved = connection.execute(_MOVE_HEAD, {"newest": revision - 1, "next": revision})
        if moved.rowcount != 1:
            raise StoreUnavailableError("another write took this revision; try again")


def _written(revision: int, newest: int) -> int:
    if revision > newest:
        raise RevisionOutOfRangeError(
            f"revision {revision} has not been written; the newest is {newest}"
        )
    return revision
