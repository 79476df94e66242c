"""What a set of records must be like before we take it for facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from ect_rules.catalogue import Catalogue
from ect_rules.dated import ends_before_start, shares_a_day
from ect_rules.errors import Problem
from ect_rules.facts import (
    AssignmentFacts,
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.gias import TYPES
from ect_rules.world import World

P = TypeVar("P", EctAtSchoolPeriod, MentorAtSchoolPeriod)


def alone(record: Record) -> Iterator[Problem]:
    """What is wrong with a record by itself; fields are named without a path."""
    if (
        isinstance(record, School)
        and record.gias_type is not None
        and record.gias_type not in TYPES
    ):
        yield Problem(
            "gias_type",
            "is none of the 41 establishment types of GIAS; send the type's exact name",
            "GIAS_TYPE_UNKNOWN",
        )
    if isinstance(record, Teacher) and (
        (record.mentor_became_ineligible_for_funding_on is None)
        != (record.mentor_became_ineligible_for_funding_reason is None)
    ):
        yield Problem(
            "mentor_became_ineligible_for_funding_reason",
            "and mentor_became_ineligible_for_funding_on are set together or not at all",
            "LOSS_OF_FUNDING_INCOMPLETE",
        )
    if isinstance(record, Teacher | School):
        return
    if ends_before_start(record):
        yield Problem(
            "finished_on", "is before started_on; a period may last one day", "ENDS_BEFORE_START"
        )
    if isinstance(record, TrainingPeriod):
        yield from _training(record)


def _training(record: TrainingPeriod) -> Iterator[Problem]:
    of_mentor = record.mentor_at_school_period_id is not None
    if of_mentor == (record.ect_at_school_period_id is not None):
        yield Problem(
            "trainee",
            "set exactly one of ect_at_school_period_id and mentor_at_school_period_id",
            "TRAINEE_NOT_ONE",
        )
    elif of_mentor and record.training_programme is not TrainingProgramme.PROVIDER_LED:
        yield Problem(
            "training_programme",
            "of a mentor is always provider_led (TRAIN-8)",
            "MENTOR_TRAINING_NOT_PROVIDER_LED",
        )


def references(record: Record, world: World) -> Iterator[Problem]:
    """What the record names that is not in `world`."""
    match record:
        case EctAtSchoolPeriod() | MentorAtSchoolPeriod():
            named = [("trn", record.trn in world.teachers, "teacher with this TRN")]
        case MentorshipPeriod():
            named = [
                _ect(record.ect_at_school_period_id, world),
                _mentor(record.mentor_at_school_period_id, world),
            ]
        case TrainingPeriod(ect_at_school_period_id=str(ect_id)):
            named = [_ect(ect_id, world)]
        case TrainingPeriod(mentor_at_school_period_id=str(mentor_id)):
            named = [_mentor(mentor_id, world)]
        case _:
            named = []
    for name, found, what in named:
        if not found:
            yield Problem(name, f"names no {what}; record it first or with this", "NOT_FOUND")


def _ect(id_: str, world: World) -> tuple[str, bool, str]:
    return "ect_at_school_period_id", id_ in world.ect_periods, "ECT-at-school period"


def _mentor(id_: str, world: World) -> tuple[str, bool, str]:
    return "mentor_at_school_period_id", id_ in world.mentor_periods, "mentor-at-school period"


def together(record: Record, world: World, catalogue: Catalogue) -> Iterator[Problem]:
    """What is wrong with a record beside the others in `world`, which must hold what it names.

    Of a period at a school everything is looked at that hangs on it.
    """
    match record:
        case MentorshipPeriod():
            yield from _mentorship(record, world, catalogue)
        case EctAtSchoolPeriod():
            others = world.ect_registrations(record.trn)
            if _overlaps(record, others):
                yield Problem(
                    "started_on",
                    "the teacher is an ECT elsewhere, or here already, on one of these days",
                    "ECT_PERIODS_OVERLAP",
                )
            for mentorship in world.mentorships_of_ect(record.id):
                yield from _mentorship(mentorship, world, catalogue)
        case MentorAtSchoolPeriod():
            if _overlaps(record, world.mentor_periods_at(record.trn, record.urn)):
                yield Problem(
                    "started_on",
                    "the teacher is a mentor at this school already on one of these days",
                    "MENTOR_PERIODS_OVERLAP",
                )
            for mentorship in world.mentorships_of_mentor(record.id):
                yield from _mentorship(mentorship, world, catalogue)


def _overlaps(record: P, others: Iterable[P]) -> bool:
    return any(other.id != record.id and shares_a_day(record, other) for other in others)


def _mentorship(record: MentorshipPeriod, world: World, catalogue: Catalogue) -> Iterator[Problem]:
    if any(references(record, world)):  # told of the mentorship itself
        return
    for code, words in refusals(record, world, catalogue, record.started_on):
        yield Problem("started_on", f"{words} ({code})", code)


def assignment(proposed: MentorshipPeriod, world: World) -> AssignmentFacts:
    """The proposed mentorship with its two periods and the ECT's other mentorships, from `world`."""
    return AssignmentFacts(
        proposed,
        world.ect_periods[proposed.ect_at_school_period_id],
        world.mentor_periods[proposed.mentor_at_school_period_id],
        tuple(
            m
            for m in world.mentorships_of_ect(proposed.ect_at_school_period_id)
            if m.id != proposed.id
        ),
    )


def refusals(
    proposed: MentorshipPeriod, world: World, catalogue: Catalogue, on: date
) -> list[tuple[str, str]]:
    """Why the mentorship may not be, as pairs of reason code and words; empty where it may."""
    decision = catalogue.decide("mentor_assignable", assignment(proposed, world), on)
    return [(r.code, r.words) for r in decision.reasons if r.status != "ASSIGNABLE"]
