"""Opening the database: the one place that knows which database it is."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    create_engine,
    event,
    insert,
    inspect,
    select,
    update,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from ect_rules.errors import StoreUnavailableError
from ect_rules.store.tables import SCHEMA_VERSION, head, metadata

BUSY_SECONDS = 5
_READS = "ect_rules_reads"


def open_engine(url: str) -> Engine:
    """An engine on the database at `url`, with its tables made if there are none.

    Raises StoreUnavailableError, in one line and without the path's secrets, where the database
    cannot be opened, written, or is not one of ours.
    """
    parsed = _file_url(url)
    folder = Path(str(parsed.database)).absolute().parent
    try:
        found = folder.is_dir()
    except OSError as error:
        raise StoreUnavailableError(
            f"the folder {folder} for the database cannot be looked at: {error.strerror}"
        ) from None
    if not found:
        raise StoreUnavailableError(f"the folder {folder} for the database does not exist")
    engine = create_engine(parsed, connect_args={"timeout": BUSY_SECONDS}, pool_size=32)
    event.listen(engine, "connect", _configure_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    what = f"the database {parsed.render_as_string()} cannot be used"
    with unavailable(what), engine.begin() as connection:
        _prepare(connection)
    return engine


def _file_url(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # ValueError: a port that is no number
        raise StoreUnavailableError(
            "the database URL cannot be read; write it like sqlite:///var/ect_rules.sqlite",
            reason="DATABASE_URL_INVALID",
        ) from None
    file = parsed.database or ""
    plain = parsed == URL.create("sqlite", database=file)
    if not plain or file in ("", ":memory:") or "\0" in file:
        raise StoreUnavailableError(
            "only SQLite files are supported, without options; write the URL like "
            "sqlite:///var/ect_rules.sqlite",
            reason="DATABASE_URL_INVALID",
        )
    return parsed


def _configure_sqlite(connection: Any, _: Any) -> None:
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


def _begin_sqlite(connection: Connection) -> None:
    if not connection.get_execution_options().get(_READS):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection for statements that each see what is committed when they run."""
    with engine.connect() as connection:
        yield connection.execution_options(**{_READS: True})


def _prepare(connection: Connection) -> None:
    names = set(inspect(connection).get_table_names())
    if not names:
        metadata.create_all(connection)
        connection.execute(insert(head).values(id=1, revision=0, schema_version=SCHEMA_VERSION))
        return
    if head.name not in names:
        raise StoreUnavailableError("the database holds something else", reason="STORE_FOREIGN")
    version = connection.execute(select(head.c.schema_version)).scalar()
    if version != SCHEMA_VERSION:
        raise StoreUnavailableError(_of_another_release(version), reason="SCHEMA_VERSION")
    # SQLite opens a file that may not be written, and minds only when something is: this, of no row.
    connection.execute(update(head).where(head.c.id == 0).values(revision=0))


def _of_another_release(version: int | None) -> str:
    if version is None:
        return "the database has lost its schema version; put a copy that is whole in its place"
    versions = f"schema version {version}, and this one needs {SCHEMA_VERSION}"
    if version > SCHEMA_VERSION:
        return f"the database was made by a later release ({versions}); use that release"
    return (
        f"the database was made by an earlier release ({versions}); name a new file in the database "
        "URL and import the records into it again"
    )


@contextmanager
def unavailable(what: str = "the store cannot be used now") -> Iterator[None]:
    """Turn what the database raises into StoreUnavailableError, with the cause in one line."""
    try:
        yield
    except DBAPIError as error:
        raise StoreUnavailableError(f"{what}: {error.orig}") from error
    except sqlite3.Error as error:
        raise StoreUnavailableError(f"{what}: {error}") from error
    except SQLAlchemyError as error:
        raise StoreUnavailableError(f"{what}: {type(error).__name__}") from error
