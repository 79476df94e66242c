"""Every check that can be asked about a population, and the bytes that answer."""

from collections.abc import Iterable, Iterator
from typing import Any

import grpc

from ect_rules.facts import EctAtSchoolPeriod, MentorAtSchoolPeriod, Record
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import decisions_pb2
from tests.durability.wishes import TODAY
from tests.service.talking import day

SERVICE = "/ect_rules.v1.CheckService/"
START = day(TODAY.isoformat())
OF_A_MENTOR = (
    pb.CheckMentorFundingRequest,
    pb.CheckMentorTrainingRequest,
    pb.CheckRecordRetentionRequest,
    pb.CheckMentorKindRequest,
    pb.CheckMentorGrantRequest,
)


def questions(records: Iterable[Record]) -> Iterator[Any]:
    """Requests of every method about everybody, without `asking`."""
    found = list(records)
    ects = {r.trn: r.urn for r in found if isinstance(r, EctAtSchoolPeriod)}
    mentors = {r.trn: r.urn for r in found if isinstance(r, MentorAtSchoolPeriod)}
    for ect, urn in ects.items():
        yield pb.CheckRegistrationRequest(trn=ect, list_possible_mentors=True)
        yield pb.CheckEctFundingRequest(trn=ect)
        yield pb.CheckEctRegistrableRequest(trn=ect, urn=urn, started_on=START)
        yield pb.GetTimelineRequest(registration={"trn": ect}, first_day=START)
    pairs = zip(mentors.items(), [*ects, *ects, *ects], strict=False)
    for (mentor, urn), ect in pairs:
        for of_a_mentor in OF_A_MENTOR:
            yield of_a_mentor(trn=mentor)
        for other in (ect, *(trn for trn, at in ects.items() if at == urn)):
            yield pb.CheckMentorAssignableRequest(ect_trn=other, mentor_trn=mentor)
        yield pb.CheckMentorRegistrableRequest(
            trn=mentor, urn=urn, started_on=START, ect_trn=ect, here_only=True
        )
        yield pb.GetTimelineRequest(mentor_funding={"trn": mentor}, first_day=START)
    for urn in {*ects.values(), *mentors.values()}:
        yield pb.CheckSchoolEligibilityRequest(urn=urn)


def at(question: Any, revision: int | None) -> Any:
    """A question of a day and a revision; None, the newest."""
    asked = type(question).FromString(question.SerializeToString())
    asked.asking.view = decisions_pb2.VIEW_FULL
    if not isinstance(question, pb.GetTimelineRequest):
        asked.asking.on.CopyFrom(START)
    if revision is not None:
        asked.asking.consistency.exact_revision = revision
    return asked


def answer(channel: grpc.Channel, question: Any) -> bytes:
    """What the server sends, as it is sent."""
    method = type(question).DESCRIPTOR.name.removesuffix("Request")
    call = channel.unary_unary(SERVICE + method, type(question).SerializeToString)
    return call(question, timeout=30)


def decided(question: Any, answered: bytes) -> Any:
    """The decision of an answer, without what it rests on; None of a timeline."""
    method = type(question).DESCRIPTOR.name.removesuffix("Request")
    response = getattr(pb, f"{method}Response").FromString(answered)
    if method == "GetTimeline":
        return None
    response.decision.ClearField("basis")
    return response.decision
