"""Days and periods: plain closed intervals."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ect_rules.dated import (
    boundaries,
    contract_period_of,
    covers,
    current_or_next,
    ended,
    ends_before_start,
    inside,
    leaving,
    london_day,
    months_after,
    shares_a_day,
    unfinished,
    years_after,
)
from tests.builders import day, instant, mentorship

START, END = "2025-09-01", "2025-09-30"
MONTH, OPEN, ONE_DAY = mentorship(START, END), mentorship(START), mentorship(START, START)

#                          covers ended  leaving
DAYS = {
    "the day before the first": (MONTH, "2025-08-31", False, False, True),
    "the first day": (MONTH, "2025-09-01", True, False, True),
    "the day after the first": (MONTH, "2025-09-02", True, False, True),
    "the day before the last": (MONTH, "2025-09-29", True, False, True),
    "the last day": (MONTH, "2025-09-30", True, False, True),
    "the day after the last": (MONTH, "2025-10-01", False, True, False),
    "the day before the only day": (ONE_DAY, "2025-08-31", False, False, True),
    "the only day": (ONE_DAY, "2025-09-01", True, False, True),
    "the day after the only day": (ONE_DAY, "2025-09-02", False, True, False),
    "the day before an open period": (OPEN, "2025-08-31", False, False, False),
    "the first day of an open period": (OPEN, "2025-09-01", True, False, False),
    "the last day that there is, of an open period": (OPEN, "9999-12-31", True, False, False),
}


@pytest.mark.parametrize(("period", "on", "in_it", "over", "going"), DAYS.values(), ids=DAYS)
def test_a_day_and_a_period(period, on, in_it, over, going):
    assert covers(period, day(on)) is in_it
    assert ended(period, day(on)) is over
    assert leaving(period, day(on)) is going


LENGTHS = {
    "ends the day before it starts": ("2025-09-01", "2025-08-31", True, False),
    "lasts one day": ("2025-09-01", "2025-09-01", False, False),
    "lasts two days": ("2025-09-01", "2025-09-02", False, False),
    "is open ended": ("2025-09-01", None, False, True),
    "is open ended and far ahead": ("2099-09-01", None, False, True),
}


@pytest.mark.parametrize(
    ("start", "end", "impossible", "open_ended"), LENGTHS.values(), ids=LENGTHS
)
def test_the_end_of_a_period(start, end, impossible, open_ended):
    assert ends_before_start(mentorship(start, end)) is impossible
    assert unfinished(mentorship(start, end)) is open_ended


INSTANTS = {
    "midnight in winter": ("2026-01-15T00:00:00+00:00", "2026-01-15"),
    "the last second of a winter day": ("2026-01-14T23:59:59+00:00", "2026-01-14"),
    "the last second of a summer day": ("2025-07-14T22:59:59+00:00", "2025-07-14"),
    "midnight in summer": ("2025-07-14T23:00:00+00:00", "2025-07-15"),
    "the night on which the clocks go forward, before": (
        "2025-03-30T00:59:59+00:00",
        "2025-03-30",
    ),
    "the evening after the clocks went forward": ("2025-03-30T22:59:59+00:00", "2025-03-30"),
    "the midnight after the clocks went forward": ("2025-03-30T23:00:00+00:00", "2025-03-31"),
    "the midnight before the clocks go forward": ("2025-03-29T23:59:59+00:00", "2025-03-29"),
    "the midnight before the clocks go back": ("2025-10-25T23:00:00+00:00", "2025-10-26"),
    "the evening after the clocks went back": ("2025-10-26T23:59:59+00:00", "2025-10-26"),
    "told in another zone": ("2026-01-15T00:30:00+01:00", "2026-01-14"),
    "told in London's own": ("2025-07-15T00:30:00+01:00", "2025-07-15"),
    "the first instant of the year 1": ("0001-01-01T00:00:00+00:00", "0001-01-01"),
    "the last instant of the year 9999": ("9999-12-31T23:59:59+00:00", "9999-12-31"),
}


@pytest.mark.parametrize(("iso", "expected"), INSTANTS.values(), ids=INSTANTS)
def test_london_day(iso, expected):
    assert london_day(instant(iso)) == day(expected)


def test_an_instant_without_a_zone_has_no_day():
    with pytest.raises(ValueError, match="needs a time zone"):
        london_day(instant("2026-01-15T00:00:00"))


def last_sunday(year, month):
    last = date(year, month, 31)
    return last - timedelta((last.weekday() + 1) % 7)


@given(st.datetimes(instant("2000-01-01T00:00"), instant("2036-12-31T23:59")))
def test_london_day_by_the_rule_of_summer_time(utc):
    forward = instant(f"{last_sunday(utc.year, 3)}T01:00")
    back = instant(f"{last_sunday(utc.year, 10)}T01:00")
    clock = utc + timedelta(hours=forward <= utc < back)
    assert london_day(instant(f"{utc.isoformat()}+00:00")) == clock.date()


CONTRACT_PERIODS = {
    "the day before": ("2025-05-31", 2024),
    "the day on which it begins": ("2025-06-01", 2025),
    "the day after": ("2025-06-02", 2025),
    "the end of the year": ("2025-12-31", 2025),
    "the start of the next": ("2026-01-01", 2025),
    "its last day": ("2026-05-31", 2025),
    "the day after its last": ("2026-06-01", 2026),
}


@pytest.mark.parametrize(("on", "expected"), CONTRACT_PERIODS.values(), ids=CONTRACT_PERIODS)
def test_contract_period_of(on, expected):
    assert contract_period_of(day(on)) == expected


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)))
def test_the_contract_period_of_a_day_covers_it(on):
    year = contract_period_of(on)
    assert date(year, 6, 1) <= on <= date(year + 1, 5, 31)


LATER = {
    "years, an ordinary day": (years_after, "2024-01-15", 2, "2026-01-15"),
    "years, 28 February": (years_after, "2024-02-28", 2, "2026-02-28"),
    "years, 29 February, to one without it": (years_after, "2024-02-29", 2, "2026-03-01"),
    "years, 29 February, to one with it": (years_after, "2024-02-29", 4, "2028-02-29"),
    "years, 1 March": (years_after, "2024-03-01", 2, "2026-03-01"),
    "years, to the last that there is": (years_after, "9997-06-01", 2, "9999-06-01"),
    "years, past the last that there is": (years_after, "9998-06-01", 2, "9999-12-31"),
    "years, 29 February, past the last": (years_after, "9996-02-29", 4, "9999-12-31"),
    "months, an ordinary day": (months_after, "2024-01-15", 3, "2024-04-15"),
    "months, into the next year": (months_after, "2024-11-30", 2, "2025-01-30"),
    "months, to one that is shorter": (months_after, "2024-01-31", 1, "2024-02-29"),
    "months, past the last year that there is": (months_after, "9999-11-01", 2, "9999-12-31"),
}


@pytest.mark.parametrize(("after", "start", "many", "expected"), LATER.values(), ids=LATER)
def test_years_and_months_after(after, start, many, expected):
    assert after(day(start), many) == day(expected)


# Against sets of days, counted one by one. An open end is taken as far away as the last of them.
FIRST = date(2025, 9, 1)
DAYS_COUNTED = [FIRST + timedelta(n) for n in range(-2, 16)]
near_days = st.integers(0, 11).map(lambda n: FIRST + timedelta(n))


@st.composite
def periods(draw):
    start, end = draw(near_days), draw(st.none() | near_days)
    if end is not None and end < start:
        start, end = end, start
    return mentorship(start.isoformat(), end and end.isoformat())


def days_of(period):
    last = period.finished_on or DAYS_COUNTED[-1]
    return {d for d in DAYS_COUNTED if period.started_on <= d <= last}


@given(periods(), st.sampled_from(DAYS_COUNTED))
def test_a_day_and_a_period_as_a_set(period, on):
    days = days_of(period)
    assert covers(period, on) == (on in days)
    assert ended(period, on) == all(d < on for d in days)
    if unfinished(period):
        assert not leaving(period, on)
    else:
        assert leaving(period, on) == (on <= max(days))


@given(periods(), periods())
def test_two_periods_as_sets(one, other):
    assert shares_a_day(one, other) == bool(days_of(one) & days_of(other))
    assert inside(one, other) == (days_of(one) <= days_of(other))


@given(st.lists(periods(), max_size=4), st.sampled_from(DAYS_COUNTED))
def test_current_or_next_by_its_definition(some, on):
    candidates = [p for p in some if covers(p, on) or p.started_on > on]
    starts = [p.started_on for p in candidates]
    expected = candidates[starts.index(min(starts))] if candidates else None
    assert current_or_next(some, on) is expected


@given(st.lists(periods(), max_size=4))
def test_boundaries_are_the_days_on_which_something_changes(some):
    def standing(on):
        return [(covers(p, on), ended(p, on)) for p in some]

    changed = {
        after for before, after in pairwise(DAYS_COUNTED) if standing(before) != standing(after)
    }
    assert boundaries(some) == changed


def test_nothing_changes_after_the_last_day_that_there_is():
    assert boundaries([mentorship("2025-09-01", "9999-12-31")]) == {day("2025-09-01")}
