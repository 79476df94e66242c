"""The same statements by hand: the driver alone, and rows that nobody makes anything of."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg

from tests.postgres import plain

# Each with its parameters, and whether these are many.
Script = list[tuple[str, Any, bool]]


@contextmanager
def connected(url: str) -> Iterator[Callable[[Script], None]]:
    """What runs the statements of a transaction, and commits it, on a connection held throughout."""
    if url.startswith("sqlite:///"):
        connection: Any = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")
    else:
        connection = psycopg.connect(plain(url))
    cursor = connection.cursor()

    def run(script: Sequence[tuple[str, Any, bool]]) -> None:
        for sql, given, many in script:
            if many:
                cursor.executemany(sql, given)
                continue
            cursor.execute(sql, given)
            if cursor.description is not None:
                cursor.fetchall()
        connection.commit()

    try:
        yield run
    finally:
        connection.close()
