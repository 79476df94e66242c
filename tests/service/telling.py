"""Telling a server what happens, in few words: an ECT and two mentors at one school."""

from collections.abc import Iterable
from typing import Any

from ect_rules.facts import ContractPeriod, GiasStatus, Record, School, Teacher
from ect_rules.v1 import facts_pb2
from ect_rules.v1 import record_service_pb2 as writes
from ect_rules.wire.messages import message
from tests.service.talking import Talk, day, new_id

ECT, MENTOR, COLLEAGUE, SCHOOL, ELSEWHERE = "1000001", "2000001", "2000002", "100001", "100002"
PEOPLE: list[Record] = [
    Teacher(trn, prohibited_from_teaching=False) for trn in (ECT, MENTOR, COLLEAGUE)
]
SCHOOLS: list[Record] = [
    School(urn, GiasStatus.OPEN, "Community school") for urn in (SCHOOL, ELSEWHERE)
]
NOTHING_YET = [*PEOPLE, *SCHOOLS, ContractPeriod(2025, enabled=True)]


def register_ect(talk: Talk, **more: Any) -> Any:
    fields = {
        "request_id": new_id(),
        "trn": ECT,
        "urn": SCHOOL,
        "started_on": day("2025-09-01"),
        "training_programme": facts_pb2.TRAINING_PROGRAMME_PROVIDER_LED,
        "lead_provider": "Northway",
    }
    return talk.records.RegisterEct(writes.RegisterEctRequest(**fields | more))


def register_mentor(talk: Talk, ect_id: str, trn: str = MENTOR, **more: Any) -> Any:
    fields = {
        "request_id": new_id(),
        "trn": trn,
        "ect_at_school_period_id": ect_id,
        "started_on": day("2025-09-01"),
        "on": day("2026-01-15"),
    }
    return talk.records.RegisterMentor(writes.RegisterMentorRequest(**fields | more))


def assign(talk: Talk, ect_id: str, mentor_id: str, on: str = "2026-01-15", **more: Any) -> Any:
    fields = {
        "request_id": new_id(),
        "ect_at_school_period_id": ect_id,
        "mentor_at_school_period_id": mentor_id,
        "on": day(on),
    }
    return talk.records.AssignMentor(writes.AssignMentorRequest(**fields | more))


def leave(talk: Talk, last_day: str = "2026-02-13", **more: Any) -> Any:
    """Report leaving on the day of the service. `more`: whose period, and other fields."""
    fields = {"request_id": new_id(), "last_day": day(last_day)}
    return talk.records.ReportLeaving(writes.ReportLeavingRequest(**fields | more))


def record(talk: Talk, *records: Record, **more: Any) -> Any:
    fields = {"request_id": new_id(), "records": map(message, records)}
    return talk.records.RecordFacts(writes.RecordFactsRequest(**fields | more))


def retract(talk: Talk, *names: tuple[str, str], **more: Any) -> Any:
    """`names`: pairs of a kind, such as `mentorship_period`, and an id."""
    fields = {"request_id": new_id(), "records": [named(*name) for name in names]}
    return talk.records.RetractRecords(writes.RetractRecordsRequest(**fields | more))


def named(kind: str, id_: str) -> writes.RecordName:
    return writes.RecordName(kind=f"RECORD_KIND_{kind.upper()}", id=id_)


def names(found: Iterable[writes.RecordName]) -> list[tuple[str, str]]:
    """As `named`, of names that a server sent."""
    kinds = writes.RecordKind
    return [(kinds.Name(n.kind).removeprefix("RECORD_KIND_").lower(), n.id) for n in found]
