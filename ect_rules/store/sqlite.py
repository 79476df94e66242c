"""The store in a SQLite file."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from json.encoder import encode_basestring_ascii
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Column,
    ColumnElement,
    Connection,
    Engine,
    bindparam,
    create_engine,
    event,
    func,
    select,
)

from ect_rules.errors import StoreUnavailableError
from ect_rules.store.dialect import BUSY_SECONDS, CONNECTIONS, MIGRATING_SECONDS, Dialect
from ect_rules.store.patience import left
from ect_rules.store.statements import run_text

_PATIENT = "ect_rules_patient"


def names_a_file(url: URL) -> bool:
    """Whether a URL is that of a SQLite file, without options."""
    file = url.database or ""
    return file not in ("", ":memory:") and url == URL.create("sqlite", database=file)


def _engine(url: URL) -> Engine:
    folder = Path(str(url.database)).absolute().parent
    try:
        found = folder.is_dir()
    except OSError as error:
        raise StoreUnavailableError(
            f"the folder {folder} for the database cannot be looked at: {error.strerror}"
        ) from None
    if not found:
        raise StoreUnavailableError(f"the folder {folder} for the database does not exist")
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS}, pool_size=CONNECTIONS)
    event.listen(engine, "connect", _configure)
    return engine


def _configure(connection: Any, _: Any) -> None:
    # None: we say BEGIN ourselves, so that a writer takes the lock before it reads.
    connection.isolation_level = None
    _to_wal(connection)
    for pragma in ("synchronous=FULL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _to_wal(connection: Any) -> None:
    # Of two that make a database at the same moment SQLite refuses one at once, however long it
    # may wait otherwise.
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _begin(connection: Connection, waits: float = BUSY_SECONDS) -> None:
    _be_patient(connection, int(left(waits) * 1_000))
    run_text(connection, "BEGIN IMMEDIATE")


def _be_patient(connection: Connection, milliseconds: int) -> None:
    # As it was for the last write, but for one that somebody waits for less long, or longer.
    if connection.info.get(_PATIENT, BUSY_SECONDS * 1_000) != milliseconds:
        run_text(connection, f"PRAGMA busy_timeout={milliseconds}")
        connection.info[_PATIENT] = milliseconds


def _alone(connection: Connection) -> None:
    """The transaction has been alone from the beginning."""


@contextmanager
def _patiently(engine: Engine) -> Iterator[Connection]:
    with engine.begin() as connection:
        _begin(connection, MIGRATING_SECONDS)
        yield connection


def _one_of(column: Column[Any]) -> ColumnElement[bool]:
    keys = func.json_each(bindparam("keys")).table_valued("value")
    return column.in_(select(keys.c.value))


def _keys(keys: Collection[Any]) -> str:
    # A list takes JSON's own encoder longer to begin with than the few keys that there are.
    texts = [encode_basestring_ascii(k) if isinstance(k, str) else str(k) for k in sorted(keys)]
    return f"[{','.join(texts)}]"


def _wipe(connection: Connection) -> None:
    connection.exec_driver_sql("VACUUM")
    # What was there is still in the log beside the file until that is cut off.
    (busy, *_) = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    if busy:
        raise StoreUnavailableError("the log could not be cut off: others read from it; try again")


def _unsound(connection: Connection) -> list[str]:
    found = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars()
    return [words for words in found if words != "ok"]


SQLITE = Dialect(_engine, {}, _begin, _alone, _patiently, _one_of, _keys, _wipe, _unsound)
