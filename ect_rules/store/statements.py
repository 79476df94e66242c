"""Statements as the driver takes them: written with SQLAlchemy, compiled once, and sent as they are.

What SQLAlchemy does for each execution costs several times what the database does for one of these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from attrs import frozen
from sqlalchemy import BindParameter, Connection, Insert, Select, Table, bindparam, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.types import TypeEngine

Sent = Select[Any] | UpdateBase
Reader = Callable[[Any], Any]


@frozen(eq=False)
class Prepared:
    """A statement for one kind of database.

    `order`: the parameters by name, as often as they occur; None where the driver takes names.
    `constants`: the parameters that the statement itself gives.
    `binders`: what makes of a parameter what the driver takes. `readers`: for the columns of its rows
    that need one, place and what makes the value of what the driver gives, unless that is None.
    """

    sql: str
    order: Sequence[str] | None
    constants: Mapping[str, Any]
    binders: Mapping[str, Reader]
    readers: Sequence[tuple[int, Reader]]

    def parameters(self, given: Mapping[str, Any]) -> Any:
        """As the driver takes them."""
        if self.constants or self.binders:
            given = {**self.constants, **given}
            for name, binder in self.binders.items():
                given[name] = binder(given[name])
        return given if self.order is None else [given[name] for name in self.order]

    def rows(self, found: Iterable[Any]) -> list[list[Any]]:
        """Rows with the values that their columns are of."""
        rows = [list(row) for row in found]
        if self.readers:
            for row in rows:
                for place, reader in self.readers:
                    if row[place] is not None:
                        row[place] = reader(row[place])
        return rows


def insertion(table: Table) -> Insert:
    """What inserts a row of a table whose columns are all given but its number."""
    named: dict[str, BindParameter[Any]] = {
        c.name: bindparam(c.name) for c in table.c if c.name != "row"
    }
    return insert(table).values(named).inline()


def run(connection: Connection, statement: Sent, given: Mapping[str, Any]) -> list[list[Any]]:
    """Send a statement, itself a constant, with its parameters; its rows, of which there are none but
    for one that selects or returns. DBAPIError for what the database does not take.
    """
    ready = _prepared(connection.dialect, statement)
    cursor = _send(connection, "execute", ready.sql, ready.parameters(given))
    return ready.rows(cursor.fetchall()) if cursor.description is not None else []


def run_text(connection: Connection, sql: str) -> None:
    """Send what has neither parameters nor rows, as it is. Otherwise as `run`."""
    _send(connection, "execute", sql, ())


def run_many(connection: Connection, statement: Sent, given: Iterable[Mapping[str, Any]]) -> None:
    """Send a statement for each of some parameters. Otherwise as `run`."""
    ready = _prepared(connection.dialect, statement)
    _send(connection, "executemany", ready.sql, [ready.parameters(each) for each in given])


@cache
def _prepared(dialect: Any, statement: Sent) -> Prepared:
    compiled: Any = statement.compile(dialect=dialect)
    columns = statement.selected_columns if isinstance(statement, Select) else ()
    return Prepared(
        str(compiled),
        None if compiled.positiontup is None else tuple(compiled.positiontup),
        {name: bind.value for name, bind in compiled.binds.items() if not bind.required},
        _found((name, _of(dialect, bind.type, "bind")) for name, bind in compiled.binds.items()),
        tuple(_found((n, _of(dialect, c.type, "result")) for n, c in enumerate(columns)).items()),
    )


def _of(dialect: Any, of: TypeEngine[Any], way: str) -> Reader | None:
    made: Any = of.dialect_impl(dialect)
    if way == "bind":
        found: Reader | None = made.bind_processor(dialect)
    else:
        found = made.result_processor(dialect, None)
    return found


def _found(pairs: Iterable[tuple[Any, Reader | None]]) -> dict[Any, Reader]:
    return {name: reader for name, reader in pairs if reader is not None}


def _send(connection: Connection, how: str, sql: str, given: Any) -> Any:
    database = connection.dialect
    driver: Any = connection.connection.dbapi_connection
    try:
        cursor = driver.cursor()
        getattr(cursor, how)(sql, given)
    except database.loaded_dbapi.Error as error:
        if database.is_disconnect(error, driver, None):
            connection.invalidate(error)
        raise DBAPIError(sql, None, error) from error
    return cursor
