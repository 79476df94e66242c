"""Rows that another thread sends while they are read."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator

from ect_rules.errors import EctRulesError
from ect_rules.rect import Mapped


class Sent(Iterator[Mapped]):
    """The rows of `rows`, for gRPC, which asks for them in a thread of its own and goes on for a while
    after the call has failed. What goes wrong there it hides.
    """

    def __init__(self, rows: Generator[Mapped]) -> None:
        self._rows = rows
        self._reading = threading.Lock()
        self._failed: EctRulesError | None = None

    def __next__(self) -> Mapped:
        with self._reading:
            try:
                return next(self._rows)
            except EctRulesError as error:
                self._failed = error
                raise

    def stop(self) -> None:
        """Read no more, so that whoever calls may use the database. Raises what went wrong in reading."""
        with self._reading:
            self._rows.close()
            if self._failed is not None:
                raise self._failed
