"""Imports: all or nothing, whatever happens on the way."""

import threading
from collections.abc import Iterator
from datetime import date
from typing import Any

import grpc
import pytest

from ect_rules.facts import (
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
)
from ect_rules.servicers.limits import MAX_STREAMS_AT_ONCE
from ect_rules.v1 import record_service_pb2 as writes
from tests.service.talking import (
    ON_BOTH_DATABASES,
    Refused,
    Talk,
    batch,
    end,
    header,
    new_id,
    refused,
    status,
    whole_import,
)

pytestmark = ON_BOTH_DATABASES

START = date(2025, 9, 1)


def pair(**mentorship: Any) -> list[Record]:
    """An ECT, a mentor, their school and periods, and a mentorship; good unless changed."""
    fields = {
        "id": "m",
        "ect_at_school_period_id": "e",
        "mentor_at_school_period_id": "p",
        "started_on": START,
    }
    return [
        MentorshipPeriod(**fields | mentorship),
        EctAtSchoolPeriod("e", "1000001", "100001", START),
        MentorAtSchoolPeriod("p", "2000001", "100001", START),
        Teacher("1000001"),
        Teacher("2000001"),
        School("100001"),
    ]


def test_records_come_in_any_order_and_twice_is_once(talk: Talk) -> None:
    done = talk.import_records(pair())
    assert (done.revision, done.added, done.replaced, done.unchanged) == (1, 6, 0, 0)
    again = talk.import_records(pair())
    assert (again.revision, again.added, again.replaced, again.unchanged) == (1, 0, 0, 6)
    changed = talk.import_records(pair(finished_on=date(2026, 1, 15)))
    assert (changed.revision, changed.added, changed.replaced, changed.unchanged) == (2, 0, 1, 5)
    assert status(talk.registration("1000001", "2026-01-15")) == "COMPLETE"
    assert status(talk.registration("1000001", "2026-01-16")) == "INCOMPLETE"


def test_the_same_request_id_gives_the_first_answer(talk: Talk) -> None:
    request_id = new_id()
    done = talk.import_records(pair(), request_id)
    assert talk.import_records(pair(), request_id) == done
    other = refused(lambda: talk.import_records(pair()[1:], request_id))
    assert (other.code.name, other.reason) == ("ALREADY_EXISTS", "REQUEST_ID_REUSED")


SELF = [
    MentorAtSchoolPeriod("p", "1000001", "100001", START),
    *pair()[:2],
    *pair()[3:],
]

WRONG: dict[str, tuple[list[Record], str, str]] = {
    "a mentorship with nobody": (
        [pair()[0]],
        "records[0].mentorship_period.ect_at_school_period_id",
        "NOT_FOUND",
    ),
    "a mentorship before the mentor is at the school": (
        pair(started_on=date(2025, 8, 31)),
        "records[0].mentorship_period.started_on",
        "OUTSIDE_ECT_PERIOD",
    ),
    "somebody mentors themself": (
        SELF,
        "records[0].mentor_at_school_period.started_on",
        "SELF_MENTORING",
    ),
    "two mentors on the same day": (
        [*pair(finished_on=date(2026, 1, 15)), *pair(id="n", started_on=date(2026, 1, 15))[:1]],
        "records[0].mentorship_period.started_on",
        "OVERLAPS_OTHER_MENTORSHIP",
    ),
    "a mentor of another school": (
        [*pair(), MentorAtSchoolPeriod("p", "2000001", "100002", START)],
        "records[0].mentorship_period.started_on",
        "DIFFERENT_SCHOOL",
    ),
    "an ECT at two schools at once": (
        [*pair(), EctAtSchoolPeriod("f", "1000001", "100002", date(2026, 1, 1))],
        "records[1].ect_at_school_period.started_on",
        "ECT_PERIODS_OVERLAP",
    ),
    "a mentor twice at one school": (
        [*pair(), MentorAtSchoolPeriod("q", "2000001", "100001", date(2026, 1, 1))],
        "records[2].mentor_at_school_period.started_on",
        "MENTOR_PERIODS_OVERLAP",
    ),
    "a mentorship that ends before it starts": (
        pair(finished_on=date(2025, 8, 31)),
        "records[0].mentorship_period.finished_on",
        "ENDS_BEFORE_START",
    ),
    "a teacher whose TRN is no TRN": (
        [Teacher("1000001"), Teacher("X")],
        "records[1].teacher.trn",
        "string.pattern",
    ),
}


