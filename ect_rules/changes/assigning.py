"""Assigning a mentor to an ECT, in place of another or not, and ending a mentorship."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve

from ect_rules.catalogue import Catalogue
from ect_rules.changes.made import Changes, hold_to
from ect_rules.dated import ONE_DAY, current_or_next, inside, shares_a_day
from ect_rules.errors import NotFoundError, RefusedError
from ect_rules.facts import (
    AssignmentFacts,
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    TrainingPeriod,
)
from ect_rules.training import PROVIDER_LED
from ect_rules.world import World

PROPOSED = "proposed"


def proposed_days(
    ect: EctAtSchoolPeriod,
    mentor: MentorAtSchoolPeriod,
    mentorships: Sequence[MentorshipPeriod],
    back_dated: bool,
    on: date,
) -> tuple[date, date | None]:
    """The first and the last day of a new mentorship; None, no last day (ASSIGN-1 to ASSIGN-3).

    From the latest of the two starts at the school and `on` to the earlier of the two ends there.
    `back_dated`: the mentor moves from another school to mentor here only; then, and where the ECT
    has none of `mentorships`, it may start before `on`. The last day may be before the first.
    """
    starts = [ect.started_on, mentor.started_on]
    if mentorships or not back_dated:
        starts.append(on)
    ends = [d for d in (ect.finished_on, mentor.finished_on) if d is not None]
    return max(starts), min(ends, default=None)


def make_way(
    proposed: MentorshipPeriod, mentorships: Iterable[MentorshipPeriod], on: date
) -> Changes:
    """Make way for a mentorship (ASSIGN-4, ASSIGN-5).

    Of `mentorships`, the ECT's, only the current or next one is touched: it ends the day before, or
    is withdrawn where it does not start before the new one.
    """
    existing = current_or_next(mentorships, on)
    if existing is None:
        return Changes()
    if proposed.started_on <= existing.started_on:
        return Changes(withdraw=(existing,))
    before = proposed.started_on - ONE_DAY
    end = before if existing.finished_on is None else min(existing.finished_on, before)
    return Changes((evolve(existing, finished_on=end),))


def propose(
    ect_trn: str,
    mentor_trn: str,
    on: date,
    world: World,
    *,
    urn: str | None = None,
    started_on: date | None = None,
    finished_on: date | None = None,
    back_dated: bool = False,
) -> tuple[AssignmentFacts, Changes]:
    """What assigning a mentor to an ECT on a day rests on, and what it would change if it may be.

    `urn`: as in `World.ect`. `started_on`, `finished_on`: None, the days of ASSIGN-1 to ASSIGN-3.
    Of the mentor's periods it is about the current or next one at the ECT's school, else the one
    anywhere, else the last. With a start given, a mentorship that shares no day with the new one
    stays.
    """
    ect = world.ect(ect_trn, on, urn).period
    mentor = _mentor(mentor_trn, ect, on, world)
    if ect is None or mentor is None:
        return AssignmentFacts(None, ect, mentor), Changes()
    mentorships = world.mentorships_of_ect(ect.id)
    first, last = proposed_days(ect, mentor, mentorships, back_dated, on)
    proposed = MentorshipPeriod(
        PROPOSED, ect.id, mentor.id, started_on or first, finished_on or last
    )
    if started_on is not None:
        mentorships = [m for m in mentorships if shares_a_day(m, proposed)]
    way = make_way(proposed, mentorships, on)
    return way.applied_to(world).assignment(proposed), way.then(Changes((proposed,)))


def _mentor(
    trn: str, ect: EctAtSchoolPeriod | None, on: date, world: World
) -> MentorAtSchoolPeriod | None:
    periods = world.mentor_periods_of(trn)
    here = [p for p in periods if ect is not None and p.urn == ect.urn]
    return (
        current_or_next(here, on)
        or current_or_next(periods, on)
        or max(periods, key=lambda p: (p.finished_on or date.max, p.id), default=None)
    )


def assign(
    ect_at_school_period_id: str,
    mentor_at_school_period_id: str,
    mentorship_id: str,
    back_dated: bool,
    on: date,
    world: World,
    catalogue: Catalogue,
    training: TrainingPeriod | None = None,
) -> tuple[MentorshipPeriod, Changes]:
    """Assign a mentor to an ECT in place of the current or next one, wholly or not at all (ASSIGN-6).

    `back_dated`: as in `proposed_days`. `training`: what has been chosen for the mentor; it begins as in
    `begin_training`. Raises NotFoundError for a period that is not in `world`, and RefusedError with
    every reason that the check mentor_assignable gives.
    """
    ect = world.ect_periods.get(ect_at_school_period_id)
    if ect is None:
        raise NotFoundError("no ECT-at-school period has this id", reason="ECT_NOT_FOUND")
    mentor = world.mentor_periods.get(mentor_at_school_period_id)
    if mentor is None:
        raise NotFoundError("no mentor-at-school period has this id", reason="MENTOR_NOT_FOUND")
    mentorships = world.mentorships_of_ect(ect.id)
    first, last = proposed_days(ect, mentor, mentorships, back_dated, on)
    proposed = MentorshipPeriod(mentorship_id, ect.id, mentor.id, first, last)
    changes = make_way(proposed, mentorships, on)
    hold_to(
        catalogue,
        "mentor_assignable",
        changes.applied_to(world).assignment(proposed),
        on,
        "the mentor may not be assigned to this ECT",
    )
    changes = changes.then(Changes((proposed,)))
    if training is not None:
        changes = changes.then(begin_training(training, mentor, proposed, on, world))
    return proposed, changes


def begin_training(
    training: TrainingPeriod,
    mentor: MentorAtSchoolPeriod,
    mentorship: MentorshipPeriod,
    on: date,
    world: World,
) -> Changes:
    """Begin the mentor's first training, where it may begin (TRAIN-3).

    It may where the ECT's current or next training is provider-led, and the mentor has not lost
    funding and has had no training as a mentor. It starts on the latest of `on`, the mentor's start
    at the school and that of the mentorship (AMB-12).
    """
    ect = world.ect_periods[mentorship.ect_at_school_period_id]
    now = current_or_next(world.training_of(ect), on)
    facts = world.mentor(mentor.trn)
    if now is None or now.training_programme is not PROVIDER_LED or facts.lost or facts.training:
        return Changes()
    start = max(on, mentor.started_on, mentorship.started_on)
    return Changes((evolve(training, started_on=start, mentor_at_school_period_id=mentor.id),))


def end_mentorship(mentorship_period_id: str, last_day: date, world: World) -> Changes:
    """Give a mentorship a last day, not before its first and not after a last day it has already.

    Raises NotFoundError for an unknown mentorship and RefusedError for another day.
    """
    mentorship = world.mentorships.get(mentorship_period_id)
    if mentorship is None:
        raise NotFoundError("no mentorship has this id", reason="MENTORSHIP_NOT_FOUND")
    shorter = evolve(mentorship, finished_on=last_day)
    if last_day < mentorship.started_on:
        raise _refused("ENDS_BEFORE_START", "The mentorship ends before it starts.")
    if not inside(shorter, mentorship):
        raise _refused(
            "ENDS_AFTER_LAST_DAY", "The mentorship has ended by then: it cannot be made longer."
        )
    return Changes((shorter,))


def _refused(code: str, words: str) -> RefusedError:
    return RefusedError(words, ((code, words),))
