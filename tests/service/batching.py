"""Asking many questions at once, in few words, and each of them by itself."""

from collections.abc import Iterable, Sequence
from typing import Any

from google.protobuf.message import Message

from ect_rules.v1 import check_service_pb2 as pb
from tests.service.talking import Talk, asking, day

OF_MENTORS = (
    "mentor_funding",
    "mentor_training",
    "record_retention",
    "mentor_kind",
    "mentor_grant",
)
FIELDS = [f.name for f in pb.CheckItem.DESCRIPTOR.oneofs_by_name["question"].fields]


def item(check: str, name: str = "", **fields: Any) -> pb.CheckItem:
    """A question of a check, by its fields."""
    made = pb.CheckItem(correlation_id=name)
    kind = pb.CheckItem.DESCRIPTOR.fields_by_name[check].message_type
    question = getattr(pb, kind.name)(**fields)
    getattr(made, check).CopyFrom(question)
    return made


def every_question(trns: Iterable[str], urns: Sequence[str]) -> list[pb.CheckItem]:
    """Every kind of question about these people and schools."""
    made = [item("school_eligibility", urn=urn) for urn in urns]
    people = list(trns)
    for place, trn in enumerate(people):
        urn, other = urns[place % len(urns)], people[place - 1]
        made += [item(check, trn=trn) for check in OF_MENTORS]
        made += [
            item("registration", trn=trn, list_possible_mentors=True),
            item("registration", trn=trn, urn=urn, no_school_asks=True),
            item("registration", trn=trn, asking_urn=urn),
            item("ect_funding", trn=trn),
            item("ect_funding", trn=trn, urn=urn),
            item("ect_registrable", trn=trn, urn=urn, started_on=day("2026-01-05")),
            item(
                "mentor_registrable",
                trn=trn,
                urn=urn,
                started_on=day("2026-01-05"),
                ect_trn=other,
                here_only=True,
            ),
            item("mentor_assignable", ect_trn=trn, mentor_trn=other),
            item("mentor_assignable", ect_trn=other, mentor_trn=trn, back_dated=True),
        ]
    return made


def alone(talk: Talk, one: pb.CheckItem, **how: Any) -> Message:
    """What the method for this question by itself answers, as the same part of a result."""
    check = str(one.WhichOneof("question"))
    method = "Check" + "".join(map(str.capitalize, check.split("_")))
    request = getattr(pb, f"{method}Request")
    fields = {f.name: value for f, value in getattr(one, check).ListFields()}
    response = getattr(talk.checks, method)(request(**fields, asking=asking(**how)))
    if check == "mentor_assignable":
        return pb.MentorAssignableAnswer(**{f.name: v for f, v in response.ListFields()})
    return response.decision


def batch(talk: Talk, items: Iterable[pb.CheckItem], **how: Any) -> pb.BatchCheckResponse:
    return talk.checks.BatchCheck(pb.BatchCheckRequest(items=items, asking=asking(**how)))


def answer(result: pb.CheckResult) -> Message:
    """The answer in a result, of whatever kind."""
    return getattr(result, str(result.WhichOneof("answer")))
