"""A RECT database in few words: change it, and read what it says."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Self

import psycopg
from attrs import define

from ect_rules import rect
from ect_rules.facts import Record
from ect_rules.rect import Mapped, Unmapped
from ect_rules.world import key
from tests.postgres import connected

WRITTEN = datetime(2025, 9, 1, 9, tzinfo=UTC)  # when all rows of the example were
LATER = WRITTEN + timedelta(days=1)
ALL = 202  # rows of the example that make records
KEYS = {"gias_schools": "urn", "contract_periods": "year"}
Facts = dict[tuple[type, str], Record]


@define
class Database:
    url: str
    connection: "psycopg.Connection[Any]"

    @classmethod
    @contextmanager
    def made(cls, url: str, tables: str, rows: str) -> Iterator[Self]:
        with connected(url) as connection:
            connection.execute("SET client_min_messages = warning")
            connection.execute(tables.encode())
            connection.execute(rows.encode())
            yield cls(url, connection)

    @property
    def schema(self) -> str:
        found = self.connection.execute("SELECT current_schema()").fetchone()
        assert found is not None
        return str(found[0])

    def run(self, *statements: str) -> None:
        for statement in statements:
            self.connection.execute(statement.encode())

    def update(self, table: str, key: int, at: datetime = LATER, **values: Any) -> None:
        """Change a row as RECT does: `updated_at` tells of it."""
        values |= {"updated_at": at.replace(tzinfo=None)}
        columns = ", ".join(f"{column} = %s" for column in values)
        done = self.connection.execute(
            f"UPDATE {table} SET {columns} WHERE {KEYS.get(table, 'id')} = %s".encode(),  # noqa: S608
            [*values.values(), key],
        )
        assert done.rowcount == 1, (table, key)

    @contextmanager
    def otherwise(
        self, table: str, key: int, at: datetime = LATER, **values: Any
    ) -> Iterator[None]:
        """With other values in a row, for a while."""
        before = self.connection.execute(
            f"SELECT {', '.join(values)} FROM {table} WHERE {KEYS.get(table, 'id')} = %s".encode(),  # noqa: S608
            [key],
        ).fetchone()
        assert before is not None
        self.update(table, key, at, **values)
        try:
            yield
        finally:
            self.update(table, key, WRITTEN, **dict(zip(values, before, strict=True)))

    @contextmanager
    def tried(self, *statements: str) -> Iterator[None]:
        """With rows that are taken away again."""
        names = [statement.split()[2] for statement in statements]
        self.run(*statements)
        try:
            yield
        finally:
            self.run(*(f"DELETE FROM {n} WHERE updated_at > '2026-01-01'" for n in reversed(names)))  # noqa: S608

    def read(self, since: datetime | None = None) -> list[Mapped | Unmapped]:
        with rect.opened(self.url) as database:
            return list(database.read(since))

    def records(self, since: datetime | None = None) -> list[Record]:
        return [row.record for row in self.read(since) if isinstance(row, Mapped)]

    def facts(self) -> Facts:
        return {key(record): record for record in self.records()}

    def unmapped(self, since: datetime | None = None) -> list[str]:
        return unmapped(self.read(since))


def unmapped(rows: list[Mapped | Unmapped]) -> list[str]:
    return [
        f"{row.table} {row.key} {row.problem.field}: {row.problem.description}"
        for row in rows
        if isinstance(row, Unmapped)
    ]
