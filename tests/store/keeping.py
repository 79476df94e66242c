"""A store in few words: write, look at what counts, look at the rows themselves."""

import hashlib
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, select

from ect_rules.facts import Record
from ect_rules.store import statements
from ect_rules.store.database import reading
from ect_rules.store.snapshot import Snapshot
from ect_rules.store.store import Store, Transaction
from ect_rules.store.tables import NOT_SUPERSEDED, TABLES, head, metadata
from ect_rules.store.verifying import Fault, verify
from ect_rules.world import key

Facts = dict[tuple[type, str], Record]
Rows = dict[str, list[tuple[Any, ...]]]


def url(path: Path) -> str:
    return f"sqlite:///{path}"


def do(store: Store, work: Callable[[Transaction], object], request_id: str | None = None) -> int:
    """Do some work in one transaction and give the revision from which it counts."""

    def told(transaction: Transaction) -> bytes:
        work(transaction)
        return str(transaction.counts_from).encode()

    digest = hashlib.sha256(b"the work").digest()
    return int(store.write("Work", request_id or str(uuid.uuid4()), digest, told))


def put(store: Store, *records: Record) -> int:
    return do(store, lambda transaction: transaction.put(records))


def withdraw(store: Store, *records: Record) -> int:
    return do(store, lambda transaction: transaction.withdraw(records))


@contextmanager
def sent(store: Store) -> Iterator[list[tuple[str, Any, bool]]]:
    """The statements that the database is sent, with their parameters, and whether these are many."""
    noted: list[tuple[str, Any, bool]] = []
    send = statements._send

    def by_us(connection: Connection, how: str, sql: str, given: Any) -> Any:
        if connection.engine is store.engine:  # not what servers beside this look for
            noted.append((sql, given, how == "executemany"))
        return send(connection, how, sql, given)

    def by_sqlalchemy(
        _c: Any, _cursor: Any, sql: str, given: Any, _context: Any, many: bool
    ) -> None:
        noted.append((sql, given, many))

    event.listen(store.engine, "before_cursor_execute", by_sqlalchemy)
    statements._send = by_us
    try:
        yield noted
    finally:
        statements._send = send
        event.remove(store.engine, "before_cursor_execute", by_sqlalchemy)


def of_facts(sent: Iterable[tuple[str, Any, bool]]) -> list[str]:
    """The statements but those that ask for the head, as a server's health does now and then."""
    return [sql for sql, *_ in sent if "FROM head" not in sql]


def counting(snapshot: Snapshot, keys: Iterable[tuple[type, str]]) -> Facts:
    """The records of these keys that count."""
    wanted: dict[type, set[str]] = {kind: set() for kind in TABLES}
    for kind, name in keys:
        wanted[kind].add(name)
    found = [r for kind, names in wanted.items() for r in snapshot.current(kind, names)]
    facts = {key(r): r for r in found}
    assert len(facts) == len(found), "a key counts once at a time"
    return facts


def at(store: Store, revision: int | None, keys: Iterable[tuple[type, str]]) -> Facts:
    """What counts at a revision; None, at the newest."""
    with store.snapshot(exactly=revision) as snapshot:
        return counting(snapshot, keys)


def rows(store: Store) -> Rows:
    """Every row of every table, as the database has them, in the order in which they were written."""
    with reading(store.engine) as connection:
        return {
            name: [
                tuple(row)
                for row in connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY 1")  # noqa: S608
            ]
            for name in metadata.tables
        }


def faults(store: Store, known: dict[int, bytes] | None = None) -> list[Fault]:
    """What the ledger finds wrong."""
    with store.snapshot() as snapshot:
        found = verify(snapshot.connection, snapshot.revision, known or {})
        return [each for each in found if isinstance(each, Fault)]


def rows_in(file: Path) -> Rows:
    """The same of a SQLite file, while a server has it open."""
    store = Store.open(f"sqlite:///{file}")
    try:
        return rows(store)
    finally:
        store.close()


def settle(store: Store) -> None:
    """Wait for a write of which nobody will hear any more: the database may still be at it."""
    with store.engine.begin() as connection:
        connection.execute(select(head.c.revision).with_for_update()).one()


def sound(store: Store) -> str:
    """What SQLite finds when it looks the whole file over: "ok" or what is wrong. PostgreSQL is not
    asked.
    """
    if store.engine.dialect.name != "sqlite":
        return "ok"
    with reading(store.engine) as connection:
        return "; ".join(connection.exec_driver_sql("PRAGMA integrity_check").scalars())


def hold_invariants(kept: Rows, total: int) -> None:
    """Revisions 1 to n without a gap, one current row of each key, each row in its own revision."""
    assert [row[0] for row in kept["revisions"]] == list(range(1, total + 1))
    assert [row[1] for row in kept["head"]] == [total]
    for table in TABLES.values():
        recorded, superseded = (
            [*table.c.keys()].index(name) for name in ("recorded_at", "superseded_at")
        )
        of_name = defaultdict(list)
        for row in kept[table.name]:
            of_name[row[1]].append((row[recorded], row[superseded]))
        for lives in of_name.values():
            lives.sort()
            assert all(1 <= begun < ended for begun, ended in lives)
            assert all(a[1] <= b[0] for a, b in pairwise(lives))
            assert all(ended == NOT_SUPERSEDED or ended <= total for _, ended in lives)
