"""Rows are sealed and revisions chained, so that a change of them shows; what is left of erased rows.

The seals are of the rows as they are found, and the chain is made of these: they tell of what is
changed from now on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    DateTime,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    bindparam,
    event,
    literal,
    select,
    text,
    union_all,
    update,
)

from ect_rules.errors import StoreUnavailableError
from ect_rules.store.instant import Instant
from ect_rules.store.ledger import BEFORE_THE_FIRST, digest, entry, seal

if TYPE_CHECKING:
    from alembic.operations import Operations

REVISION = BigInteger().with_variant(Integer, "sqlite")
NOT_SUPERSEDED = 2**62
ROWS_AT_ONCE = 1_000
RECORDS = (
    *("teachers", "schools", "ect_at_school_periods", "mentor_at_school_periods"),
    *("mentorship_periods", "training_periods", "induction_periods", "declarations"),
    *("contract_periods", "ecf_eligibilities"),
)
Done = tuple[int | None, tuple[Iterable[bytes], ...]]
NOTHING: Done = (None, ())
NOT_SEALED = {"row", "recorded_at", "superseded_at", "seal"}


def upgrade(op: Operations) -> None:
    """From version 2."""
    connection = op.get_bind()
    for name in RECORDS:
        op.add_column(name, Column("seal", LargeBinary(48)))
        _seal(connection, _table(connection, name))
        with op.batch_alter_table(name) as table:
            table.alter_column("seal", nullable=False)
        _indexes(op, name)
    op.add_column("revisions", Column("entry", LargeBinary(32)))
    newest = _chain(connection)
    with op.batch_alter_table("revisions") as table:
        table.alter_column("entry", nullable=False)
    _head(op, newest)
    _tombstones(op)
    _erased_names(op)


def _table(connection: Connection, name: str) -> Table:
    """A table as it is now, with instants that have a zone."""
    found = Table(name, MetaData())

    @event.listens_for(found, "column_reflect")
    def with_zone(_inspector: Any, _table: Any, column: dict[str, Any]) -> None:
        if isinstance(column["type"], DateTime):
            column["type"] = Instant()

    return Table(name, found.metadata, autoload_with=connection, extend_existing=True)


def _seal(connection: Connection, table: Table) -> None:
    sealed = [column for column in table.c if column.name not in NOT_SEALED]
    some = (
        select(table.c.row, table.c.recorded_at, *sealed)
        .where(table.c.row > bindparam("last"))
        .order_by(table.c.row)
        .limit(ROWS_AT_ONCE)
    )
    change = update(table).where(table.c.row == bindparam("this")).values(seal=bindparam("made"))
    last = -1
    while rows := connection.execute(some, {"last": last}).all():
        last = rows[-1].row
        connection.execute(change, [_sealed(table, sealed, row) for row in rows])


def _sealed(table: Table, columns: list[Column[Any]], row: Any) -> dict[str, Any]:
    values = {column.name: getattr(row, column.name) for column in columns}
    return {"this": row.row, "made": seal(table.name, row.recorded_at, values)}


def _chain(connection: Connection) -> bytes:
    """Give every revision its entry. Returns that of the newest."""
    revisions = _table(connection, "revisions")
    change = (
        update(revisions)
        .where(revisions.c.revision == bindparam("this"))
        .values(entry=bindparam("made"))
    )
    made = BEFORE_THE_FIRST
    done = _done(connection)
    of, digests = next(done, NOTHING)
    for row in connection.execute(select(revisions).order_by(revisions.c.revision)).all():
        told = (row.revision, row.committed_at, row.method, row.request_id)
        made = entry(made, *told, digests if of == row.revision else ((), (), ()))
        connection.execute(change, {"this": row.revision, "made": made})
        if of == row.revision:
            of, digests = next(done, NOTHING)
    if of is not None:
        raise StoreUnavailableError(f"there are rows of revision {of}, and no such revision")
    return made


def _done(connection: Connection) -> Iterator[Done]:
    """Each revision with the digests of the rows that it recorded, closed and erased (none)."""
    parts: list[Any] = []
    for name in RECORDS:
        table = _table(connection, name)
        closed = table.c.superseded_at < NOT_SUPERSEDED
        parts.append(select(table.c.recorded_at.label("revision"), literal(0), table.c.seal))
        parts.append(select(table.c.superseded_at, literal(1), table.c.seal).where(closed))
    every = union_all(*parts).order_by("revision")
    rows = connection.execute(every, execution_options={"yield_per": ROWS_AT_ONCE})
    for revision, found in groupby(rows, key=lambda row: row[0]):
        digests: tuple[list[bytes], ...] = ([], [], [])
        for _, what, sealed in found:
            digests[what].append(digest(sealed))
        yield revision, digests


def _head(op: Operations, newest: bytes) -> None:
    op.add_column("head", Column("entry", LargeBinary(32)))
    op.add_column("head", Column("erased_at", REVISION))
    connection = op.get_bind()
    connection.execute(update(_table(connection, "head")).values(entry=newest, erased_at=0))

    with op.batch_alter_table("head") as table:
        table.alter_column("entry", nullable=False)
        table.alter_column("erased_at", nullable=False)


def _indexes(op: Operations, name: str) -> None:
    closed = text(f"superseded_at < {NOT_SUPERSEDED}")
    op.create_index(f"{name}_recorded_at", name, ["recorded_at"])
    op.create_index(
        f"{name}_superseded_at",
        name,
        ["superseded_at"],
        sqlite_where=closed,
        postgresql_where=closed,
    )


def _tombstones(op: Operations) -> None:
    op.create_table(
        "tombstones",
        Column("row", REVISION, primary_key=True),
        Column("kind", String(32), nullable=False),
        Column("digest", LargeBinary(32), nullable=False),
        Column("recorded_at", REVISION, nullable=False),
        Column("superseded_at", REVISION, nullable=False),
        Column("erased_at", REVISION, nullable=False),
    )
    for column in ("recorded_at", "superseded_at", "erased_at"):
        op.create_index(f"tombstones_{column}", "tombstones", [column])


def _erased_names(op: Operations) -> None:
    op.create_table(
        "erased_names",
        Column("row", REVISION, primary_key=True),
        Column("kind", String(32), nullable=False),
        Column("name", String(32), nullable=False),
        Column("key", String(64), nullable=False),
        Column("recorded_at", REVISION, nullable=False),
        Column("superseded_at", REVISION, nullable=False),
    )
    op.create_index("erased_names_key", "erased_names", ["kind", "name", "key"])
