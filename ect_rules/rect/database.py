"""A RECT database, opened to be read: one transaction that sees one state of it and can write nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Engine, NullPool, create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from ect_rules.errors import EctRulesError
from ect_rules.rect.reading import Rect, readable

CONNECT_SECONDS = 5
_DRIVER = "postgresql+psycopg"
_NAMES = ("postgres", "postgresql", _DRIVER)
_SESSION = {"application_name": "ect_rules", "TimeZone": "UTC"}
_READ_ONLY = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


@contextmanager
def opened(url: str) -> Iterator[Rect]:
    """The RECT database at a PostgreSQL URL, as it is at the first statement, until the end.

    Raises EctRulesError, in one line and without the URL's secrets, where it cannot be read.
    """
    parsed = _parsed(url)
    name = _shown(parsed)
    engine = _engine(parsed)
    try:
        with (
            readable(name),
            engine.connect().execution_options(**_READ_ONLY) as connection,
            connection.begin(),
        ):
            yield Rect(connection, name)
    finally:
        engine.dispose()


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # ValueError: a port that is no number
        parsed = None
    if parsed is None or parsed.drivername not in _NAMES:
        raise EctRulesError(
            "RECT is a PostgreSQL database; write its URL like postgresql://user@host/name",
            reason="DATABASE_URL_INVALID",
        )
    return parsed


def _shown(url: URL) -> str:
    """A URL without what may be secret in it, and without who reads."""
    kept = URL.create("postgresql", host=url.host, port=url.port, database=url.database)
    return kept.render_as_string()


def _engine(url: URL) -> Engine:
    settings = [f"-c {name}={value}" for name, value in _SESSION.items()]
    options = " ".join([*url.normalized_query.get("options", ()), *settings])
    try:
        return create_engine(
            url.set(drivername=_DRIVER),
            connect_args={"connect_timeout": CONNECT_SECONDS, "options": options},
            poolclass=NullPool,
        )
    except ImportError:
        raise EctRulesError(
            "to read RECT the package psycopg is needed; "
            "install it with: pip install 'ect-rules[postgres]'",
            reason="DRIVER_MISSING",
        ) from None
