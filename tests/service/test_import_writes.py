"""Imports in several writes, and imports that have all records of a kind."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from ect_rules.facts import (
    ContractPeriod,
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
)
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.v1.record_service_pb2 import RecordKind
from tests.service.talking import (
    ON_BOTH_DATABASES,
    Refused,
    Talk,
    batch,
    end,
    new_id,
    refused,
    status,
)

pytestmark = ON_BOTH_DATABASES

START = date(2025, 9, 1)
# In an order in which a record comes after those that it names.
PAIR: list[Record] = [
    Teacher("1000001"),
    Teacher("2000001"),
    School("100001"),
    EctAtSchoolPeriod("e", "1000001", "100001", START),
    MentorAtSchoolPeriod("p", "2000001", "100001", START),
    MentorshipPeriod("m", "e", "p", START),
]
TEACHER, SCHOOL = RecordKind.RECORD_KIND_TEACHER, RecordKind.RECORD_KIND_SCHOOL
ECT = RecordKind.RECORD_KIND_ECT_AT_SCHOOL_PERIOD
MENTOR = RecordKind.RECORD_KIND_MENTOR_AT_SCHOOL_PERIOD
MENTORSHIP = RecordKind.RECORD_KIND_MENTORSHIP_PERIOD


def messages(
    records: Iterable[Record], request_id: str | None = None, size: int = 4, **header: Any
) -> Iterator[pb.ImportRecordsRequest]:
    sent = list(records)
    opening = pb.ImportHeader(request_id=request_id or new_id(), **header)
    yield pb.ImportRecordsRequest(header=opening)
    for first in range(0, len(sent), size):
        yield batch(sent[first : first + size])
    yield end(len(sent))


def sent(talk: Talk, records: Iterable[Record], *given: Any, **header: Any) -> tuple[int, ...]:
    """Revision, added, replaced, unchanged, retracted, writes."""
    done = talk.records.ImportRecords(messages(records, *given, **header))
    return done.revision, done.added, done.replaced, done.unchanged, done.retracted, done.writes


def not_sent(talk: Talk, records: Iterable[Record], *given: Any, **header: Any) -> Refused:
    return refused(lambda: talk.records.ImportRecords(messages(records, *given, **header)))


def left(answer: Refused) -> dict[str, str]:
    return dict(answer.details["ErrorInfo"].metadata)


@pytest.mark.parametrize("per_write", [1, 4, 6])
def test_each_part_is_a_write_and_sent_again_none_is_done_again(talk: Talk, per_write: int) -> None:
    writes, request_id = -(-6 // per_write), new_id()
    first = sent(talk, PAIR, request_id, records_per_write=per_write)
    assert first == (writes, 6, 0, 0, 0, writes)
    for size in (4, 1):
        assert sent(talk, PAIR, request_id, size, records_per_write=per_write) == first
    assert talk.revision() == writes
    assert status(talk.registration("1000001", "2026-01-15")) == "COMPLETE"
    assert sent(talk, PAIR, records_per_write=per_write) == (writes, 0, 0, 6, 0, writes)


def test_the_writes_before_a_wrong_record_stay_and_it_is_said_which(talk: Talk) -> None:
    request_id = new_id()
    wrong = [*PAIR[:5], evolve(PAIR[5], started_on=date(2025, 8, 31)), ContractPeriod(2025)]
    answer = not_sent(talk, wrong, request_id, records_per_write=2)
    assert answer.code.name == "INVALID_ARGUMENT"
    assert set(answer.fields) == {"records[5].mentorship_period.started_on"} | {
        "records[4].mentor_at_school_period.started_on"
    }
    assert left(answer) == {"writes_done": "2", "revision": "2"}
    assert answer.text.endswith("(2 writes before that are done, up to revision 2)")
    assert talk.revision() == 2
    right = [*PAIR, ContractPeriod(2025)]
    assert sent(talk, right, request_id, records_per_write=2) == (4, 7, 0, 0, 0, 4)
    other = not_sent(talk, PAIR[1:], request_id, records_per_write=2)
    assert (other.code.name, other.reason) == ("ALREADY_EXISTS", "REQUEST_ID_REUSED")
    assert left(other) == {"writes_done": "0"}


def test_what_a_record_names_may_not_come_in_a_later_write(talk: Talk) -> None:
    backwards = PAIR[::-1]
    for checked in (True, False):
        given = {"records_per_write": 3, "writing": {"validate_only": checked}}
        answer = not_sent(talk, backwards, **given)
        assert set(answer.field_reasons) == {"NOT_FOUND"}
        assert talk.revision() == 0
    assert sent(talk, backwards) == (1, 6, 0, 0, 0, 1)


def test_several_writes_are_checked_together_as_they_would_be_done(talk: Talk) -> None:
    request_id = new_id()
    given: dict[str, Any] = {"records_per_write": 2}
    checked = sent(talk, PAIR, request_id, writing={"validate_only": True}, **given)
    assert talk.revision() == 0
    assert sent(talk, PAIR, request_id, **given) == checked == (3, 6, 0, 0, 0, 3)
    changed = [*PAIR[:5], evolve(PAIR[5], finished_on=date(2026, 3, 1))]
    checked = sent(talk, changed, writing={"validate_only": True}, **given)
    assert sent(talk, changed, **given) == checked == (4, 0, 1, 5, 0, 3)


def test_records_that_are_missing_are_retracted_in_the_same_write(talk: Talk) -> None:
    more = [Teacher("3000001"), School("100002"), ContractPeriod(2025)]
    assert sent(talk, [*PAIR, *more]) == (1, 9, 0, 0, 0, 1)
    kinds = [TEACHER, SCHOOL, MENTORSHIP]
    all_there = sent(talk, [*PAIR, *more], retract_missing=kinds)
    assert all_there == (1, 0, 0, 9, 0, 1), "no revision"
    request_id, changed = new_id(), [Teacher("1000001", qts_held=True), *PAIR[1:]]
    for _ in range(2):
        done = sent(talk, changed, request_id, retract_missing=kinds)
        assert done == (2, 0, 1, 5, 2, 1)
    assert status(talk.registration("3000001")) == "NOT_KNOWN"
    assert sent(talk, more[:1], retract_missing=[MENTORSHIP]) == (3, 1, 0, 0, 1, 1)
    assert status(talk.registration("1000001", "2026-01-15")) == "INCOMPLETE"
    assert sent(talk, [], retract_missing=[*RecordKind.values()][1:]) == (4, 0, 0, 0, 7, 1)
    assert sent(talk, PAIR, retract_missing=kinds) == (5, 6, 0, 0, 0, 1)


STILL_NAMED: dict[str, tuple[list[Record], list[int], list[str]]] = {
    "people with time at a school": (
        PAIR[2:],
        [TEACHER],
        ["the ect_at_school_period e names a teacher", "the mentor_at_school_period p names a te"],
    ),
    "one of them": (PAIR[:1], [TEACHER], ["the mentor_at_school_period p names a teacher"]),
    "periods with a mentorship that is sent": (
        [*PAIR[:3], PAIR[5]],
        [ECT, MENTOR],
        ["the mentorship_period m names a mentor_a", "the mentorship_period m names a ect_at_"],
    ),
    "a school": ([], [SCHOOL, MENTORSHIP], ["the ect_at_school_period e names a school"]),
}


@pytest.mark.parametrize("case", STILL_NAMED)
def test_what_is_still_named_is_not_retracted_and_nothing_is_written(talk: Talk, case: str) -> None:
    records, kinds, beginnings = STILL_NAMED[case]
    sent(talk, PAIR)
    answer = not_sent(talk, [*records, Teacher("3000001")], retract_missing=kinds)
    assert answer.code.name == "FAILED_PRECONDITION"
    violations = answer.details["PreconditionFailure"].violations
    said = sorted(v.description for v in violations)
    assert [s[: len(b)] for s, b in zip(said, sorted(beginnings), strict=True)] == sorted(
        beginnings
    )
    assert {(v.type, v.subject) for v in violations} == {("STILL_NAMED", "header.retract_missing")}
    assert talk.revision() == 1
    assert status(talk.registration("3000001")) == "NOT_KNOWN"


def test_another_set_of_kinds_is_another_request(talk: Talk) -> None:
    request_id = new_id()
    sent(talk, PAIR, request_id, retract_missing=[MENTORSHIP])
    assert not_sent(talk, PAIR, request_id).reason == "REQUEST_ID_REUSED"


TOGETHER: dict[str, dict[str, Any]] = {
    "retraction in several writes": {"records_per_write": 1, "retract_missing": [TEACHER]},
    "an expected revision in several writes": {
        "records_per_write": 1,
        "writing": {"expected_revision_of_subject": 0},
    },
    "an expected revision of what is missing": {
        "retract_missing": [TEACHER],
        "writing": {"expected_revision_of_subject": 0},
    },
    "a kind twice": {"retract_missing": [TEACHER, TEACHER]},
    "no kind": {"retract_missing": [0]},
    "less than none in a write": {"records_per_write": -1},
}


@pytest.mark.parametrize("case", TOGETHER)
def test_headers_that_ask_for_too_much(talk: Talk, case: str) -> None:
    answer = not_sent(talk, PAIR, **TOGETHER[case])
    assert answer.code.name == "INVALID_ARGUMENT"
    assert answer.fields[0].startswith("header")
    assert talk.revision() == 0


def test_what_is_missing_is_found_among_more_than_one_page(talk: Talk) -> None:
    people = [Teacher(f"{n:07}") for n in range(2_500)]
    sent(talk, people, None, 1_000)
    kept = [t for n, t in enumerate(people) if n % 3]
    assert sent(talk, kept, None, 1_000, retract_missing=[TEACHER]) == (2, 0, 0, 1_666, 834, 1)
    assert status(talk.registration("0000003")) == "NOT_KNOWN"
    assert status(talk.registration("0000004")) == "NOT_REGISTERED"
