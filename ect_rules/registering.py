"""What registering somebody at a school holds to, and leaving one: the days and the contract period."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ect_rules.dated import (
    ONE_DAY,
    contract_period_of,
    ended,
    first_day_of,
    london_day,
    months_after,
    unfinished,
)
from ect_rules.facts import (
    ContractPeriod,
    EctAtSchoolPeriod,
    EctCandidate,
    EctFacts,
    MentorAtSchoolPeriod,
    MentorCandidate,
    School,
    TrainingPeriod,
)
from ect_rules.gias import INDEPENDENT_TYPES, is_one_of
from ect_rules.training import PROVIDER_LED, contract_period, latest

MONTHS_AHEAD = 4
DAYS_APART = 2
LONGEST = 124  # days: more than four months ever have
TAKES_OVER = 2024  # the contract period that an ECT moves to from one that no longer pays


def previous_registration(candidate: EctCandidate) -> EctAtSchoolPeriod | None:
    """The registration as an ECT that starts last, at whatever school; None, no registration."""
    return max(candidate.registrations, key=lambda p: p.started_on, default=None)


def elsewhere(candidate: MentorCandidate) -> list[MentorAtSchoolPeriod]:
    """The mentor's periods at other schools that have not ended by the new start, in their order."""
    return [
        p
        for p in candidate.at_schools
        if p.urn != candidate.school.school.urn and not ended(p, candidate.started_on)
    ]


def soon_after_start(
    day: date,
    period: EctAtSchoolPeriod | MentorAtSchoolPeriod,
    training: Iterable[TrainingPeriod],
    on: date,
) -> bool:
    """Whether `day` is less than two days after a start: of `period`, or of training in it.

    `training`: any; that of other periods is left aside, and so is what has not begun on `on`.
    """
    in_it = (
        t.started_on
        for t in training
        if t.started_on <= on
        and period.id in (t.ect_at_school_period_id, t.mentor_at_school_period_id)
    )
    return any((day - start).days < DAYS_APART for start in (period.started_on, *in_it))


def far_ahead(day: date, on: date) -> bool:
    """Whether `day` is later than the same day of the month four months after `on`."""
    return day > months_after(on, MONTHS_AHEAD)


def first_day_in_reach(day: date) -> date:
    """The first day on which `day` is not more than four months ahead."""
    found = date.fromordinal(max(date.min.toordinal(), day.toordinal() - LONGEST))
    while far_ahead(day, found):
        found += ONE_DAY
    return found


def open_for(start: date, contract_periods: Iterable[ContractPeriod], on: date) -> bool | None:
    """Whether one may register on `on` with that start; None where it is not told.

    A start that is not after `on` is open. A later one needs its contract period, recorded and open
    for registrations.
    """
    if start <= on:
        return True
    year = contract_period_of(start)
    for period in contract_periods:
        if period.year == year:
            return period.enabled
    return False


def chosen_for_ect(candidate: EctCandidate, on: date) -> int | None:
    """The contract period of the registration; None where we cannot tell.

    That of the previous training, where a provider leads it and the contract period still pays; 2024
    where it no longer does. Without such training, that of the start, never earlier than the current
    one, and the current one where that of the start is not recorded. The one that decides, the
    previous or the current, must be recorded.
    """
    previous = previous_training(candidate)
    if previous is None:
        return _by_start(candidate, on)
    frozen = _frozen(contract_period(previous), candidate.contract_periods, on)
    if frozen is None:
        return None
    return TAKES_OVER if frozen else contract_period(previous)


def chosen_for_mentor(candidate: MentorCandidate, on: date) -> int | None:
    """As for an ECT, but a mentor whose contract period no longer pays has the one of the start."""
    previous = previous_training(candidate)
    if previous is None:
        return _by_start(candidate, on)
    frozen = _frozen(contract_period(previous), candidate.contract_periods, on)
    if frozen is None:
        return None
    return _by_start(candidate, on) if frozen else contract_period(previous)


def judged_by(candidate: EctCandidate | MentorCandidate, chosen: int | None, on: date) -> int:
    """The contract period whose rules apply.

    The one that was `chosen`; where we cannot tell, the previous one, or without one that of `on`.
    """
    previous = previous_training(candidate)
    if chosen is None and previous is not None:
        return contract_period(previous)
    return chosen or contract_period_of(on)


def previous_training(candidate: EctCandidate | MentorCandidate) -> TrainingPeriod | None:
    """The latest training before, where a provider leads it.

    Of an ECT, that at the school before; of a mentor, that at any.
    """
    training: Iterable[TrainingPeriod] = candidate.training
    if isinstance(candidate, EctCandidate):
        before = previous_registration(candidate)
        training = [t for t in training if before and t.ect_at_school_period_id == before.id]
    last = latest(training)
    return last if last is not None and last.training_programme is PROVIDER_LED else None


def _by_start(candidate: EctCandidate | MentorCandidate, on: date) -> int | None:
    current, of_start = contract_period_of(on), contract_period_of(candidate.started_on)
    known = {period.year for period in candidate.contract_periods}
    if of_start > current and of_start in known:
        return of_start
    return current if current in known else None


def _frozen(year: int, contract_periods: Iterable[ContractPeriod], on: date) -> bool | None:
    for period in contract_periods:
        if period.year == year:
            frozen_at = period.payments_frozen_at
            return frozen_at is not None and london_day(frozen_at) <= on
    return None


# SCH-6: the class of schools that may use the service without funding went with contract period 2025.
BLOCKED_FROM = first_day_of(2025)


def without_section_41(school: School) -> bool | None:
    """Whether the school is independent and not approved under section 41 (SCH-6).

    None where its type or the approval is not told and would decide.
    """
    independent = is_one_of(school, INDEPENDENT_TYPES)
    if independent is False or school.section_41_approved:
        return False
    return None if independent is None or school.section_41_approved is None else True


def days_of_choice(candidate: EctCandidate | MentorCandidate) -> tuple[date, ...]:
    """The days on which the choice changes by itself: one contract period ends, or the next begins."""
    known = {period.year for period in candidate.contract_periods}
    return tuple(first_day_of(year) for year in sorted(known | {year + 1 for year in known}))


def offered(facts: EctFacts) -> list[MentorAtSchoolPeriod]:
    """The mentors of the ECT's school who may be assigned, in order of their start there."""
    return [m for m in facts.mentors_at_school if unfinished(m) and m.trn != facts.trn]
