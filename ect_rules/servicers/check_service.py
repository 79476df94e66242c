"""CheckService: each method reads the question, has it answered, and writes the answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import frozen
from buf.validate import validate_pb2

from ect_rules.catalogue import Catalogue
from ect_rules.errors import InvalidInputError, Problem
from ect_rules.registering import offered
from ect_rules.servicers.answers import Answers
from ect_rules.servicers.errors import unary
from ect_rules.servicers.limits import MAX_REQUEST_BYTES
from ect_rules.servicers.questions import Question, about_subject
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import check_service_pb2_grpc, decisions_pb2, record_service_pb2
from ect_rules.version import VERSION
from ect_rules.wire.decisions import Answer, decision
from ect_rules.wire.proposals import assigning, proposed, registering_ect, registering_mentor
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
        said = {"urn": request.urn or None, "asking_urn": asking_urn}
        question = Question("registration", (request.trn,), said=said)
        answer = self.answers.answer(question, request.asking)
        made = self._message(answer, request.asking)
        if request.list_possible_mentors and answer.decision.status == "INCOMPLETE":
            made.possible_mentor_trns.extend(dict.fromkeys(m.trn for m in offered(answer.facts)))
        return pb.CheckRegistrationResponse(decision=made)

    @unary
    def CheckMentorFunding(self, request: pb.CheckMentorFundingRequest) -> object:
        """Is training for this mentor fundable?"""
        question = Question("mentor_funding", (request.trn,))
        return pb.CheckMentorFundingResponse(decision=self._decide(question, request.asking))

    @unary
    def CheckMentorTraining(self, request: pb.CheckMentorTrainingRequest) -> object:
        """May this mentor be trained?"""
        question = Question("mentor_training", (request.trn,))
        return pb.CheckMentorTrainingResponse(decision=self._decide(question, request.asking))

    @unary
    def CheckSchoolEligibility(self, request: pb.CheckSchoolEligibilityRequest) -> object:
        """Is this school eligible?"""
        question = Question("school_eligibility", urns=(request.urn,))
        return pb.CheckSchoolEligibilityResponse(decision=self._decide(question, request.asking))

    @unary
    def CheckEctFunding(self, request: pb.CheckEctFundingRequest) -> object:
        """Is this ECT's own training fundable?"""
        question = Question("ect_funding", (request.trn,), said={"urn": request.urn or None})
        return pb.CheckEctFundingResponse(decision=self._decide(question, request.asking))

    @unary
    def CheckRecordRetention(self, request: pb.CheckRecordRetentionRequest) -> object:
        """May this mentor's record be held?"""
        question = Question("record_retention", (request.trn,))
        return pb.CheckRecordRetentionResponse(decision=self._decide(question, request.asking))

    @unary
    def CheckMentorKind(self, request: pb.CheckMentorKindRequest) -> object:
        """What kind of mentor is this?"""
        question = Question("mentor_kind", (request.trn,))
        return pb.CheckMentorKindResponse(decision=self._decide(question, request.asking))

    @unary
    def CheckMentorGrant(self, request: pb.CheckMentorGrantRequest) -> object:
        """Is a grant due for this mentor's time?"""
        question = Question("mentor_grant", (request.trn,))
        return pb.CheckMentorGrantResponse(decision=self._decide(question, request.asking))

    @unary
    def CheckEctRegistrable(self, request: pb.CheckEctRegistrableRequest) -> object:
        """May this teacher be registered as an ECT?"""
        said = registering_ect(request)
        question = Question("ect_registrable", (request.trn,), (request.urn,), said)
        return pb.CheckEctRegistrableResponse(decision=self._decide(question, request.asking))

    @unary
    def CheckMentorRegistrable(self, request: pb.CheckMentorRegistrableRequest) -> object:
        """May this teacher be registered as a mentor?"""
        said = registering_mentor(request)
        question = Question("mentor_registrable", (request.trn,), (request.urn,), said)
        return pb.CheckMentorRegistrableResponse(decision=self._decide(question, request.asking))

    @unary
    def CheckMentorAssignable(self, request: pb.CheckMentorAssignableRequest) -> object:
        """May this mentor be assigned to this ECT, and what then?"""
        people = (request.ect_trn, request.mentor_trn)
        question = Question("mentor_assignable", people, said=assigning(request))
        answer, if_so = self.answers.assignable(question, request.asking)
        made = {a.decision.check: self._message(a, request.asking) for a in if_so}
        return pb.CheckMentorAssignableResponse(
            decision=proposed(self._message(answer, request.asking), answer.facts), **made
        )

    def _decide(self, question: Question, asking: decisions_pb2.Asking) -> Any:
        return self._message(self.answers.answer(question, asking), asking)

    def _message(self, answer: Answer, asking: decisions_pb2.Asking) -> Any:
        return decision(answer, self._catalogue, asking.view)

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
                    **{check: self._message(answer, request.asking)},
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
