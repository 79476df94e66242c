"""CheckService: each method reads the question, has it answered, and writes the answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import frozen
from buf.validate import validate_pb2

from ect_rules.catalogue import Catalogue
from ect_rules.errors import InvalidInputError, Problem
from ect_rules.servicers.answers import Answers, Question
from ect_rules.servicers.errors import unary
from ect_rules.servicers.limits import MAX_REQUEST_BYTES
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

    @property
    def _catalogue(self) -> Catalogue:
        return self.answers.catalogue

    @unary
    def CheckRegistration(self, request: pb.CheckRegistrationRequest) -> object:
        """Is this registration complete?"""
        asking_urn = None if request.no_school_asks else request.asking_urn
        question = Question("registration", request.trn, request.urn or None, asking_urn)
        return pb.CheckRegistrationResponse(decision=self._decide(question, request.asking))

    @unary
    def CheckMentorFunding(self, request: pb.CheckMentorFundingRequest) -> object:
        """Is training for this mentor fundable?"""
        question = Question("mentor_funding", request.trn)
        return pb.CheckMentorFundingResponse(decision=self._decide(question, request.asking))

    @unary
    def CheckMentorTraining(self, request: pb.CheckMentorTrainingRequest) -> object:
        """May this mentor be trained?"""
        question = Question("mentor_training", request.trn)
        return pb.CheckMentorTrainingResponse(decision=self._decide(question, request.asking))

    @unary
    def CheckSchoolEligibility(self, request: pb.CheckSchoolEligibilityRequest) -> object:
        """Is this school eligible?"""
        question = Question("school_eligibility", request.urn)
        return pb.CheckSchoolEligibilityResponse(decision=self._decide(question, request.asking))

    def _decide(self, question: Question, asking: decisions_pb2.Asking) -> Any:
        answer = self.answers.answer(question, asking)
        return decision(answer, self._catalogue, asking.view)

    @unary
    def GetTimeline(self, request: pb.GetTimelineRequest) -> object:
        """The answers from day to day."""
        check, first, last = _timeline(request)
        subject = getattr(request, check)
        urn = subject.urn or None if check == "registration" else None
        found = self.answers.timeline(
            Question(check, subject.trn, urn), first, last, request.asking
        )
        view = request.asking.view
        return pb.GetTimelineResponse(
            stretches=[
                pb.Stretch(
                    first_day=day_message(stretch.first),
                    last_day=day_message(stretch.last),
                    **{check: decision(answer, self._catalogue, view)},
                )
                for stretch, answer in found
            ]
        )

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
        )
