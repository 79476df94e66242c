"""Opening the database: the one place that knows which database it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from sqlalchemy import URL, Connection, Engine, insert, inspect, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.schema import CreateIndex, CreateTable

from ect_rules.errors import StoreUnavailableError
from ect_rules.store.dialect import Dialect
from ect_rules.store.ledger import BEFORE_THE_FIRST
from ect_rules.store.postgres import POSTGRES, names_a_server, shown
from ect_rules.store.sqlite import SQLITE, names_a_file
from ect_rules.store.tables import SCHEMA_VERSION, head, metadata

_DIALECTS = {"sqlite": SQLITE, "postgresql": POSTGRES}
_EXAMPLES = "write it like sqlite:///var/ect_rules.sqlite or postgresql://user@host/name"


def open_engine(url: str, make: bool = True) -> Engine:
    """An engine on the database at `url`, with its tables made if there are none.

    Raises StoreUnavailableError, in one line and without the URL's secrets, where the database cannot
    be opened, written, or is not one of ours and of this release; with `make` False also where there
    is none.
    """
    file = file_of(parsed(url))
    if not make and file is not None and not file.exists():
        raise _none()
    engine, name = engine_at(parsed(url))
    try:
        with (
            unavailable(f"the database {name} cannot be used"),
            engine.connect() as connection,
            writing(connection),
        ):
            _prepare(connection, make)
    except StoreUnavailableError:
        engine.dispose()
        raise
    return engine


def engine_at(url: URL) -> tuple[Engine, str]:
    """An engine on the database at a URL, as it is, and what it is called without its secrets.

    Raises StoreUnavailableError where there can be none.
    """
    if names_a_server(url):
        return POSTGRES.engine(url), shown(url)
    return SQLITE.engine(url), url.render_as_string()


def parsed(url: str) -> URL:
    """A database URL in its parts. Raises StoreUnavailableError for one that is not supported."""
    try:
        found = make_url(url)
    except (ArgumentError, ValueError):  # ValueError: a port that is no number
        raise StoreUnavailableError(
            f"the database URL cannot be read; {_EXAMPLES}", reason="DATABASE_URL_INVALID"
        ) from None
    if not (names_a_file(found) or names_a_server(found)) or "\0" in unquote(url):
        raise StoreUnavailableError(
            "only SQLite files, without options, and PostgreSQL are supported as a database URL; "
            + _EXAMPLES,
            reason="DATABASE_URL_INVALID",
        )
    return found


def file_of(url: URL) -> Path | None:
    """The SQLite file that a URL names; None, it names a server."""
    return None if names_a_server(url) else Path(str(url.database))


def dialect(database: Connection | Engine) -> Dialect:
    """Which kind of database it is."""
    return _DIALECTS[database.dialect.name]


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection for statements that each see what is committed when they run."""
    options = dialect(engine).reads
    with engine.connect() as connection:
        yield connection.execution_options(**options) if options else connection


@contextmanager
def writing(connection: Connection) -> Iterator[None]:
    """A transaction to write in, committed in the end unless something is raised."""
    with connection.begin():
        dialect(connection).begin(connection)
        yield


def schema_version(connection: Connection) -> int | None:
    """The schema version of a store; None of a database with nothing in it.

    Raises StoreUnavailableError where it is none of ours, or has lost its version.
    """
    names = set(inspect(connection).get_table_names())
    if not names:
        return None
    if head.name not in names:
        raise StoreUnavailableError("the database holds something else", reason="STORE_FOREIGN")
    version: int | None = connection.execute(select(head.c.schema_version)).scalar()
    if version is None:
        raise StoreUnavailableError(
            "the database has lost its schema version; put a copy that is whole in its place",
            reason="SCHEMA_VERSION",
        )
    return version


def not_later(version: int) -> None:
    """Raise StoreUnavailableError for the schema version of a later release."""
    if version > SCHEMA_VERSION:
        raise StoreUnavailableError(
            f"the database was made by a later release ({_versions(version)}); use that release",
            reason="SCHEMA_VERSION",
        )


def _prepare(connection: Connection, make: bool) -> None:
    dialect(connection).alone(connection)
    version = schema_version(connection)
    if version is None and not make:
        raise _none()
    if version is None:
        # psycopg takes several statements at once only without parameters.
        bare = connection.execution_options(no_parameters=True)
        for statements in _making(connection.dialect.name):
            bare.exec_driver_sql(statements)
        first = {"revision": 0, "entry": BEFORE_THE_FIRST, "erased_at": 0}
        connection.execute(insert(head).values(id=1, schema_version=SCHEMA_VERSION, **first))
        return
    not_later(version)
    if version < SCHEMA_VERSION:
        raise StoreUnavailableError(
            f"the database was made by an earlier release ({_versions(version)}); back it up and "
            "bring it up to this release with: ect-rules migrate",
            reason="SCHEMA_VERSION",
        )
    # One that may not be written opens all the same, and minds only when it is written: this, of no
    # row.
    connection.execute(update(head).where(head.c.id == 0).values(revision=0))


@cache
def _making(kind: str) -> tuple[str, ...]:
    """What makes the tables. create_all would look for each first, and PostgreSQL wait for each."""
    rules = (sqlite if kind == "sqlite" else postgresql).dialect()
    made: list[str] = []
    for table in metadata.sorted_tables:
        made.append(str(CreateTable(table).compile(dialect=rules)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made.extend(str(CreateIndex(index).compile(dialect=rules)) for index in indexes)
    return tuple(made) if kind == "sqlite" else (";".join(made),)


def _none() -> StoreUnavailableError:
    return StoreUnavailableError(
        "there is no store there yet; a server makes one when it starts", reason="STORE_MISSING"
    )


def _versions(version: int) -> str:
    return f"schema version {version}, and this one needs {SCHEMA_VERSION}"


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
