"""RecordService: each method is one transaction, done once for each request id."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from attrs import frozen

from ect_rules.catalogue import Catalogue
from ect_rules.changes import Changes, assign, end_mentorship, register_ect, register_mentor
from ect_rules.errors import NotFoundError, RefusedError
from ect_rules.facts import (
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    School,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.integrity import together
from ect_rules.registering import without_section_41
from ect_rules.servicers.errors import client_stream, unary
from ect_rules.servicers.imports import import_records
from ect_rules.store.snapshot import Seeds
from ect_rules.store.store import Store, Transaction
from ect_rules.v1 import facts_pb2, record_service_pb2_grpc
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.wire.records import of_kind
from ect_rules.wire.values import day, day_message, optional_day
from ect_rules.world import World

_IDS = uuid.UUID("5f0c1a52-2f0e-4c43-9d0f-8a1c5b1f7a11")


@frozen
class RecordService(record_service_pb2_grpc.RecordServiceServicer):
    """Records what happens. See the contract for what each method takes and gives."""

    store: Store
    catalogue: Catalogue
    today: Callable[[], date]

    @unary
    def RecordTeacher(self, request: pb.RecordTeacherRequest) -> object:
        """Record a teacher."""
        teacher = of_kind("teacher", request.teacher, "teacher")

        def work(transaction: Transaction) -> Any:
            transaction.put([teacher])
            return pb.RecordTeacherResponse(revision=transaction.counts_from)

        return self._write("RecordTeacher", request, pb.RecordTeacherResponse, work)

    @unary
    def RecordSchool(self, request: pb.RecordSchoolRequest) -> object:
        """Record a school."""
        school = of_kind("school", request.school, "school")

        def work(transaction: Transaction) -> Any:
            transaction.put([school])
            return pb.RecordSchoolResponse(revision=transaction.counts_from)

        return self._write("RecordSchool", request, pb.RecordSchoolResponse, work)

    @unary
    def RegisterEct(self, request: pb.RegisterEctRequest) -> object:
        """Register an ECT with their training."""
        period = EctAtSchoolPeriod(
            _id(request, "ect"), request.trn, request.urn, day(request.started_on, "started_on")
        )
        led = request.training_programme == facts_pb2.TRAINING_PROGRAMME_PROVIDER_LED
        training = TrainingPeriod(
            id=_id(request, "training"),
            training_programme=(
                TrainingProgramme.PROVIDER_LED if led else TrainingProgramme.SCHOOL_LED
            ),
            started_on=period.started_on,
            ect_at_school_period_id=period.id,
            lead_provider=request.lead_provider or None,
            partnership_confirmed=False if led else None,
        )

        def work(transaction: Transaction) -> Any:
            world = self._around(transaction, Seeds(trns={request.trn}))
            _teacher_known(request.trn, world)
            world = _with_school(transaction, request.urn, world)
            if request.urn not in world.schools:
                raise NotFoundError("no school has this URN", reason="SCHOOL_NOT_FOUND")
            changes = register_ect(period, training, self.today(), world, self.catalogue)
            self._apply(transaction, changes, world)
            return pb.RegisterEctResponse(
                revision=transaction.counts_from, ect_at_school_period_id=period.id
            )

        return self._write("RegisterEct", request, pb.RegisterEctResponse, work)

    @unary
    def RegisterMentor(self, request: pb.RegisterMentorRequest) -> object:
        """Register a mentor for an ECT and assign them."""
        on = optional_day(request, "on", "") or self.today()
        start = optional_day(request, "started_on", "") or on
        period = MentorAtSchoolPeriod(_id(request, "mentor"), request.trn, "", start)
        training = None
        if request.lead_provider:
            training = TrainingPeriod(
                id=_id(request, "training"),
                training_programme=TrainingProgramme.PROVIDER_LED,
                started_on=start,
                lead_provider=request.lead_provider,
                partnership_confirmed=False,
            )

        def work(transaction: Transaction) -> Any:
            seeds = Seeds(trns={request.trn}, ect_period_ids={request.ect_at_school_period_id})
            world = self._around(transaction, seeds)
            _teacher_known(request.trn, world)
            ect = world.ect_periods.get(request.ect_at_school_period_id)
            if ect is not None:
                world = _with_school(transaction, ect.urn, world)
            mentorship, changes = register_mentor(
                period,
                request.ect_at_school_period_id,
                _id(request, "mentorship"),
                training,
                request.mentoring_here_only,
                on,
                world,
                self.catalogue,
            )
            self._apply(transaction, changes, world)
            return pb.RegisterMentorResponse(
                revision=transaction.counts_from,
                mentor_at_school_period_id=period.id,
                mentorship_period_id=mentorship.id,
                mentorship_started_on=day_message(mentorship.started_on),
            )

        return self._write("RegisterMentor", request, pb.RegisterMentorResponse, work)

    @unary
    def AssignMentor(self, request: pb.AssignMentorRequest) -> object:
        """Assign a mentor of the school to an ECT."""
        on = optional_day(request, "on", "") or self.today()

        def work(transaction: Transaction) -> Any:
            seeds = Seeds(
                ect_period_ids={request.ect_at_school_period_id},
                mentor_period_ids={request.mentor_at_school_period_id},
            )
            world = self._around(transaction, seeds)
            mentorship, changes = assign(
                request.ect_at_school_period_id,
                request.mentor_at_school_period_id,
                _id(request, "mentorship"),
                False,
                on,
                world,
                self.catalogue,
            )
            self._apply(transaction, changes, world)
            return pb.AssignMentorResponse(
                revision=transaction.counts_from,
                mentorship_period_id=mentorship.id,
                mentorship_started_on=day_message(mentorship.started_on),
                mentorship_finished_on=day_message(mentorship.finished_on),
            )

        return self._write("AssignMentor", request, pb.AssignMentorResponse, work)

    @unary
    def EndMentorship(self, request: pb.EndMentorshipRequest) -> object:
        """Give a mentorship a last day."""
        last_day = day(request.finished_on, "finished_on")

        def work(transaction: Transaction) -> Any:
            seeds = Seeds(mentorship_ids={request.mentorship_period_id})
            world = self._around(transaction, seeds)
            changes = end_mentorship(request.mentorship_period_id, last_day, world)
            self._apply(transaction, changes, world)
            return pb.EndMentorshipResponse(revision=transaction.counts_from)

        return self._write("EndMentorship", request, pb.EndMentorshipResponse, work)

    @client_stream
    def ImportRecords(
        self, requests: Iterator[pb.ImportRecordsRequest], is_active: Callable[[], bool]
    ) -> object:
        """Record many records, all or none."""
        return import_records(requests, is_active, self.store, self.catalogue)

    def _write(
        self,
        method: str,
        request: Any,
        response: type[Any],
        work: Callable[[Transaction], Any],
    ) -> object:
        payload = type(request).FromString(request.SerializeToString())
        payload.ClearField("request_id")
        digest = hashlib.sha256(payload.SerializeToString(deterministic=True)).digest()

        def serialized(transaction: Transaction) -> bytes:
            made: bytes = work(transaction).SerializeToString()
            return made

        return response.FromString(self.store.write(method, request.request_id, digest, serialized))

    def _around(self, transaction: Transaction, seeds: Seeds) -> World:
        return transaction.snapshot().around(seeds)

    def _apply(self, transaction: Transaction, changes: Changes, world: World) -> None:
        after = changes.applied_to(world)
        problems = [p for r in changes.put for p in together(r, after, self.catalogue)]
        if problems:
            raise RefusedError(
                "this would break what must hold of periods",
                tuple(dict.fromkeys((p.reason, p.description) for p in problems)),
            )
        transaction.put(changes.put)
        transaction.withdraw(changes.withdraw)


def _id(request: Any, kind: str) -> str:
    return str(uuid.uuid5(_IDS, f"{request.request_id.lower()}:{kind}"))


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
        return world.with_records(snapshot.school(urn).records.values())
    return world.with_records(found)
