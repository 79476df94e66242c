"""A day and an instant as columns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Date, DateTime, Dialect, TypeDecorator
from sqlalchemy.types import UserDefinedType


class _SqliteDay(UserDefinedType[date]):
    """As SQLAlchemy keeps a day, in a fraction of the time: most rows have two."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        """The type of the column."""
        return "DATE"

    def bind_processor(self, dialect: Dialect) -> Callable[[date | None], str | None]:
        """What makes ISO 8601 of a day."""
        return lambda day: None if day is None else day.isoformat()

    def result_processor(self, dialect: Dialect, of: object) -> Callable[[Any], date | None]:
        """What makes a day of that."""
        return lambda text: None if text is None else date.fromisoformat(text)


DAY = Date().with_variant(_SqliteDay(), "sqlite")


def _text(instant: datetime) -> str:
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


class Instant(TypeDecorator[datetime]):
    """An instant with a zone, kept in UTC; SQLite keeps no zone of its own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any]:
        """To UTC; for SQLite as text, as SQLAlchemy keeps it, in a fraction of the time."""
        if dialect.name == "sqlite":
            return lambda instant: None if instant is None else _text(instant)
        return lambda instant: None if instant is None else instant.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """In UTC, with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
