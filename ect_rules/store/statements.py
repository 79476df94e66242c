"""Statements as the driver takes them: written with SQLAlchemy, compiled once, and sent as they are.

What SQLAlchemy does for each execution costs several times what the database does for one of these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from attrs import frozen
from sqlalchemy import BindParameter, Connection, Insert, Select, Table, bindparam, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.types import LargeBinary, TypeEngine

Sent = Select[Any] | UpdateBase
Reader = Callable[[Any], Any]


@frozen(eq=False)
class Prepared:
    """A statement for one kind of database.

    `parameters`: makes of the parameters by name what the driver takes. `readers`: for the columns of
    its rows that need one, place and what makes the value of what the driver gives, unless that is None.
    """

    sql: str
    parameters: Callable[[Mapping[str, Any]], Any]
    readers: Sequence[tuple[int, Reader]]

    def rows(self, found: Sequence[Sequence[Any]]) -> Sequence[Sequence[Any]]:
        """Rows with the values that their columns are of."""
        if not self.readers:
            return found
        rows = [list(row) for row in found]
        for row in rows:
            for place, reader in self.readers:
                if row[place] is not None:
                    row[place] = reader(row[place])
        return rows


def insertion(table: Table) -> Insert:
    """What inserts a row of a table whose columns are all given but its number."""
    named: dict[str, BindParameter[Any]] = {
        c.name: bindparam(c.name, type_=c.type) for c in table.c if c.name != "row"
    }
    return insert(table).values(named).inline()


def run(connection: Connection, statement: Sent, given: Mapping[str, Any]) -> Sequence[Any]:
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
        _parameters(dialect, compiled),
        tuple(_found((n, _of(dialect, c.type, "result")) for n, c in enumerate(columns)).items()),
    )


def _parameters(dialect: Any, compiled: Any) -> Callable[[Mapping[str, Any]], Any]:
    """What makes of parameters by name what the driver takes."""
    binders = _found((n, _of(dialect, b.type, "bind")) for n, b in compiled.binds.items())
    own = {n: b.value for n, b in compiled.binds.items() if not b.required}
    constants = {n: binders[n](v) if n in binders else v for n, v in own.items()}
    asked = tuple((n, b) for n, b in binders.items() if n not in constants)
    in_order = _in_order(compiled.positiontup)
    if not constants and not asked:
        return in_order

    def parameters(given: Mapping[str, Any]) -> Any:
        given = {**constants, **given}
        for name, binder in asked:
            given[name] = binder(given[name])
        return in_order(given)

    return parameters


def _in_order(names: Sequence[str] | None) -> Callable[[Mapping[str, Any]], Any]:
    """What puts parameters in order, as often as they occur, unless the driver takes them by name."""
    if names is None:
        return lambda given: given
    if len(names) < 2:  # of one name itemgetter gives no tuple
        return lambda given: [given[name] for name in names]
    return itemgetter(*names)


def _of(dialect: Any, of: TypeEngine[Any], way: str) -> Reader | None:
    made: Any = of.dialect_impl(dialect)
    found: Reader | None
    if way == "result":
        found = made.result_processor(dialect, None)
    elif isinstance(of, LargeBinary):
        found = None  # both drivers take bytes as they are
    else:
        found = made.bind_processor(dialect)
    return found


def _found(pairs: Iterable[tuple[Any, Reader | None]]) -> dict[Any, Reader]:
    return {name: reader for name, reader in pairs if reader is not None}


def _send(connection: Connection, how: str, sql: str, given: Any) -> Any:
    driver: Any = connection.connection.dbapi_connection
    try:
        cursor = driver.cursor()
        getattr(cursor, how)(sql, given)
    except connection.dialect.loaded_dbapi.Error as error:
        if connection.dialect.is_disconnect(error, driver, None):
            connection.invalidate(error)
        raise DBAPIError(sql, None, error) from error
    return cursor
