"""Opening the database: the one place that knows which database it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote

from sqlalchemy import URL, Connection, Engine, insert, inspect, select, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from ect_rules.errors import StoreUnavailableError
from ect_rules.store.dialect import Dialect
from ect_rules.store.ledger import BEFORE_THE_FIRST
from ect_rules.store.postgres import POSTGRES, names_a_server, shown
from ect_rules.store.sqlite import SQLITE, names_a_file
from ect_rules.store.tables import SCHEMA_VERSION, head, metadata

_DIALECTS = {"sqlite": SQLITE, "postgresql": POSTGRES}
_EXAMPLES = "write it like sqlite:///var/ect_rules.sqlite or postgresql://user@host/name"


def open_engine(url: str) -> Engine:
    """An engine on the database at `url`, with its tables made if there are none.

    Raises StoreUnavailableError, in one line and without the URL's secrets, where the database cannot
    be opened, written, or is not one of ours.
    """
    parsed = _parsed(url)
    if names_a_server(parsed):
        engine, name = POSTGRES.engine(parsed), shown(parsed)
    else:
        engine, name = SQLITE.engine(parsed), parsed.render_as_string()
    try:
        with unavailable(f"the database {name} cannot be used"), engine.begin() as connection:
            _prepare(connection)
    except StoreUnavailableError:
        engine.dispose()
        raise
    return engine


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # ValueError: a port that is no number
        raise StoreUnavailableError(
            f"the database URL cannot be read; {_EXAMPLES}", reason="DATABASE_URL_INVALID"
        ) from None
    if not (names_a_file(parsed) or names_a_server(parsed)) or "\0" in unquote(url):
        raise StoreUnavailableError(
            "only SQLite files, without options, and PostgreSQL are supported as a database URL; "
            + _EXAMPLES,
            reason="DATABASE_URL_INVALID",
        )
    return parsed


def dialect(connection: Connection) -> Dialect:
    """Which kind of database a connection is to."""
    return _DIALECTS[connection.dialect.name]


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection for statements that each see what is committed when they run."""
    with engine.connect() as connection:
        yield connection.execution_options(**dialect(connection).reads)


def _prepare(connection: Connection) -> None:
    dialect(connection).alone(connection)
    names = set(inspect(connection).get_table_names())
    if not names:
        metadata.create_all(connection)
        first = {"revision": 0, "entry": BEFORE_THE_FIRST, "erased_at": 0}
        connection.execute(insert(head).values(id=1, schema_version=SCHEMA_VERSION, **first))
        return
    if head.name not in names:
        raise StoreUnavailableError("the database holds something else", reason="STORE_FOREIGN")
    version = connection.execute(select(head.c.schema_version)).scalar()
    if version != SCHEMA_VERSION:
        raise StoreUnavailableError(_of_another_release(version), reason="SCHEMA_VERSION")
    # One that may not be written opens all the same, and minds only when it is written: this, of no
    # row.
    connection.execute(update(head).where(head.c.id == 0).values(revision=0))


def _of_another_release(version: int | None) -> str:
    if version is None:
        return "the database has lost its schema version; put a copy that is whole in its place"
    versions = f"schema version {version}, and this one needs {SCHEMA_VERSION}"
    if version > SCHEMA_VERSION:
        return f"the database was made by a later release ({versions}); use that release"
    return (
        f"the database was made by an earlier release ({versions}); name a new one in the database URL "
        "and import the records into it again"
    )


@contextmanager
def unavailable(what: str = "the store cannot be used now") -> Iterator[None]:
    """Turn what the database raises into StoreUnavailableError, with the cause in one line."""
    try:
        yield
    except DBAPIError as error:
        raise StoreUnavailableError(f"{what}: {_cause(error.orig)}") from error
    except sqlite3.Error as error:
        raise StoreUnavailableError(f"{what}: {error}") from error
    except SQLAlchemyError as error:
        raise StoreUnavailableError(f"{what}: {type(error).__name__}") from error


def _cause(error: BaseException | None) -> str:
    # PostgreSQL adds lines of detail, in which there may be the values of a row.
    told = getattr(getattr(error, "diag", None), "message_primary", None) or str(error)
    return str(told).partition("\n")[0] or type(error).__name__
