"""CheckService: each method reads the question, has it answered, and writes the answer."""

from __future__ import annotations

from attrs import frozen
from buf.validate import validate_pb2

from ect_rules.catalogue import Catalogue
from ect_rules.errors import InvalidInputError, Problem
from ect_rules.servicers.answers import Answers
from ect_rules.servicers.errors import unary
from ect_rules.servicers.limits import MAX_REQUEST_BYTES
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import check_service_pb2_grpc, decisions_pb2, record_service_pb2
from ect_rules.version import VERSION
from ect_rules.wire.decisions import decision
from ect_rules.wire.records import day_message
from ect_rules.wire.rules import explained


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
        asker: str | None = None if request.no_school_asks else request.asking_urn
        answer = self.answers.registration(request.trn, request.urn or None, asker, request.asking)
        made = decision(answer, self._catalogue, request.asking.view)
        return pb.CheckRegistrationResponse(decision=made)

    @unary
    def CheckMentorFunding(self, request: pb.CheckMentorFundingRequest) -> object:
        """Is training for this mentor fundable?"""
        answer = self.answers.mentor("mentor_funding", request.trn, request.asking)
        made = decision(answer, self._catalogue, request.asking.view)
        return pb.CheckMentorFundingResponse(decision=made)

    @unary
    def CheckMentorTraining(self, request: pb.CheckMentorTrainingRequest) -> object:
        """May this mentor be trained?"""
        answer = self.answers.mentor("mentor_training", request.trn, request.asking)
        made = decision(answer, self._catalogue, request.asking.view)
        return pb.CheckMentorTrainingResponse(decision=made)

    @unary
    def CheckSchoolEligibility(self, request: pb.CheckSchoolEligibilityRequest) -> object:
        """Is this school eligible?"""
        answer = self.answers.school(request.urn, request.asking)
        made = decision(answer, self._catalogue, request.asking.view)
        return pb.CheckSchoolEligibilityResponse(decision=made)

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
