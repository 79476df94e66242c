"""A copy of a store in a SQLite file, made while it is served, and the store made again from a copy."""

from __future__ import annotations

import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from attrs import frozen

from ect_rules.errors import StoreUnavailableError
from ect_rules.store.database import file_of, not_later, parsed, unavailable
from ect_rules.store.dialect import BUSY_SECONDS

_BESIDE = ("-wal", "-journal")


@frozen
class Copied:
    """What a copy holds: its newest revision, and the schema version of its tables."""

    revision: int
    schema_version: int


def back_up(url: str, copy: Path) -> Copied:
    """Copy the store at a database URL, as it is now, to a new file that its owner alone may read.

    Others read and write meanwhile. The file has its name only once it is whole, checked and on the
    disk. Raises StoreUnavailableError, and OSError where there can be no such file.
    """
    file = _file(url, "back it up with pg_dump")
    if not file.exists():
        raise StoreUnavailableError(f"there is no store at {file}")
    with unavailable(f"the store at {file} cannot be backed up"), _opened(file) as store:
        return _copied(store, copy)


def restore(copy: Path, url: str, replace: bool = False) -> Copied:
    """Make the store at a database URL what a copy holds.

    `replace`: a store that is there already becomes it, in one transaction, if nobody uses it. Raises
    StoreUnavailableError, and OSError where there can be no such file.
    """
    file = _file(url, "restore it with pg_restore")
    if not copy.is_file():
        raise StoreUnavailableError(f"there is no file {copy}")
    with unavailable(f"{copy} cannot be restored"), _opened(copy, "ro") as found:
        held = _checked(found, str(copy))
        not_later(held.schema_version)
        if not file.exists():
            _nothing_beside(file)
            return _copied(found, file)
        if not replace:
            raise StoreUnavailableError(
                f"there is a store at {file} already; name another, or say --replace to lose it"
            )
        with unavailable(f"what is at {file} cannot be replaced; move it away"):
            _replace(file, found)
    return held


def _file(url: str, otherwise: str) -> Path:
    file = file_of(parsed(url))
    if file is None:
        raise StoreUnavailableError(
            f"this is for SQLite files; a store on PostgreSQL: {otherwise}, as docs/operations.md says",
            reason="DATABASE_URL_INVALID",
        )
    return file


@contextmanager
def _opened(
    file: Path, mode: str = "rw", wait: float = BUSY_SECONDS
) -> Iterator[sqlite3.Connection]:
    uri = f"{file.absolute().as_uri()}?mode={mode}"
    with closing(sqlite3.connect(uri, wait, isolation_level=None, uri=True)) as connection:
        yield connection


def _copied(store: sqlite3.Connection, to: Path) -> Copied:
    if to.exists():
        raise FileExistsError(errno.EEXIST, "is there already; name another", str(to))
    number, name = tempfile.mkstemp(prefix=f".{to.name}.", suffix=".part", dir=to.absolute().parent)
    os.close(number)
    part = Path(name)
    try:
        with _opened(part) as made:
            store.backup(made)
            made.execute("PRAGMA journal_mode=DELETE")  # one file, which may be read anywhere
            held = _checked(made, "the copy")
        _on_disk(part)
        to.hardlink_to(part)  # unlike a new name, this never takes the place of another file
    finally:
        part.unlink()
    _on_disk(to.absolute().parent)
    return held


def _on_disk(file: Path) -> None:
    number = os.open(file, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _checked(connection: sqlite3.Connection, name: str) -> Copied:
    """What a store that is whole holds."""
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise StoreUnavailableError(f"{name} is damaged: {found.splitlines()[-1]}")
    return _head(connection, name)


def _head(connection: sqlite3.Connection, name: str) -> Copied:
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    head = (
        "head" in tables
        and connection.execute("SELECT revision, schema_version FROM head").fetchone()
    )
    if not head:
        raise StoreUnavailableError(f"{name} is no store of ours", reason="STORE_FOREIGN")
    return Copied(*head)


def _nothing_beside(file: Path) -> None:
    """SQLite would take what lies beside a file for a part of it."""
    for beside in (file.with_name(file.name + ending) for ending in _BESIDE):
        if beside.exists():
            raise StoreUnavailableError(f"{beside} is left of another store; move it away first")


def _replace(file: Path, found: sqlite3.Connection) -> None:
    with _opened(file, wait=0) as store:
        try:
            # A connection to a database with a write-ahead log holds a lock for as long as it lasts,
            # so this is refused while there is another; and then nobody else gets in until we close.
            store.execute("PRAGMA locking_mode=EXCLUSIVE")
            store.execute("PRAGMA journal_mode=DELETE")
            store.execute("BEGIN EXCLUSIVE")
            store.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            raise StoreUnavailableError(
                f"a server uses the store at {file}; stop it first"
            ) from None
        _head(store, f"what is at {file}")
        found.backup(store)
