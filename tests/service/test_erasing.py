"""Erasing a person, over a real socket: what goes, what stays, and what is said of it afterwards."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import grpc
import pytest
from attrs import evolve

from ect_rules.facts import (
    Declaration,
    DeclarationType,
    EcfEligibility,
    EctAtSchoolPeriod,
    InductionPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    ParticipantRole,
    PaymentStatus,
    Record,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.v1 import ledger_service_pb2 as ledger
from ect_rules.v1 import ledger_service_pb2_grpc
from ect_rules.v1 import record_service_pb2 as writes
from ect_rules.v1.writing_pb2 import Writing
from tests.service.talking import ON_BOTH_DATABASES, Talk, new_id, refused, status
from tests.service.telling import COLLEAGUE, ECT, MENTOR, NOTHING_YET, SCHOOL, record

START = date(2025, 9, 1)
LED = TrainingProgramme.PROVIDER_LED
ABOUT_THE_ECT: list[Record] = [
    EctAtSchoolPeriod("of-the-ect", ECT, SCHOOL, START),
    TrainingPeriod("training-of-the-ect", LED, START, "of-the-ect"),
    InductionPeriod("induction-of-the-ect", ECT, START),
]
ABOUT_THE_MENTOR: list[Record] = [
    MentorAtSchoolPeriod("of-the-mentor", MENTOR, SCHOOL, START),
    MentorshipPeriod("of-both", "of-the-ect", "of-the-mentor", START),
    TrainingPeriod("training-of-the-mentor", LED, START, None, "of-the-mentor"),
    Declaration(
        "declared-of-the-mentor",
        "training-of-the-mentor",
        DeclarationType.STARTED,
        datetime(2025, 10, 1, tzinfo=UTC),
        PaymentStatus.PAID,
    ),
    EcfEligibility("known-of-the-mentor", MENTOR, ParticipantRole.MENTOR),
]
UNUSED = MentorAtSchoolPeriod("of-the-colleague", COLLEAGUE, SCHOOL, START)
THERE = [*NOTHING_YET, *ABOUT_THE_ECT, *ABOUT_THE_MENTOR, UNUSED]


def erase(talk: Talk, trn: str, although: bool = True, **more: Any) -> Any:
    fields = {"request_id": new_id(), "trn": trn, "although_it_may_be_held": although}
    return talk.records.EraseTeacher(writes.EraseTeacherRequest(**fields | more))


def verified(talk: Talk, *known: ledger.LedgerEntry) -> list[ledger.VerifyLedgerResponse]:
    stub = ledger_service_pb2_grpc.LedgerServiceStub(talk.channel)
    return list(stub.VerifyLedger(ledger.VerifyLedgerRequest(known=known)))


@pytest.fixture
def there(talk: Talk) -> Talk:
    """An ECT with a mentor, whose records were also corrected once, and a mentor with nobody."""
    talk.import_records(THERE)
    corrected = evolve(ABOUT_THE_MENTOR[2], lead_provider="Elm")
    record(talk, corrected)
    return talk


@ON_BOTH_DATABASES
def test_a_mentor_is_erased(there: Talk) -> None:
    before, (*_, noted) = there.revision(), verified(there)
    done = erase(there, MENTOR)
    assert done.revision == before + 1 == there.revision()
    assert done.rows == len([*ABOUT_THE_MENTOR, "as a teacher", "the training as it was before"])
    assert status(there.funding(MENTOR)) == "NOT_KNOWN"
    assert status(there.registration(ECT)) == "INCOMPLETE"
    *_, after = verified(there, noted.summary.newest)
    assert after.summary.faults == 0
    assert after.summary.newest.revision == done.revision


# What is asked about an earlier revision, and whether it rests on what is gone.
@ON_BOTH_DATABASES
@pytest.mark.parametrize(
    ("method", "of", "answered"),
    [
        ("CheckRegistration", {"trn": ECT}, False),
        ("CheckMentorFunding", {"trn": MENTOR}, False),
        ("CheckMentorFunding", {"trn": "9999999"}, False),  # whether there was one nobody can say
        ("CheckSchoolEligibility", {"urn": SCHOOL}, False),  # the school had it
        ("CheckEctFunding", {"trn": ECT}, True),
        ("CheckMentorFunding", {"trn": COLLEAGUE}, True),
        ("CheckRecordRetention", {"trn": COLLEAGUE}, True),
    ],
)
def test_what_rests_on_it_is_not_told_from_what_is_left(
    there: Talk, method: str, of: dict[str, str], answered: bool
) -> None:
    def ask(revision: int) -> Any:
        return there.ask(method, "2026-01-15", consistency={"exact_revision": revision}, **of)

    then = there.revision()
    before = ask(then)
    done = erase(there, MENTOR)
    ask(done.revision)
    if answered:
        assert ask(then) == before
        return
    error = refused(lambda: ask(then))
    assert (error.code, error.reason) == (grpc.StatusCode.FAILED_PRECONDITION, "FACTS_ERASED")
    assert f"revision {done.revision} or later" in error.text


def test_then_the_other_side_is_erased_too(there: Talk) -> None:
    erase(there, MENTOR)
    done = erase(there, ECT)
    assert done.rows == len([*ABOUT_THE_ECT, "as a teacher"])
    assert verified(there)[-1].summary.faults == 0


def test_nothing_of_them_is_in_the_file(there: Talk, tmp_path: Path) -> None:
    def mentions() -> set[bytes]:
        files = b"".join(file.read_bytes() for file in tmp_path.glob("facts.sqlite*"))
        return {each for each in (*gone, *left) if each in files}

    gone = {
        MENTOR.encode(),
        b"of-the-mentor",
        b"of-both",
        b"training-of-the-mentor",
        b"declared-of-the-mentor",
        b"known-of-the-mentor",
    }
    left = {ECT.encode(), b"of-the-ect", b"of-the-colleague"}
    assert mentions() == gone | left
    erase(there, MENTOR)
    assert mentions() == left


# Whose record goes without more ado.
@pytest.mark.parametrize(
    ("trn", "reasons"),
    [
        (COLLEAGUE, None),
        (MENTOR, {"CURRENT_ECT"}),
        (ECT, {"MAY_BE_HELD"}),
    ],
)
def test_a_record_that_may_be_held_goes_only_when_that_is_said(
    there: Talk, trn: str, reasons: set[str] | None
) -> None:
    if reasons is None:
        assert erase(there, trn, although=False).rows == 2
        return
    before = there.revision()
    error = refused(lambda: erase(there, trn, although=False))
    assert (error.code, error.reason) == (grpc.StatusCode.FAILED_PRECONDITION, "MAY_BE_HELD")
    assert reasons <= {*error.violations}
    assert {*error.subjects} == {"although_it_may_be_held"}
    assert there.revision() == before


def test_it_is_done_once_and_told_again(there: Talk) -> None:
    request_id = new_id()
    first = erase(there, MENTOR, request_id=request_id)
    assert erase(there, MENTOR, request_id=request_id) == first
    error = refused(lambda: erase(there, ECT, request_id=request_id))
    assert (error.code, error.reason) == (grpc.StatusCode.ALREADY_EXISTS, "REQUEST_ID_REUSED")
    assert status(there.registration(ECT)) == "INCOMPLETE", "nothing of them is gone"


def test_it_can_be_tried(there: Talk) -> None:
    before = there.revision()
    done = erase(there, MENTOR, writing=Writing(validate_only=True))
    assert (done.rows, there.revision()) == (7, before)
    assert status(there.funding(MENTOR)) == "ELIGIBLE"


def test_of_whom_nothing_is_recorded(there: Talk) -> None:
    error = refused(lambda: erase(there, "9999999"))
    assert (error.code, error.reason) == (grpc.StatusCode.NOT_FOUND, "TEACHER_NOT_FOUND")


def test_a_write_about_them_cannot_be_done_again_by_its_id(talk: Talk) -> None:
    talk.import_records(NOTHING_YET)
    again, unchanged = new_id(), new_id()
    talk.import_records(ABOUT_THE_ECT, again)
    talk.import_records(ABOUT_THE_ECT, unchanged)
    erase(talk, ECT)
    for request_id in (again, unchanged):
        error = refused(lambda: talk.import_records(ABOUT_THE_ECT, request_id))  # noqa: B023
        assert (error.code, error.reason) == (grpc.StatusCode.ALREADY_EXISTS, "REQUEST_ERASED")


def test_they_may_be_recorded_anew(there: Talk) -> None:
    erase(there, MENTOR)
    there.import_records([NOTHING_YET[1], *ABOUT_THE_MENTOR])
    assert status(there.funding(MENTOR)) == "ELIGIBLE"
    assert verified(there)[-1].summary.faults == 0


def test_an_entry_that_was_never_written_is_no_entry(there: Talk) -> None:
    known = ledger.LedgerEntry(revision=there.revision() + 1, entry=bytes(32))
    error = refused(lambda: verified(there, known))
    assert (error.code, error.fields) == (
        grpc.StatusCode.INVALID_ARGUMENT,
        ["known[0].revision"],
    )


def test_a_ledger_with_nothing_in_it(talk: Talk) -> None:
    assert verified(talk) == [ledger.VerifyLedgerResponse(summary=ledger.LedgerSummary())]
