"""Assigning a mentor to an ECT who has another: by the service's method, and by the store alone."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from attrs import evolve, frozen
from google.type.date_pb2 import Date

from bench.store.by_hand import Script
from ect_rules import catalogue
from ect_rules.facts import (
    ContractPeriod,
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
)
from ect_rules.servicers.record_service import RecordService
from ect_rules.store.store import Store, Transaction
from ect_rules.v1 import record_service_pb2 as pb
from tests.store.keeping import sent

STARTED, ON = date(2025, 9, 1), date(2026, 1, 15)
ECTS_AT_A_SCHOOL = 4
ANSWER = b"as long as the answer of the method is, more or less, which is all that matters"


def people(ects: int) -> Iterator[Record]:
    """Schools of four ECTs and two mentors; the first of these mentors all four."""
    yield ContractPeriod(2025, enabled=True)
    for number in range(0, ects, ECTS_AT_A_SCHOOL):
        urn = f"{100_000 + number}"
        yield School(urn, "open", "Community school")
        for which in (0, 1):
            trn = f"{2_000_000 + number + which}"
            yield Teacher(trn, prohibited_from_teaching=False)
            yield MentorAtSchoolPeriod(_mentor(number, which), trn, urn, STARTED)
        for ect in range(number, number + ECTS_AT_A_SCHOOL):
            trn = f"{1_000_000 + ect}"
            yield Teacher(trn, prohibited_from_teaching=False)
            yield EctAtSchoolPeriod(_ect(ect), trn, urn, STARTED)
            yield _first(ect)


def _ect(ect: int) -> str:
    return f"ect-{ect}"


def _mentor(ect: int, which: int) -> str:
    return f"mentor-{ect - ect % ECTS_AT_A_SCHOOL}-{which}"


def _first(ect: int) -> MentorshipPeriod:
    return MentorshipPeriod(f"first-{ect}", _ect(ect), _mentor(ect, 0), STARTED)


def _request_id(ect: int) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, str(ect)))


def _request(ect: int) -> pb.AssignMentorRequest:
    return pb.AssignMentorRequest(
        request_id=_request_id(ect),
        ect_at_school_period_id=_ect(ect),
        mentor_at_school_period_id=_mentor(ect, 1),
        on=Date(year=ON.year, month=ON.month, day=ON.day),
    )


class Caller:
    """Somebody who waits for as long as it takes."""

    def time_remaining(self) -> None:
        """For as long as it takes."""


@frozen
class Ours:
    """A store with people in it, and the service on it. `requests`: of AssignMentor, as they come."""

    store: Store
    service: RecordService
    requests: Sequence[bytes]

    @classmethod
    def open(cls, url: str, ects: int) -> Ours:
        """A store in a database with nothing in it."""
        store = Store.open(url)

        def fill(transaction: Transaction) -> bytes:
            transaction.put(people(ects))
            return b""

        store.write("ImportRecords", str(uuid.uuid4()), b"", fill)
        requests = [_request(ect).SerializeToString() for ect in range(ects)]
        return cls(store, RecordService(store, catalogue.load(), lambda: ON), requests)

    def by_method(self, ect: int) -> None:
        """AssignMentor as a client's call does it, without the socket: with all its rules."""
        request = pb.AssignMentorRequest.FromString(self.requests[ect])
        self.service.AssignMentor(request, Caller())

    def by_store(self, ect: int) -> None:
        """The same reading and writing, without the rules."""

        def work(transaction: Transaction) -> bytes:
            second = MentorshipPeriod(f"second-{ect}", _ect(ect), _mentor(ect, 1), ON)
            world = transaction.snapshot().beside([second])
            first = evolve(_first(ect), finished_on=ON - timedelta(days=1))
            transaction.put([first, second], world.records)
            return ANSWER

        self.store.write("AssignMentor", _request_id(ect), b"digest" * 5, work)

    def statements(self, way: Callable[[int], None], ect: int) -> Script:
        """What the database is sent when `way` is called for an ECT, as its driver has it."""
        with sent(self.store) as script:
            way(ect)
        return script
