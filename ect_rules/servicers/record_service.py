"""RecordService: each method reads its request, and has the write done that it asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from attrs import frozen

from ect_rules.catalogue import Catalogue
from ect_rules.servicers.erasing import Erasing
from ect_rules.servicers.errors import client_stream, server_stream, unary
from ect_rules.servicers.exports import export_records
from ect_rules.servicers.imports import import_records
from ect_rules.servicers.leaving import leaving
from ect_rules.servicers.mentorships import assigning, ending_mentorship
from ect_rules.servicers.recording import (
    recording_facts,
    recording_school,
    recording_teacher,
    retracting,
)
from ect_rules.servicers.registrations import registering_ect, registering_mentor
from ect_rules.servicers.writing import Writer
from ect_rules.store.store import Store
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.v1 import record_service_pb2_grpc


@frozen
class RecordService(record_service_pb2_grpc.RecordServiceServicer):
    """Records what happens. See the contract for what each method takes and gives."""

    store: Store
    catalogue: Catalogue
    today: Callable[[], date]

    @property
    def _writer(self) -> Writer:
        return Writer(self.store, self.catalogue, self.today)

    @unary
    def RecordTeacher(self, request: pb.RecordTeacherRequest) -> object:
        """Record a teacher."""
        return self._writer.do(request, recording_teacher(request))

    @unary
    def RecordSchool(self, request: pb.RecordSchoolRequest) -> object:
        """Record a school."""
        return self._writer.do(request, recording_school(request))

    @unary
    def RegisterEct(self, request: pb.RegisterEctRequest) -> object:
        """Register an ECT with their training."""
        return self._writer.do(request, registering_ect(request, self.catalogue, self.today()))

    @unary
    def RegisterMentor(self, request: pb.RegisterMentorRequest) -> object:
        """Register a mentor for an ECT and assign them."""
        return self._writer.do(request, registering_mentor(request, self.catalogue, self.today()))

    @unary
    def AssignMentor(self, request: pb.AssignMentorRequest) -> object:
        """Assign a mentor of the school to an ECT."""
        return self._writer.do(request, assigning(request, self.catalogue, self.today()))

    @unary
    def EndMentorship(self, request: pb.EndMentorshipRequest) -> object:
        """Give a mentorship a last day."""
        return self._writer.do(request, ending_mentorship(request, self.catalogue))

    @unary
    def ReportLeaving(self, request: pb.ReportLeavingRequest) -> object:
        """Report that somebody leaves a school."""
        return self._writer.do(request, leaving(request, self.catalogue, self.today()))

    @unary
    def RecordFacts(self, request: pb.RecordFactsRequest) -> object:
        """Record facts of any kind, all or none."""
        return self._writer.do(request, recording_facts(request, self.catalogue))

    @unary
    def RetractRecords(self, request: pb.RetractRecordsRequest) -> object:
        """Let records count no longer."""
        return self._writer.do(request, retracting(request))

    @unary
    def EraseTeacher(self, request: pb.EraseTeacherRequest) -> object:
        """Erase all that is recorded of a person, at every revision."""
        return Erasing(self._writer).do(request)

    @client_stream
    def ImportRecords(
        self, requests: Iterator[pb.ImportRecordsRequest], is_active: Callable[[], bool]
    ) -> object:
        """Record many records, all or none, or in writes of so many."""
        return import_records(requests, is_active, self._writer)

    @server_stream
    def ExportRecords(self, request: pb.ExportRecordsRequest) -> Iterator[pb.ExportRecordsResponse]:
        """All records at a revision."""
        return export_records(request, self.store)
