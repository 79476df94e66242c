"""Academic years and terms, by which grants to schools go, and mentors' training in them.

An academic year is 1 September to 31 August, named by the year in which it begins.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from ect_rules.dated import Period, london_day, shares_a_day
from ect_rules.facts import MentorFacts, TrainingPeriod
from ect_rules.training import provider_led

# The years whose conditions of grant are known, and how the grant is put together in them.
TWO_PARTS, BY_TERM, TWO_ELEMENTS = (2021, 2022), (2023, 2024), 2025
FIRST_YEAR, LAST_YEAR = TWO_PARTS[0], TWO_ELEMENTS


@frozen
class Stretch:
    """Days on end, both ends included."""

    name: str
    started_on: date
    finished_on: date


def academic_year_of(on: date) -> int:
    """The year in which the academic year of `on` begins."""
    return on.year if on.month >= 9 else on.year - 1


def name_of(year: int) -> str:
    """An academic year as it is written, such as 2025-26."""
    return f"{year}-{(year + 1) % 100:02}"


def days_of(year: int) -> Stretch:
    """The days of an academic year."""
    return Stretch(name_of(year), date(year, 9, 1), date(year + 1, 8, 31))


def in_academic_year_of(period: Period, on: date) -> bool:
    """Whether some day of `period` is in the academic year of `on`."""
    return shares_a_day(period, days_of(academic_year_of(on)))


def terms_of(year: int) -> tuple[Stretch, Stretch, Stretch]:
    """The terms of an academic year, cut by our choice where a declaration's window ends."""
    return (
        Stretch("autumn term", date(year, 9, 1), date(year, 12, 31)),
        Stretch("spring term", date(year + 1, 1, 1), date(year + 1, 3, 31)),
        Stretch("summer term", date(year + 1, 4, 1), date(year + 1, 8, 31)),
    )


def settled(on: date) -> bool:
    """Whether the conditions of grant for the academic year of `on` are known."""
    return FIRST_YEAR <= academic_year_of(on) <= LAST_YEAR


def change_days() -> tuple[date, ...]:
    """The days on which the academic year changes, or a condition by the calendar comes out anew."""
    begins = (date(year, 9, 1) for year in range(FIRST_YEAR, LAST_YEAR + 3))
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return (*begins, *(date(year + 1, month, 1) for year in years for month in (1, 4, 6, 8)))


def summer_cut(year: int) -> date:
    """The day from which a part is due in the summer: the data cut for two parts is 1 June.

    By our choice 1 August for the terms: after the summer, and before the academic year is over.
    """
    return date(year + 1, 6 if year in TWO_PARTS else 8, 1)


def began(facts: MentorFacts) -> TrainingPeriod | None:
    """The first provider-led training of the mentor; None without any."""
    return min(provider_led(facts.training), key=lambda t: t.started_on, default=None)


def begun_under_new_rules(facts: MentorFacts) -> bool:
    """Whether training first began in or after September 2025, or for a contract period from 2025."""
    first = began(facts)
    if first is None:
        return False
    return first.started_on >= date(2025, 9, 1) or (first.contract_period or 0) >= 2025


def trained_in(training: Iterable[TrainingPeriod], days: Stretch, on: date) -> bool:
    """Whether provider-led training has a day in `days`, up to an interruption that is so by `on`."""
    return any(
        t.started_on <= days.finished_on and _until(t, on) >= days.started_on
        for t in provider_led(training)
    )


def _until(training: TrainingPeriod, on: date) -> date:
    instants = [i for i in (training.withdrawn_at, training.deferred_at) if i is not None]
    interrupted = [day for day in map(london_day, instants) if day <= on]
    return min([training.finished_on or date.max, *interrupted])


def year_of_training(facts: MentorFacts, on: date) -> int:
    """Which year of the mentor's training the academic year of `on` is: 1, 2 and so on.

    0 where it began too late in the year for the grant of that year: after 31 May in the years of
    two parts. Earlier years count in which the mentor was in training on some day.
    """
    first, year = began(facts), academic_year_of(on)
    if first is None:
        return 0
    counted = max(academic_year_of(first.started_on), FIRST_YEAR)
    if counted in TWO_PARTS and first.started_on >= summer_cut(counted):
        counted += 1
    if counted > year:
        return 0
    return 1 + sum(trained_in(facts.training, days_of(y), on) for y in range(counted, year))
