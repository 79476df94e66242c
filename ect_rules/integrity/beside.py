"""What a record may name, and what must hold of it beside the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from ect_rules.catalogue import Catalogue
from ect_rules.completion import counts
from ect_rules.dated import shares_a_day
from ect_rules.errors import Problem
from ect_rules.facts import (
    Declaration,
    DeclarationType,
    EcfEligibility,
    EctAtSchoolPeriod,
    InductionPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    TrainingPeriod,
)
from ect_rules.training import contract_period
from ect_rules.world import World

P = TypeVar("P", EctAtSchoolPeriod, MentorAtSchoolPeriod, InductionPeriod)
# The contract periods from which a mentor's training has two milestones, and these (PAY-2).
TWO_MILESTONES_FROM = 2025
TWO_MILESTONES = (DeclarationType.STARTED, DeclarationType.COMPLETED)
MILESTONE = "MENTOR_DECLARATION_TYPE"


def references(record: Record, world: World) -> Iterator[Problem]:
    """What the record names that is not in `world`."""
    match record:
        case EctAtSchoolPeriod() | MentorAtSchoolPeriod() | InductionPeriod() | EcfEligibility():
            named = [("trn", record.trn in world.teachers, "teacher with this TRN")]
        case Declaration():
            training_id = record.training_period_id
            named = [("training_period_id", training_id in world.training, "training period")]
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

    Of a period at a school, and of training, everything is looked at that hangs on it.
    """
    match record:
        case EctAtSchoolPeriod() | MentorAtSchoolPeriod():
            yield from _at_school(record, world, catalogue)
        case MentorshipPeriod():
            yield from _mentorship(record, world, catalogue)
        case TrainingPeriod():
            yield from _training(record, world)
        case InductionPeriod():
            yield from _induction(record, world)
        case Declaration():
            for code, words in _against(record, world):
                yield Problem("declaration_type", words, code)
        case EcfEligibility():
            if len(world.ecf_of(record.trn, record.role)) > 1:
                yield Problem(
                    "role", "of the teacher is in another record already", "ECF_ELIGIBILITY_TWICE"
                )


def _at_school(
    record: EctAtSchoolPeriod | MentorAtSchoolPeriod, world: World, catalogue: Catalogue
) -> Iterator[Problem]:
    if isinstance(record, EctAtSchoolPeriod):
        if _overlaps(record, world.ect_registrations(record.trn)):
            yield Problem(
                "started_on",
                "the teacher is an ECT elsewhere, or here already, on one of these days",
                "ECT_PERIODS_OVERLAP",
            )
        mentorships = world.mentorships_of_ect(record.id)
    else:
        if _overlaps(record, world.mentor_periods_at(record.trn, record.urn)):
            yield Problem(
                "started_on",
                "the teacher is a mentor at this school already on one of these days",
                "MENTOR_PERIODS_OVERLAP",
            )
        mentorships = world.mentorships_of_mentor(record.id)
    for mentorship in mentorships:
        yield from _mentorship(mentorship, world, catalogue)
    for declaration in world.declarations_of(world.training_of(record)):
        for code, words in _against(declaration, world):
            yield Problem("trn", words, code)


def _training(record: TrainingPeriod, world: World) -> Iterator[Problem]:
    of_ect = record.ect_at_school_period_id is not None
    trainee = "ect_at_school_period_id" if of_ect else "mentor_at_school_period_id"
    for declaration in world.declarations_of([record]):
        for code, words in _against(declaration, world):
            yield Problem("contract_period" if code == MILESTONE else trainee, words, code)


def _overlaps(record: P, others: Iterable[P]) -> bool:
    return any(other.id != record.id and shares_a_day(record, other) for other in others)


def _induction(record: InductionPeriod, world: World) -> Iterator[Problem]:
    others = [p for p in world.inductions_of(record.trn) if p.id != record.id]
    if _overlaps(record, others):
        yield Problem(
            "started_on",
            "the teacher has another induction period on one of these days",
            "INDUCTION_PERIODS_OVERLAP",
        )
    if record.outcome and any(p.outcome for p in others):
        yield Problem(
            "outcome",
            "of the teacher's induction is in another induction period already",
            "INDUCTION_CONCLUDED_TWICE",
        )


def _against(record: Declaration, world: World) -> Iterator[tuple[str, str]]:
    """Why the declaration may not be, as pairs of reason code and words; nothing of one that hangs
    in the air, which is told of by itself.
    """
    training = world.training.get(record.training_period_id)
    trainee = None if training is None else _trainee(training, world)
    if training is None or trainee is None:
        return
    if (
        isinstance(trainee, MentorAtSchoolPeriod)
        and contract_period(training) >= TWO_MILESTONES_FROM
        and record.declaration_type not in TWO_MILESTONES
    ):
        words = f"a mentor's declarations in contract periods from {TWO_MILESTONES_FROM} are "
        yield MILESTONE, f"{words}started and completed only (PAY-2)"
    if counts(record) and any(
        other.id != record.id
        and other.declaration_type is record.declaration_type
        and counts(other)
        for other in _declarations_of_person(trainee, world)
    ):
        yield (
            "DECLARED_ALREADY",
            "another declaration of this type counts for the person in this role already (PAY-3)",
        )


def _trainee(
    training: TrainingPeriod, world: World
) -> EctAtSchoolPeriod | MentorAtSchoolPeriod | None:
    if training.mentor_at_school_period_id is not None:
        return world.mentor_periods.get(training.mentor_at_school_period_id)
    return world.ect_periods.get(training.ect_at_school_period_id or "")


def _declarations_of_person(
    trainee: EctAtSchoolPeriod | MentorAtSchoolPeriod, world: World
) -> list[Declaration]:
    periods = (
        world.mentor_periods_of(trainee.trn)
        if isinstance(trainee, MentorAtSchoolPeriod)
        else world.ect_registrations(trainee.trn)
    )
    return world.declarations_of(t for p in periods for t in world.training_of(p))


def _mentorship(record: MentorshipPeriod, world: World, catalogue: Catalogue) -> Iterator[Problem]:
    if any(references(record, world)):  # told of the mentorship itself
        return
    for code, words in refusals(record, world, catalogue, record.started_on):
        yield Problem("started_on", f"{words} ({code})", code)


def refusals(
    proposed: MentorshipPeriod, world: World, catalogue: Catalogue, on: date
) -> list[tuple[str, str]]:
    """Why the mentorship may not be, as pairs of reason code and words; empty where it may."""
    decision = catalogue.decide("mentor_assignable", world.assignment(proposed), on)
    return [(r.code, r.words) for r in decision.reasons if r.status != "ASSIGNABLE"]
