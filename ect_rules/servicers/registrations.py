"""Registering an ECT, and a mentor for an ECT."""

from __future__ import annotations

from datetime import date
from typing import Any

from ect_rules.catalogue import Catalogue
from ect_rules.changes import register_ect, register_mentor
from ect_rules.errors import NotFoundError
from ect_rules.facts import (
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    School,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.registering import without_section_41
from ect_rules.servicers.applying import apply, new_id
from ect_rules.servicers.writing import Write
from ect_rules.store.snapshot import Seeds
from ect_rules.store.store import Transaction
from ect_rules.v1 import facts_pb2
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.wire.values import day, day_message, optional_day
from ect_rules.world import World


def registering_ect(request: pb.RegisterEctRequest, catalogue: Catalogue, today: date) -> Write:
    """Register an ECT with their training."""
    period = EctAtSchoolPeriod(
        new_id(request, "ect"), request.trn, request.urn, day(request.started_on, "started_on")
    )
    led = request.training_programme == facts_pb2.TRAINING_PROGRAMME_PROVIDER_LED
    training = TrainingPeriod(
        id=new_id(request, "training"),
        training_programme=(
            TrainingProgramme.PROVIDER_LED if led else TrainingProgramme.SCHOOL_LED
        ),
        started_on=period.started_on,
        ect_at_school_period_id=period.id,
        lead_provider=request.lead_provider or None,
        partnership_confirmed=False if led else None,
    )
    seeds = Seeds(trns={request.trn})

    def work(transaction: Transaction) -> Any:
        world = transaction.snapshot().around(seeds)
        _teacher_known(request.trn, world)
        world = _with_school(transaction, request.urn, world)
        if request.urn not in world.schools:
            raise NotFoundError("no school has this URN", reason="SCHOOL_NOT_FOUND")
        changes = register_ect(period, training, today, world, catalogue)
        apply(transaction, changes, world, catalogue)
        return pb.RegisterEctResponse(
            revision=transaction.counts_from, ect_at_school_period_id=period.id
        )

    return Write(lambda _: seeds, work)


def registering_mentor(
    request: pb.RegisterMentorRequest, catalogue: Catalogue, today: date
) -> Write:
    """Register a mentor for an ECT and assign them."""
    on = optional_day(request, "on", "") or today
    start = optional_day(request, "started_on", "") or on
    period = MentorAtSchoolPeriod(new_id(request, "mentor"), request.trn, "", start)
    training = None
    if request.lead_provider:
        training = TrainingPeriod(
            id=new_id(request, "training"),
            training_programme=TrainingProgramme.PROVIDER_LED,
            started_on=start,
            lead_provider=request.lead_provider,
            partnership_confirmed=False,
        )
    seeds = Seeds(trns={request.trn}, ect_period_ids={request.ect_at_school_period_id})

    def work(transaction: Transaction) -> Any:
        world = transaction.snapshot().around(seeds)
        _teacher_known(request.trn, world)
        ect = world.ect_periods.get(request.ect_at_school_period_id)
        if ect is not None:
            world = _with_school(transaction, ect.urn, world)
        mentorship, changes = register_mentor(
            period,
            request.ect_at_school_period_id,
            new_id(request, "mentorship"),
            training,
            request.mentoring_here_only,
            on,
            world,
            catalogue,
        )
        apply(transaction, changes, world, catalogue)
        return pb.RegisterMentorResponse(
            revision=transaction.counts_from,
            mentor_at_school_period_id=period.id,
            mentorship_period_id=mentorship.id,
            mentorship_started_on=day_message(mentorship.started_on),
        )

    return Write(lambda _: seeds, work)


def _teacher_known(trn: str, world: World) -> None:
    if trn not in world.teachers:
        raise NotFoundError("no teacher has this TRN", reason="TEACHER_NOT_FOUND")


def _with_school(transaction: Transaction, urn: str, world: World) -> World:
    """The world with the record of a school, and with everybody there only where that matters: at an
    independent school that is not approved under section 41 (SCH-6).
    """
    snapshot = transaction.snapshot()
    found = snapshot.current(School, {urn})
    if any(without_section_41(school) for school in found):
        return world.with_records(snapshot.schools({urn}).records.values())
    return world.with_records(found)
