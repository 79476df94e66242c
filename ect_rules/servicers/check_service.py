"""CheckService: each method reads the question, has it answered, and writes the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from attrs import field, frozen
from buf.validate import validate_pb2

from ect_rules.catalogue import Catalogue
from ect_rules.errors import InvalidInputError, Problem
from ect_rules.servicers.active import both_streams, while_active
from ect_rules.servicers.answers import Answers
from ect_rules.servicers.batches import Batches
from ect_rules.servicers.errors import unary
from ect_rules.servicers.limits import MAX_REQUEST_BYTES
from ect_rules.servicers.lists import list_mentors, list_registrations, summarise
from ect_rules.servicers.questions import about_subject
from ect_rules.servicers.replaying import answered, replayed
from ect_rules.servicers.streams import answered_in_chunks
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import check_service_pb2_grpc, decisions_pb2, record_service_pb2
from ect_rules.version import VERSION
from ect_rules.wire.decisions import decision
from ect_rules.wire.rules import explained
from ect_rules.wire.values import day_message, optional_day


def _timeline(request: pb.GetTimelineRequest) -> tuple[str, date | None, date | None]:
    check = request.WhichOneof("question")
    assert check is not None, "the contract requires a question"
    first, last = optional_day(request, "first_day", ""), optional_day(request, "last_day", "")
    if request.asking.HasField("on"):
        raise InvalidInputError(
            Problem("asking.on", "must not be set: a timeline is about many days", "DAY_NOT_ASKED")
        )
    if first is not None and last is not None and last < first:
        raise InvalidInputError(Problem("last_day", "is before first_day", "ENDS_BEFORE_START"))
    return check, first, last


def _max_items(message: type, field: str) -> int:
    options = message.DESCRIPTOR.fields_by_name[field].GetOptions()  # type: ignore[attr-defined]
    limit = options.Extensions[validate_pb2.field].repeated.max_items
    assert isinstance(limit, int)
    return limit


@frozen
class CheckService(check_service_pb2_grpc.CheckServiceServicer):
    """Answers questions. See the contract for what each method takes and gives."""

    answers: Answers
    batches: Batches = field(init=False)

    @batches.default
    def _of_the_same_answers(self) -> Batches:
        return Batches(self.answers)

    @property
    def _catalogue(self) -> Catalogue:
        return self.answers.catalogue

    @unary
    def CheckRegistration(self, request: pb.CheckRegistrationRequest) -> object:
        """Is this registration complete?"""
        return pb.CheckRegistrationResponse(decision=self._decide("registration", request))

    @unary
    def CheckMentorFunding(self, request: pb.CheckMentorFundingRequest) -> object:
        """Is training for this mentor fundable?"""
        return pb.CheckMentorFundingResponse(decision=self._decide("mentor_funding", request))

    @unary
    def CheckMentorTraining(self, request: pb.CheckMentorTrainingRequest) -> object:
        """May this mentor be trained?"""
        return pb.CheckMentorTrainingResponse(decision=self._decide("mentor_training", request))

    @unary
    def CheckSchoolEligibility(self, request: pb.CheckSchoolEligibilityRequest) -> object:
        """Is this school eligible?"""
        return pb.CheckSchoolEligibilityResponse(
            decision=self._decide("school_eligibility", request)
        )

    @unary
    def CheckEctFunding(self, request: pb.CheckEctFundingRequest) -> object:
        """Is this ECT's own training fundable?"""
        return pb.CheckEctFundingResponse(decision=self._decide("ect_funding", request))

    @unary
    def CheckRecordRetention(self, request: pb.CheckRecordRetentionRequest) -> object:
        """May this mentor's record be held?"""
        return pb.CheckRecordRetentionResponse(decision=self._decide("record_retention", request))

    @unary
    def CheckMentorKind(self, request: pb.CheckMentorKindRequest) -> object:
        """What kind of mentor is this?"""
        return pb.CheckMentorKindResponse(decision=self._decide("mentor_kind", request))

    @unary
    def CheckMentorGrant(self, request: pb.CheckMentorGrantRequest) -> object:
        """Is a grant due for this mentor's time?"""
        return pb.CheckMentorGrantResponse(decision=self._decide("mentor_grant", request))

    @unary
    def CheckEctRegistrable(self, request: pb.CheckEctRegistrableRequest) -> object:
        """May this teacher be registered as an ECT?"""
        return pb.CheckEctRegistrableResponse(decision=self._decide("ect_registrable", request))

    @unary
    def CheckMentorRegistrable(self, request: pb.CheckMentorRegistrableRequest) -> object:
        """May this teacher be registered as a mentor?"""
        return pb.CheckMentorRegistrableResponse(
            decision=self._decide("mentor_registrable", request)
        )

    @unary
    def CheckMentorAssignable(self, request: pb.CheckMentorAssignableRequest) -> object:
        """May this mentor be assigned to this ECT, and what then?"""
        made = self._decide("mentor_assignable", request)
        return pb.CheckMentorAssignableResponse(**{f.name: value for f, value in made.ListFields()})

    def _decide(self, check: str, request: Any) -> Any:
        return answered(self.answers, check, request, request.asking)

    @while_active
    def BatchCheck(self, request: pb.BatchCheckRequest, is_active: Callable[[], bool]) -> object:
        """Many checks at one revision."""
        response = pb.BatchCheckResponse()
        self.batches.answer(request.items, "items", request.asking, response, is_active)
        return response

    @both_streams
    def StreamChecks(
        self, requests: Iterator[pb.StreamChecksRequest], is_active: Callable[[], bool]
    ) -> Iterator[object]:
        """The same, chunk by chunk."""
        return answered_in_chunks(requests, self.batches, is_active)

    @while_active
    def ListRegistrations(
        self, request: pb.ListRegistrationsRequest, is_active: Callable[[], bool]
    ) -> object:
        """The registrations at a school."""
        return list_registrations(request, self.batches, is_active)

    @while_active
    def ListMentors(self, request: pb.ListMentorsRequest, is_active: Callable[[], bool]) -> object:
        """The mentors at a school."""
        return list_mentors(request, self.batches, is_active)

    @while_active
    def SummariseSchool(
        self, request: pb.SummariseSchoolRequest, is_active: Callable[[], bool]
    ) -> object:
        """How things stand at a school."""
        return summarise(request, self.batches, is_active)

    @unary
    def GetTimeline(self, request: pb.GetTimelineRequest) -> object:
        """The answers from day to day."""
        check, first, last = _timeline(request)
        question = about_subject(check, getattr(request, check))
        found = self.answers.timeline(question, first, last, request.asking)
        return pb.GetTimelineResponse(
            stretches=[
                pb.Stretch(
                    first_day=day_message(stretch.first),
                    last_day=day_message(stretch.last),
                    **{check: decision(answer, self._catalogue, request.asking.view)},
                )
                for stretch, answer in found
            ]
        )

    @unary
    def ReplayDecision(self, request: pb.ReplayDecisionRequest) -> object:
        """An answer again."""
        check, made = replayed(self.answers, request.replay_token)
        return pb.ReplayDecisionResponse(**{check: made})

    @unary
    def ExplainRules(self, request: pb.ExplainRulesRequest) -> object:
        """The catalogue."""
        names = sorted(self._catalogue.checks)
        if request.check and request.check not in names:
            raise InvalidInputError(
                Problem("check", f"is none of {', '.join(names)}", "CHECK_UNKNOWN")
            )
        return explained(self._catalogue, request.check)

    @unary
    def GetServerInfo(self, request: pb.GetServerInfoRequest) -> object:
        """What this server is."""
        return pb.GetServerInfoResponse(
            version=VERSION,
            rule_set=self._catalogue.fingerprint,
            revision=self.answers.store.newest_revision(),
            today=day_message(self.answers.today()),
            max_request_bytes=MAX_REQUEST_BYTES,
            max_hypothetical_records=_max_items(decisions_pb2.Hypothetical, "records"),
            max_records_per_message=_max_items(record_service_pb2.ImportBatch, "records"),
            checks=sorted(self._catalogue.checks),
            max_items=_max_items(pb.BatchCheckRequest, "items"),
        )
