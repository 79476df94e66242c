"""Days and periods. Plain closed intervals: a period covers its first day and its last day."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
ONE_DAY = timedelta(days=1)
# No day of anybody concerned lies outside these; one that does is a slip of the pen.
FIRST_YEAR, LAST_YEAR = 1900, 2200


class Period(Protocol):
    """Anything with a first day and a last day, both included; `finished_on` None is open ended."""

    @property
    def started_on(self) -> date: ...
    @property
    def finished_on(self) -> date | None: ...


P = TypeVar("P", bound=Period)


def covers(period: Period, on: date) -> bool:
    """Whether `on` is one of the days of `period`, its first and last days included (DATE-1)."""
    finished_on = period.finished_on
    return period.started_on <= on and (finished_on is None or on <= finished_on)


def ends_before_start(period: Period) -> bool:
    """Whether the last day is before the first, which no period may be; one day is allowed (DATE-1)."""
    return period.finished_on is not None and period.finished_on < period.started_on


def ended(period: Period, on: date) -> bool:
    """Whether the last day of `period` is before `on`."""
    finished_on = period.finished_on
    return finished_on is not None and finished_on < on


def current_or_next(periods: Iterable[P], on: date) -> P | None:
    """The period that starts first among those that cover `on` or start after it (DATE-2).

    Of two that start on the same day, the first in `periods`. None when all ended before `on`.
    """
    found = None
    for period in periods:
        if not ended(period, on) and (found is None or period.started_on < found.started_on):
            found = period
    return found


def leaving(period: Period, on: date) -> bool:
    """Whether `period` has a last day and it is `on` or later (DATE-3)."""
    return period.finished_on is not None and on <= period.finished_on


def unfinished(period: Period) -> bool:
    """Whether `period` has no last day, whenever it starts (DATE-4)."""
    return period.finished_on is None


def london_day(instant: datetime) -> date:
    """The calendar day of `instant` in Europe/London (DATE-5). `instant` must carry a zone.

    Raises ValueError if it does not. Where London's clock would show a day that no calendar has,
    before the year 1 or after 9999, it is the day of `instant` in its own zone.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    try:
        return instant.astimezone(LONDON).date()
    except OverflowError:
        return instant.date()


def contract_period_of(on: date) -> int:
    """The year in which the contract period of `on` begins: 1 June to 31 May, both included (DATE-7)."""
    return on.year if on.month >= 6 else on.year - 1


def shares_a_day(one: Period, other: Period) -> bool:
    """Whether some day is in both periods."""
    one_ends, other_ends = one.finished_on, other.finished_on
    return (one_ends is None or other.started_on <= one_ends) and (
        other_ends is None or one.started_on <= other_ends
    )


def inside(inner: Period, outer: Period) -> bool:
    """Whether every day of `inner` is a day of `outer`."""
    if inner.started_on < outer.started_on:
        return False
    if outer.finished_on is None:
        return True
    return inner.finished_on is not None and inner.finished_on <= outer.finished_on


def years_after(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 1 March in a year that has none.

    The last day there is, where that would be after the year 9999.
    """
    if day.year + years > date.max.year:
        return date.max
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def months_after(day: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last day where it has no such day.

    The last day there is, where that would be after the year 9999.
    """
    years, month = divmod(day.month - 1 + months, 12)
    if day.year + years > date.max.year:
        return date.max
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


def first_day_of(contract_period: int) -> date:
    """The first day of a contract period, 1 June (DATE-7)."""
    return date(contract_period, 6, 1)


def boundaries(periods: Iterable[Period]) -> set[date]:
    """The days on which being in one of `periods` changes: each first day, each day after a last."""
    days = set()
    for period in periods:
        days.add(period.started_on)
        if period.finished_on is not None and period.finished_on < date.max:
            days.add(period.finished_on + ONE_DAY)
    return days
