"""The store in a PostgreSQL database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    ARRAY,
    URL,
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    String,
    any_,
    bindparam,
    create_engine,
    event,
    func,
    select,
)

from ect_rules.errors import StoreUnavailableError
from ect_rules.store.dialect import BUSY_SECONDS, CONNECTIONS, MIGRATING_SECONDS, Dialect
from ect_rules.store.patience import unhurried
from ect_rules.store.tables import metadata

_DRIVER = "postgresql+psycopg"
_NAMES = ("postgres", "postgresql", _DRIVER)
_PREPARING = 0x6563745F72756C65  # "ect_rule": the advisory lock of whoever prepares the database
_SESSION = {
    "application_name": "ect_rules",
    "TimeZone": "UTC",
    "lock_timeout": f"{BUSY_SECONDS}s",
    # Beyond these somebody is stuck: a statement is given up, and so is a write that says nothing.
    "statement_timeout": "30s",
    "idle_in_transaction_session_timeout": "60s",
}


def names_a_server(url: URL) -> bool:
    """Whether a URL is that of a PostgreSQL database."""
    return url.drivername in _NAMES


def shown(url: URL) -> str:
    """A URL without what may be secret in it."""
    kept = URL.create(
        "postgresql", url.username, host=url.host, port=url.port, database=url.database
    )
    return kept.render_as_string()


def _engine(url: URL) -> Engine:
    settings = [f"-c {name}={value}" for name, value in _SESSION.items()]
    options = " ".join([*url.normalized_query.get("options", ()), *settings])
    try:
        engine = create_engine(
            url.set(drivername=_DRIVER),
            connect_args={"options": options},
            isolation_level="READ COMMITTED",
            pool_pre_ping=True,
            pool_size=CONNECTIONS,
            pool_timeout=BUSY_SECONDS,
        )
    except ImportError:
        raise StoreUnavailableError(
            "for a PostgreSQL database the package psycopg is needed; "
            "install it with: pip install 'ect-rules[postgres]'",
            reason="DRIVER_MISSING",
        ) from None
    from ect_rules.store.impatient import connect  # noqa: PLC0415 - it needs the driver

    event.listen(engine, "do_connect", connect)
    return engine


def _alone(connection: Connection) -> None:
    connection.execute(select(func.pg_advisory_xact_lock(_PREPARING)))


@contextmanager
def _patiently(engine: Engine) -> Iterator[Connection]:
    with unhurried(), engine.begin() as connection:
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{MIGRATING_SECONDS}s'")
        _alone(connection)
        # Whoever waits for a table keeps everybody else from it meanwhile.
        connection.exec_driver_sql("SET LOCAL lock_timeout TO DEFAULT")
        yield connection


def _one_of(column: Column[Any]) -> ColumnElement[bool]:
    of = BigInteger if isinstance(column.type, Integer) else String
    return column == any_(bindparam("keys", type_=ARRAY(of)))


def _wipe(connection: Connection) -> None:
    outside = connection.execution_options(isolation_level="AUTOCOMMIT")
    outside.exec_driver_sql("SET statement_timeout = 0")
    names = ", ".join(
        outside.dialect.identifier_preparer.format_table(t) for t in metadata.sorted_tables
    )
    try:
        with unhurried():
            outside.exec_driver_sql(f"VACUUM {names}")
    finally:
        outside.exec_driver_sql("RESET statement_timeout")


POSTGRES = Dialect(
    _engine,
    {"isolation_level": "AUTOCOMMIT"},
    lambda _: None,
    _alone,
    _patiently,
    _one_of,
    sorted,
    _wipe,
    lambda _: (),
)