@pytest.mark.parametrize("size", [1, 100], ids=["a record a message", "all in one message"])
@pytest.mark.parametrize("case", WRONG)
def test_one_wrong_record_refuses_them_all(talk: Talk, case: str, size: int) -> None:
    records, field, reason = WRONG[case]
    answer = refused(lambda: talk.records.ImportRecords(whole_import(records, size=size)))
    assert answer.code.name == "INVALID_ARGUMENT"
    assert (field, reason) in list(zip(answer.fields, answer.field_reasons, strict=True))
    assert talk.revision() == 0
    assert status(talk.registration("1000001")) == "NOT_KNOWN"


STREAMS = {
    "no header": ([batch(pair()), end(6)], "part", "IMPORT_ORDER"),
    "two headers": ([header(), header(), end(0)], "part", "IMPORT_ORDER"),
    "a batch after the end": ([header(), end(0), batch(pair())], "part", "IMPORT_ORDER"),
    "nothing in it": ([], "end", "IMPORT_BROKEN_OFF"),
    "no end": ([header(), batch(pair())], "end", "IMPORT_BROKEN_OFF"),
    "fewer records than the end says": (
        [header(), batch(pair()), end(7)],
        "end.record_count",
        "IMPORT_RECORDS_LOST",
    ),
    "a message of no part": ([header(), writes.ImportRecordsRequest()], "part", "required"),
    "a batch of none": (
        [header(), writes.ImportRecordsRequest(batch=writes.ImportBatch()), end(0)],
        "batch.records",
        "repeated.min_items",
    ),
    "a batch of 1,001": (
        [header(), batch([Teacher(f"{n:07}") for n in range(1001)]), end(1001)],
        "batch.records",
        "repeated.max_items",
    ),
}


@pytest.mark.parametrize("case", STREAMS)
def test_a_stream_out_of_order_writes_nothing(talk: Talk, case: str) -> None:
    messages, field, reason = STREAMS[case]
    answer = refused(lambda: talk.records.ImportRecords(iter(messages)))
    assert answer.code.name == "INVALID_ARGUMENT"
    assert (answer.fields[0], answer.field_reasons[0]) == (field, reason)
    assert talk.revision() == 0


def test_a_client_that_goes_away_writes_nothing(talk: Talk) -> None:
    gone = threading.Event()

    def half() -> Iterator[writes.ImportRecordsRequest]:
        yield header()
        yield batch(pair())
        gone.wait(10)

    call = talk.records.ImportRecords.future(half())
    call.cancel()
    gone.set()
    with pytest.raises(grpc.FutureCancelledError):
        call.result()
    assert talk.revision() == 0
    assert talk.import_records(pair()).revision == 1


def test_imports_left_open_keep_no_check_waiting_and_one_too_many_is_refused(talk: Talk) -> None:
    done = threading.Event()

    def open_import() -> Iterator[writes.ImportRecordsRequest]:
        yield header()
        done.wait(30)
        yield end(0)

    def opened() -> Any:
        return talk.records.ImportRecords.future(open_import())

    calls = [opened() for _ in range(MAX_STREAMS_AT_ONCE)]
    refusal = None
    for _ in range(1_000):
        # Until all of them have arrived, one more is let in, and ends; it may be in the way of the last.
        calls = [opened() if call.done() else call for call in calls]
        try:
            talk.import_records([])
        except grpc.RpcError as error:
            refusal = Refused(error)
            break
    assert refusal is not None
    assert (refusal.code.name, refusal.reason) == ("RESOURCE_EXHAUSTED", "TOO_MANY_STREAMS")
    assert refusal.details["RetryInfo"].retry_delay.seconds
    assert status(talk.registration("1000001")) == "NOT_KNOWN"
    done.set()
    assert {call.result().revision for call in calls} == {0}
    assert talk.import_records(pair()).revision == 1


def test_an_import_larger_than_memory_for_it_and_than_one_statement(talk: Talk) -> None:
    teachers = [Teacher(f"{n:07}", prohibited_from_teaching=n % 2 == 0) for n in range(2_500)]
    done = talk.records.ImportRecords(whole_import(teachers, size=1_000))
    assert (done.added, talk.revision()) == (2_500, 1)
    half = teachers[:1_250] + [
        Teacher(t.trn, prohibited_from_teaching=None) for t in teachers[1_250:]
    ]
    done = talk.records.ImportRecords(whole_import(half, size=1_000))
    assert (done.replaced, done.unchanged) == (1_250, 1_250)
