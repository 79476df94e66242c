"""What hangs on somebody leaving a school, by report or by moving to another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from ect_rules.changes.made import Changes
from ect_rules.dated import ONE_DAY, current_or_next, ended
from ect_rules.errors import RefusedError
from ect_rules.facts import (
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    TrainingPeriod,
)
from ect_rules.registering import far_ahead, soon_after_start
from ect_rules.world import World

AtSchoolPeriod = EctAtSchoolPeriod | MentorAtSchoolPeriod

TOO_EARLY = (
    "LEAVING_TOO_EARLY",
    "The last day must be two days or more after the start at the school and of training there.",
)
TOO_FAR = ("LEAVING_TOO_FAR", "The last day is over four months ahead.")


def report_leaving(
    period: AtSchoolPeriod, last_day: date, reporter: str | None, on: date, world: World
) -> Changes:
    """End a period at a school on `last_day`, as reported on `on`, with what hangs on it.

    `reporter`: the URN of the school that reports; None, no school does. Raises RefusedError where
    the day is less than two days after the start of the period or of training in it that has begun,
    or more than four months after `on` (LEAVE-7).
    """
    against = []
    if soon_after_start(last_day, period, world.training_of(period), on):
        against.append(TOO_EARLY)
    if far_ahead(last_day, on):
        against.append(TOO_FAR)
    if against:
        raise RefusedError("nobody may leave on this day", tuple(against))
    return leave(period, last_day, reporter, world)


def leave(period: AtSchoolPeriod, last_day: date, reporter: str | None, world: World) -> Changes:
    """End a period at a school on `last_day`, with what hangs on it (LEAVE-1 to LEAVE-6).

    Mentorships and training that start on or after that day are withdrawn, those that go past it end
    on it, and an earlier end of the period itself stays. A mentor's mentorships end with the ECT's
    own time at the school where that is earlier. `reporter` None leaves the one there is.
    """
    put: list[Record] = []
    withdraw: list[Record] = []
    hanging: list[MentorshipPeriod | TrainingPeriod] = [
        *_mentorships(period, world),
        *world.training_of(period),
    ]
    for record in hanging:
        if record.started_on >= last_day:
            withdraw.append(record)
        elif not ended(record, last_day):
            end = _end(record, period, last_day, world)
            if record.finished_on != end:
                put.append(evolve(record, finished_on=end))
    finished_on = last_day if not ended(period, last_day) else period.finished_on
    reported_by = reporter or period.reported_leaving_by_urn
    put.append(evolve(period, finished_on=finished_on, reported_leaving_by_urn=reported_by))
    return Changes(tuple(put), tuple(withdraw))


def _mentorships(period: AtSchoolPeriod, world: World) -> list[MentorshipPeriod]:
    if isinstance(period, EctAtSchoolPeriod):
        return world.mentorships_of_ect(period.id)
    return world.mentorships_of_mentor(period.id)


def _end(
    record: MentorshipPeriod | TrainingPeriod, period: AtSchoolPeriod, last_day: date, world: World
) -> date:
    if isinstance(record, MentorshipPeriod) and isinstance(period, MentorAtSchoolPeriod):
        ect = world.ect_periods.get(record.ect_at_school_period_id)
        if ect is not None and ended(ect, last_day):
            return ect.finished_on or last_day
    return last_day


def move(periods: Iterable[AtSchoolPeriod], started_on: date, world: World) -> Changes:
    """End those of `periods` that go on, the day before a start at another school (LEAVE-8).

    No school has reported this, so that the reporter stays as it was.
    """
    changes = Changes()
    for period in periods:
        if not ended(period, started_on):
            changes = changes.then(leave(period, started_on - ONE_DAY, None, world))
    return changes


def left_without_mentor(
    period: MentorAtSchoolPeriod, last_day: date, world: World
) -> list[EctAtSchoolPeriod]:
    """The ECTs whose mentor is `period` and who have none the day after `last_day` (LEAVE-9).

    `world`: before the mentor leaves. In order of their start; those who have left by then are not
    among them.
    """
    going_on = [m for m in world.mentorships_of_mentor(period.id) if not ended(m, last_day)]
    mentored = {m.ect_at_school_period_id for m in going_on}
    day_after = last_day + ONE_DAY
    after = leave(period, last_day, None, world).applied_to(world)
    ects = [after.ect_periods[id_] for id_ in mentored if id_ in after.ect_periods]
    return sorted(
        (
            ect
            for ect in ects
            if not ended(ect, day_after)
            and current_or_next(after.mentorships_of_ect(ect.id), day_after) is None
        ),
        key=lambda ect: (ect.started_on, ect.id),
    )
