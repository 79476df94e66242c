"""A row of RECT, read value by value, and what is wrong with a value."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from attrs import frozen

from ect_rules.dated import FIRST_YEAR, LAST_YEAR
from ect_rules.errors import Problem

E = TypeVar("E", bound=StrEnum)
FIRST_CONTRACT_PERIOD, LAST_CONTRACT_PERIOD = 2020, 2100
LONGEST_NAME = 200

_is_trn = re.compile(r"[0-9]{7}").fullmatch


class CannotMapError(Exception):
    """The row makes no record, for `problem`. Its field is the name of a column."""

    def __init__(self, column: str, description: str, reason: str) -> None:
        super().__init__(description)
        self.problem = Problem(column, description, reason)


@frozen
class Cells:
    """The values of one row, by column. Each method raises CannotMapError for a value that no record
    can hold, and gives None for null unless it says otherwise.
    """

    row: Any

    def __getitem__(self, column: str) -> Any:
        """The value as it is."""
        return getattr(self.row, column)

    def member(self, enum: type[E], column: str) -> E | None:
        """A member of an enumeration."""
        value = self[column]
        if value is None:
            return None
        found: E | None = _members(enum).get(value)
        if found is None:
            raise CannotMapError(
                column,
                f"is {value!r}, and this release knows {', '.join(enum)} only; correct it in RECT, "
                "or use a release that knows it",
                "VALUE_UNKNOWN",
            )
        return found

    def needed(self, enum: type[E], column: str) -> E:
        """A member of an enumeration; null is wrong."""
        found = self.member(enum, column)
        if found is None:
            raise CannotMapError(column, "is missing; set it in RECT", "VALUE_MISSING")
        return found

    def day(self, column: str) -> date | None:
        """A day."""
        value: date | None = self[column]
        if value is not None:
            _in_range(column, value.year, FIRST_YEAR, LAST_YEAR)
        return value

    def instant(self, column: str) -> datetime | None:
        """An instant in UTC: RECT stores no zone, and means that one."""
        value: datetime | None = self[column]
        if value is None:
            return None
        _in_range(column, value.year, FIRST_YEAR, LAST_YEAR)
        return value.replace(tzinfo=UTC)

    def contract_period(self, column: str, names: str = "") -> int | None:
        """The year in which a contract period begins. `names`: as of `urn`."""
        value: int | None = self[column]
        if value is not None:
            _in_range(names or column, value, FIRST_CONTRACT_PERIOD, LAST_CONTRACT_PERIOD)
        return value

    def name(self, column: str, names: str) -> str | None:
        """The name of an organisation. `names`: as of `urn`."""
        value: str | None = self[column]
        if value is not None and not 0 < len(value) <= LONGEST_NAME:
            raise CannotMapError(
                names,
                f"leads to a name that is not of 1 to {LONGEST_NAME} characters; correct it in RECT",
                "NAME_INVALID",
            )
        return value

    def id(self, column: str = "id") -> str | None:
        """The id of a row, as text."""
        value = self[column]
        return None if value is None else str(value)

    def trn(self) -> str:
        """The TRN of the teacher; null is wrong."""
        value = self["trn"]
        if value is None:
            raise CannotMapError(
                "trn", "is missing, and a teacher is known by it; set it in RECT", "TRN_MISSING"
            )
        if not _is_trn(value):
            raise CannotMapError("trn", "is not seven digits; correct it in RECT", "TRN_INVALID")
        return str(value)

    def urn(self, column: str, names: str = "") -> str | None:
        """The URN of a school. `names`: the column that leads to it, where it is in another table."""
        value = self[column]
        if names and self[names] is not None and value is None:
            raise CannotMapError(names, "names no school; correct it in RECT", "NOT_FOUND")
        if value is None:
            return None
        if not 100_000 <= value <= 999_999:
            raise CannotMapError(
                names or column,
                "has a URN that is not six digits; correct it in RECT",
                "URN_INVALID",
            )
        return str(value)


@cache
def _members(enum: type[E]) -> dict[str, E]:
    return {member.value: member for member in enum}


def _in_range(column: str, year: int, first: int, last: int) -> None:
    if not first <= year <= last:
        raise CannotMapError(
            column, f"must be in {first} to {last}; correct it in RECT", "YEAR_OUT_OF_RANGE"
        )
