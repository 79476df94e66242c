"""Bringing a store that an earlier release made up to this one, in steps of one schema version each.

`head.schema_version` alone says where a store is: it is set in the transaction that changes the tables.
A step is the module named after the version it leads to. It spells out what it makes, as the tables of
this release go on changing; its docstring says in a line what is new.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

from attrs import frozen
from sqlalchemy import Connection, Engine, update

from ect_rules.errors import StoreUnavailableError
from ect_rules.store.database import (
    dialect,
    engine_at,
    file_of,
    not_later,
    parsed,
    reading,
    schema_version,
    unavailable,
)
from ect_rules.store.tables import SCHEMA_VERSION, head


@frozen
class Migration:
    """What there is to do, or was done. `before`, `after`: schema versions; None, there is no store.
    `steps`: a line for each version in between, and for `after`.
    """

    before: int | None
    after: int | None
    steps: tuple[str, ...] = ()


NO_STORE = Migration(None, None)


def migrate(url: str, to: int | None = None) -> Migration:
    """Bring the store at a database URL up to schema version `to`; None, this release's.

    All in one transaction: if it fails, the store is as it was. Of two at the same time one does it,
    and the other waits and finds it done. Raises StoreUnavailableError.
    """
    with _engine(url, "cannot be migrated, and is as it was") as engine:
        if engine is None:
            return NO_STORE
        with dialect(engine).patiently(engine) as connection:
            planned = _plan(connection, to)
            if planned.steps:
                _run(connection, planned)
    return planned


def plan(url: str, to: int | None = None) -> Migration:
    """What `migrate` would do. It writes nothing and waits for nobody. Raises StoreUnavailableError."""
    with _engine(url, "cannot be read") as engine:
        if engine is None:
            return NO_STORE
        with reading(engine) as connection:
            return _plan(connection, to)


@contextmanager
def _engine(url: str, otherwise: str) -> Iterator[Engine | None]:
    """An engine of our own on a database; None, there is no such file."""
    where = parsed(url)
    file = file_of(where)
    if file is not None and not file.exists():
        yield None  # to open it would make one
        return
    engine, name = engine_at(where)
    try:
        with unavailable(f"the database {name} {otherwise}"):
            yield engine
    finally:
        engine.dispose()


def _plan(connection: Connection, to: int | None) -> Migration:
    wanted = SCHEMA_VERSION if to is None else to
    version = schema_version(connection)
    if version is None:
        return NO_STORE
    not_later(version)
    if not version <= wanted <= SCHEMA_VERSION:
        raise StoreUnavailableError(
            f"the store has schema version {version}, and this release can bring it up to version "
            f"{SCHEMA_VERSION} at most; for an earlier one restore a backup made before",
            reason="SCHEMA_VERSION",
        )
    numbers = range(version + 1, wanted + 1)
    return Migration(version, wanted, tuple(f"{n}: {_new_in(n)}" for n in numbers))


def _run(connection: Connection, planned: Migration) -> None:
    assert planned.before is not None
    assert planned.after is not None
    # Here, or every start would wait for what only a migration needs.
    from alembic.migration import MigrationContext  # noqa: PLC0415
    from alembic.operations import Operations  # noqa: PLC0415

    operations = Operations(MigrationContext.configure(connection))
    for number in range(planned.before + 1, planned.after + 1):
        _step(number).upgrade(operations)
        connection.execute(update(head).values(schema_version=number))


def _step(number: int) -> ModuleType:
    return import_module(f"{__name__}.to_{number}")


def _new_in(number: int) -> str:
    return str(_step(number).__doc__).partition("\n")[0]
