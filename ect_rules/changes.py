"""What the journeys of the service write: from the facts and a request to the records it changes.

Pure: nothing is stored here. Days are inclusive, `on` is the day of the write.
"""

from __future__ import annotations

from datetime import date

from attrs import evolve, field, frozen

from ect_rules.catalogue import Catalogue
from ect_rules.dated import ONE_DAY, current_or_next, ended, inside, unfinished
from ect_rules.errors import NotFoundError, RefusedError
from ect_rules.facts import (
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.integrity import refusals
from ect_rules.world import World

AtSchoolPeriod = EctAtSchoolPeriod | MentorAtSchoolPeriod


@frozen
class Changes:
    """Records to put, each in place of the one of its key, and records to withdraw."""

    put: tuple[Record, ...] = ()
    withdraw: tuple[Record, ...] = field(default=())

    def then(self, later: Changes) -> Changes:
        """Both, one after the other."""
        return Changes(self.put + later.put, self.withdraw + later.withdraw)

    def applied_to(self, world: World) -> World:
        """The world after these changes."""
        return world.with_records(self.put).without(self.withdraw)


def leave(period: AtSchoolPeriod, last_day: date, reporter: str | None, world: World) -> Changes:
    """End a period at a school on `last_day`, with what hangs on it (LEAVE-1 to LEAVE-6).

    Mentorships and training that start on or after that day are withdrawn, those that go past it end
    on it, and an earlier end of the period itself stays.
    """
    of_ect = isinstance(period, EctAtSchoolPeriod)
    mentorships = (
        world.mentorships_of_ect(period.id) if of_ect else world.mentorships_of_mentor(period.id)
    )
    put: list[Record] = []
    withdraw: list[Record] = []
    hanging: list[MentorshipPeriod | TrainingPeriod] = [*mentorships, *world.training_of(period)]
    for record in hanging:
        if record.started_on >= last_day:
            withdraw.append(record)
        elif not ended(record, last_day) and record.finished_on != last_day:
            put.append(evolve(record, finished_on=last_day))
    finished_on = last_day if not ended(period, last_day) else period.finished_on
    put.append(evolve(period, finished_on=finished_on, reported_leaving_by_urn=reporter))
    return Changes(tuple(put), tuple(withdraw))


def register_ect(period: EctAtSchoolPeriod, training: TrainingPeriod, world: World) -> Changes:
    """Register an ECT at a school with training. An open registration elsewhere ends the day before.

    Raises RefusedError where the ECT is registered at this school already, or where the start is not
    two days or more after that of the registration before it (GATE-E3, GATE-E11, LEAVE-8).
    """
    before = Changes()
    for earlier in world.ect_registrations(period.trn):
        if unfinished(earlier) and earlier.urn == period.urn:
            raise _refused("ALREADY_ECT_AT_SCHOOL", "The teacher is an ECT at this school already.")
        if period.started_on <= earlier.started_on + ONE_DAY:
            raise _refused(
                "START_NOT_AFTER_PREVIOUS",
                "The start must be two days or more after the start of the registration before it.",
            )
        if not ended(earlier, period.started_on):
            before = before.then(
                leave(earlier, period.started_on - ONE_DAY, earlier.reported_leaving_by_urn, world)
            )
    return before.then(Changes((period, training)))


def register_mentor(
    period: MentorAtSchoolPeriod,
    ect_at_school_period_id: str,
    mentorship_id: str,
    training: TrainingPeriod | None,
    here_only: bool,
    on: date,
    world: World,
    catalogue: Catalogue,
) -> tuple[MentorshipPeriod, Changes]:
    """Register a mentor for an ECT and assign them, both or neither.

    `training` is begun only where the first training may start: the ECT's current or next training
    is provider-led, no funding is lost, and the mentor has had none and mentors nowhere else. It
    starts on the latest of `on`, the start at the school and that of the mentorship (AMB-12).
    Raises NotFoundError for an unknown ECT and RefusedError as `assign` does, or where the teacher
    mentors at this school already (GATE-M4).
    """
    ect = _ect(ect_at_school_period_id, world)
    period = evolve(period, urn=ect.urn)
    if any(unfinished(p) for p in world.mentor_periods_at(period.trn, ect.urn)):
        raise _refused(
            "ALREADY_MENTOR_AT_SCHOOL",
            "The teacher is a mentor at this school already: assign them instead.",
        )
    elsewhere = [p for p in world.mentor_periods_of(period.trn) if not ended(p, period.started_on)]
    moving = Changes()
    if here_only:
        for earlier in elsewhere:
            if period.started_on <= earlier.started_on + ONE_DAY:
                raise _refused(
                    "START_NOT_AFTER_PREVIOUS",
                    "The start must be two days or more after the start at the school before it.",
                )
            reporter = earlier.reported_leaving_by_urn
            moving = moving.then(leave(earlier, period.started_on - ONE_DAY, reporter, world))
    registered = moving.then(Changes((period,)))
    mentorship, assigned = assign(
        ect.id,
        period.id,
        mentorship_id,
        bool(here_only and elsewhere),
        on,
        registered.applied_to(world),
        catalogue,
    )
    changes = registered.then(assigned)
    if training and _may_train(period.trn, ect, on, here_only or not elsewhere, world):
        start = max(on, period.started_on, mentorship.started_on)
        changes = changes.then(
            Changes((evolve(training, started_on=start, mentor_at_school_period_id=period.id),))
        )
    return mentorship, changes


def _may_train(trn: str, ect: EctAtSchoolPeriod, on: date, here_alone: bool, world: World) -> bool:
    now = current_or_next(world.training_of(ect), on)
    teacher = world.teachers[trn]
    return (
        here_alone
        and now is not None
        and now.training_programme is TrainingProgramme.PROVIDER_LED
        and teacher.mentor_became_ineligible_for_funding_reason is None
        and not world.mentor(trn).training
    )


def assign(
    ect_at_school_period_id: str,
    mentor_at_school_period_id: str,
    mentorship_id: str,
    back_dated: bool,
    on: date,
    world: World,
    catalogue: Catalogue,
) -> tuple[MentorshipPeriod, Changes]:
    """Assign a mentor to an ECT in place of the current or next one (ASSIGN-1 to ASSIGN-6).

    `back_dated`: the mentor moves from another school to mentor here only; then, and where the ECT
    has had no mentorship, the mentorship may start before `on`. Raises NotFoundError for a period
    that is not in `world`, and RefusedError with every rule of section 7 that it would break.
    """
    ect = _ect(ect_at_school_period_id, world)
    mentor = world.mentor_periods.get(mentor_at_school_period_id)
    if mentor is None:
        raise NotFoundError("no mentor-at-school period has this id", reason="MENTOR_NOT_FOUND")
    mentorships = world.mentorships_of_ect(ect.id)
    starts = [ect.started_on, mentor.started_on]
    if mentorships or not back_dated:
        starts.append(on)
    ends = [d for d in (ect.finished_on, mentor.finished_on) if d is not None]
    proposed = MentorshipPeriod(
        mentorship_id, ect.id, mentor.id, max(starts), min(ends) if ends else None
    )
    existing = current_or_next(mentorships, on)
    if existing is None:
        changes = Changes()
    elif proposed.started_on > existing.started_on:
        before = proposed.started_on - ONE_DAY
        earlier_end = existing.finished_on is not None and existing.finished_on < before
        end = existing.finished_on if earlier_end else before
        changes = Changes((evolve(existing, finished_on=end),))
    else:
        changes = Changes(withdraw=(existing,))
    violations = refusals(proposed, changes.applied_to(world), catalogue, on)
    if violations:
        raise RefusedError("the mentor may not be assigned to this ECT", tuple(violations))
    return proposed, changes.then(Changes((proposed,)))


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


def _ect(ect_at_school_period_id: str, world: World) -> EctAtSchoolPeriod:
    ect = world.ect_periods.get(ect_at_school_period_id)
    if ect is None:
        raise NotFoundError("no ECT-at-school period has this id", reason="ECT_NOT_FOUND")
    return ect


def _refused(code: str, words: str) -> RefusedError:
    return RefusedError(words, ((code, words),))
