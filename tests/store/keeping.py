"""A store in few words: write, look at what counts, look at the rows themselves."""

import hashlib
import sqlite3
import uuid
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from ect_rules.facts import Record
from ect_rules.store.snapshot import Snapshot
from ect_rules.store.store import Store, Transaction
from ect_rules.store.tables import TABLES
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


def rows(path: Path) -> Rows:
    """Every row of every table, as SQLite itself has them, in the order in which they were written."""
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        return {n: connection.execute(f"SELECT * FROM {n} ORDER BY 1").fetchall() for n in names}  # noqa: S608


def sound(path: Path) -> str:
    """What SQLite finds when it looks the whole file over: "ok" or what is wrong."""
    with closing(sqlite3.connect(path)) as connection:
        return "; ".join(line for (line,) in connection.execute("PRAGMA integrity_check"))
