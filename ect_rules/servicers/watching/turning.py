"""The days on which answers may turn: those of records, and those that rules name for everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import cache

from attrs import frozen

from ect_rules.catalogue import Catalogue
from ect_rules.dated import ONE_DAY, london_day, years_after
from ect_rules.facts import Record
from ect_rules.servicers.subjects import Subject, about
from ect_rules.store.due import with_days
from ect_rules.store.rows import FIELDS
from ect_rules.store.snapshot import Snapshot
from ect_rules.timeline import change_days
from ect_rules.world import World

# What rules count in years, they count from the first day of a period.
ANNIVERSARIES = (2,)
DAYS_AT_ONCE = 31
MOST_AT_ONCE = 20_000
_NOBODY = Subject("0000000", "000000")


@frozen
class Due:
    """The records that have a day that comes due; of None, there are too many."""

    records: list[Record] | None


def turns(record: Record) -> Iterator[date]:
    """The days on which an answer that rests on a record may turn because of it."""
    for name in FIELDS[type(record)]:
        value = getattr(record, name)
        if isinstance(value, datetime):
            yield london_day(value)
        elif isinstance(value, date):
            if name != "finished_on":
                yield value
            elif value < date.max:
                yield value + ONE_DAY
            if name == "started_on":
                yield from (years_after(value, years) for years in ANNIVERSARIES)


@cache
def calendar_days(catalogue: Catalogue, check: str) -> frozenset[date]:
    """The days that the rules of a check name whatever the facts, so that everybody's answer may turn."""
    question = about(check, _NOBODY)
    view = question.view(World())
    return frozenset(change_days(catalogue, check, view, (), date(2026, 1, 1)))


def coming_due(snapshot: Snapshot, first: date, last: date) -> dict[date, Due]:
    """The days from `first` to `last`, both included, on which records come due; none on any other."""
    near = _with_days(snapshot, first - ONE_DAY, last)
    for years in ANNIVERSARIES:
        # A day more, for the 29th of February.
        begin, end = (_years_before(day, years) for day in (first, last))
        found = _with_days(snapshot, begin - ONE_DAY, end + ONE_DAY)
        near = None if near is None or found is None else [*near, *found]
    if near is None:
        if first == last:
            return {first: Due(None)}
        middle = first + timedelta((last - first).days // 2)
        return coming_due(snapshot, first, middle) | coming_due(snapshot, middle + ONE_DAY, last)
    return _by_day(near, first, last)


def _by_day(records: Iterable[Record], first: date, last: date) -> dict[date, Due]:
    days: defaultdict[date, dict[Record, None]] = defaultdict(dict)
    for record in records:
        for day in turns(record):
            if first <= day <= last:
                days[day][record] = None
    return {day: Due([*found]) for day, found in days.items()}


def _with_days(snapshot: Snapshot, first: date, last: date) -> list[Record] | None:
    return with_days(snapshot, first, last, MOST_AT_ONCE)


def _years_before(day: date, years: int) -> date:
    return years_after(day, -years) if day.year > years else date.min + ONE_DAY
