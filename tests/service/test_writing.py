"""What every write has: it can be checked only, and holds to what its caller expects. Today is 15 January
2026.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from ect_rules.facts import (
    EctAtSchoolPeriod,
    InductionPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.v1 import check_service_pb2 as checks
from ect_rules.v1 import facts_pb2
from ect_rules.v1 import record_service_pb2 as writes
from ect_rules.v1 import writing_pb2 as pb
from ect_rules.wire.messages import message
from tests.service.talking import (
    Refused,
    Talk,
    batch,
    codes,
    day,
    end,
    iso,
    new_id,
    refused,
    status,
)
from tests.service.telling import (
    COLLEAGUE,
    ECT,
    ELSEWHERE,
    MENTOR,
    NOTHING_YET,
    SCHOOL,
    assign,
    named,
    record,
    register_ect,
    retract,
)
from tests.store.keeping import rows_in

START = date(2025, 9, 1)
NOBODY = "7000001"
THERE: list[Record] = [
    *NOTHING_YET,
    Teacher(NOBODY, prohibited_from_teaching=False),
    EctAtSchoolPeriod("e", ECT, SCHOOL, START),
    MentorAtSchoolPeriod("m", MENTOR, SCHOOL, START),
    MentorAtSchoolPeriod("c", COLLEAGUE, SCHOOL, START),
    MentorshipPeriod("em", "e", "m", START),
    TrainingPeriod("te", TrainingProgramme.PROVIDER_LED, START, "e"),
    InductionPeriod("i", ECT, START),
]


@pytest.fixture
def there(talk: Talk) -> Talk:
    """An ECT with a mentor, a colleague who may take over, and somebody who is neither."""
    talk.import_records(THERE)
    return talk


@frozen
class Method:
    """A write that may be done in that world. `other`: fields with which it may be too."""

    given: dict[str, Any]
    other: dict[str, Any]
    about: str


METHODS = {
    "RecordTeacher": Method(
        {"teacher": facts_pb2.Teacher(trn=NOBODY, qts_held=True)},
        {"teacher": facts_pb2.Teacher(trn=NOBODY, qts_held=False)},
        NOBODY,
    ),
    "RecordSchool": Method(
        {"school": facts_pb2.School(urn=SCHOOL, marked_as_eligible=True)},
        {"school": facts_pb2.School(urn=ELSEWHERE, marked_as_eligible=True)},
        SCHOOL,
    ),
    "RegisterEct": Method(
        {
            "trn": NOBODY,
            "urn": ELSEWHERE,
            "started_on": day("2026-01-05"),
            "training_programme": facts_pb2.TRAINING_PROGRAMME_SCHOOL_LED,
        },
        {"started_on": day("2026-01-06")},
        NOBODY,
    ),
    "RegisterMentor": Method(
        {"trn": NOBODY, "ect_at_school_period_id": "e"}, {"mentoring_here_only": True}, ECT
    ),
    "AssignMentor": Method(
        {"ect_at_school_period_id": "e", "mentor_at_school_period_id": "c"},
        {"on": day("2026-01-16")},
        COLLEAGUE,
    ),
    "EndMentorship": Method(
        {"mentorship_period_id": "em", "finished_on": day("2026-01-31")},
        {"finished_on": day("2026-01-30")},
        MENTOR,
    ),
    "ReportLeaving": Method(
        {"ect_at_school_period_id": "e", "last_day": day("2026-02-13")},
        {"last_day": day("2026-02-12")},
        ECT,
    ),
    "RecordFacts": Method(
        {"records": [message(InductionPeriod("i", ECT, START, date(2026, 1, 9)))]},
        {"records": [message(InductionPeriod("i", ECT, START, date(2026, 1, 8)))]},
        ECT,
    ),
    "RetractRecords": Method(
        {"records": [named("induction_period", "i")]},
        {"records": [named("mentorship_period", "em")]},
        ECT,
    ),
    "ImportRecords": Method(
        {"records": [InductionPeriod("i", ECT, START, date(2026, 1, 9))]},
        {"records": [InductionPeriod("i", ECT, START, date(2026, 1, 8))]},
        ECT,
    ),
}


def write(talk: Talk, method: str, request_id: str | None = None, **given: Any) -> Any:
    """Do the write of `METHODS`; `given`: other fields."""
    fields = {**METHODS[method].given, **given, "request_id": request_id or new_id()}
    if method == "ImportRecords":
        header = {name: fields[name] for name in ("request_id", "writing") if name in fields}
        parts = [
            writes.ImportRecordsRequest(header=writes.ImportHeader(**header)),
            batch(fields["records"]),
            end(len(fields["records"])),
        ]
        return talk.records.ImportRecords(iter(parts))
    request = getattr(writes, f"{method}Request")
    return getattr(talk.records, method)(request(**fields))


ONLY = pb.Writing(validate_only=True)


def complete(trn: str = ECT, **more: Any) -> pb.ExpectedDecision:
    subject = checks.RegistrationSubject(trn=trn)
    statuses = [checks.REGISTRATION_STATUS_COMPLETE]
    expected = pb.ExpectedRegistration(subject=subject, statuses=statuses)
    return pb.ExpectedDecision(registration=expected, **more)


def expecting(*decisions: pb.ExpectedDecision) -> pb.Writing:
    return pb.Writing(expected_decisions=decisions)


def test_every_method_is_among_them() -> None:
    service = writes.DESCRIPTOR.services_by_name["RecordService"]
    # An export writes nothing, and what an erasure leaves has tests of its own.
    others = {"EraseTeacher", "ExportRecords"}
    assert set(METHODS) | others == {method.name for method in service.methods}


@pytest.mark.parametrize("method", METHODS)
def test_checked_only_then_done_then_done_again(there: Talk, tmp_path: Path, method: str) -> None:
    request_id, before = new_id(), rows_in(tmp_path / "facts.sqlite")
    tried = write(there, method, request_id, writing=ONLY)
    assert rows_in(tmp_path / "facts.sqlite") == before
    assert there.revision() == 1
    other = write(there, method, request_id, **METHODS[method].other, writing=ONLY)
    assert other.revision == 2, "the request id is still free"
    done = write(there, method, request_id)
    assert done == tried
    assert done.revision == there.revision() == 2
    after = rows_in(tmp_path / "facts.sqlite")
    assert write(there, method, request_id) == done
    assert write(there, method, request_id, writing=ONLY) == done
    assert write(there, method, request_id, writing=pb.Writing()) == done
    for writing in (ONLY, None):
        again = refused(
            lambda w=writing: write(there, method, request_id, **METHODS[method].other, writing=w)
        )
        assert (again.code.name, again.reason) == ("ALREADY_EXISTS", "REQUEST_ID_REUSED")
    assert rows_in(tmp_path / "facts.sqlite") == after


WOULD_BE_REFUSED: dict[str, dict[str, Any]] = {
    "RegisterEct": {"started_on": day("2026-06-01")},
    "RegisterMentor": {"trn": ECT},
    "AssignMentor": {"mentor_at_school_period_id": "none"},
    "EndMentorship": {"finished_on": day("2025-08-31")},
    "ReportLeaving": {"last_day": day("2026-05-16")},
    "RecordFacts": {"records": [message(InductionPeriod("i", "7654321", START))]},
    "RetractRecords": {"records": [named("teacher", ECT)]},
    "ImportRecords": {"records": [InductionPeriod("i", "7654321", START)]},
}


@pytest.mark.parametrize("method", WOULD_BE_REFUSED)
def test_checked_only_it_is_refused_alike(there: Talk, tmp_path: Path, method: str) -> None:
    before = rows_in(tmp_path / "facts.sqlite")
    wrong = WOULD_BE_REFUSED[method]
    tried = refused(lambda: write(there, method, **wrong, writing=ONLY))
    done = refused(lambda: write(there, method, **wrong))
    assert (tried.code, tried.text, tried.details) == (done.code, done.text, done.details)
    assert rows_in(tmp_path / "facts.sqlite") == before


def read_at(revision: int) -> pb.Writing:
    return pb.Writing(expected_revision_of_subject=revision)


def change(talk: Talk, about: str) -> None:
    """Change something about somebody, or a school."""
    if about == SCHOOL:
        record(talk, School(SCHOOL))
    else:
        record(talk, InductionPeriod(f"of-{about}", about, date(2020, 9, 1), date(2021, 7, 20)))


@pytest.mark.parametrize("method", METHODS)
def test_refused_where_the_subject_has_changed(there: Talk, tmp_path: Path, method: str) -> None:
    record(there, Teacher("7000002"))
    write(there, method, writing=pb.Writing(validate_only=True, expected_revision_of_subject=1))
    change(there, METHODS[method].about)
    before, request_id = rows_in(tmp_path / "facts.sqlite"), new_id()
    for revision in (0, 1, 2):
        answer = refused(lambda r=revision: write(there, method, request_id, writing=read_at(r)))
        assert (answer.code.name, answer.reason) == ("FAILED_PRECONDITION", "SUBJECT_CHANGED")
        path = "header.writing" if method == "ImportRecords" else "writing"
        assert answer.violations == ["SUBJECT_CHANGED"]
        assert answer.subjects == [f"{path}.expected_revision_of_subject"]
    assert rows_in(tmp_path / "facts.sqlite") == before
    ahead = refused(lambda: write(there, method, writing=read_at(4)))
    assert (ahead.code.name, ahead.reason) == ("OUT_OF_RANGE", "REVISION_OUT_OF_RANGE")
    done = write(there, method, request_id, writing=read_at(3))
    assert done.revision == 4
    assert write(there, method, request_id, writing=read_at(3)) == done, "and not refused by itself"


def test_of_many_who_read_the_same_one_writes(there: Talk) -> None:
    mentors = [Teacher(f"900000{n}") for n in range(8)]
    periods = [MentorAtSchoolPeriod(m.trn, m.trn, SCHOOL, START) for m in mentors]
    there.import_records([*mentors, *periods])
    requests = [
        writes.AssignMentorRequest(
            request_id=new_id(),
            ect_at_school_period_id="e",
            mentor_at_school_period_id=period.id,
            writing=read_at(2),
        )
        for period in periods
    ]
    sent = [there.records.AssignMentor.future(request) for request in requests]
    refusals = [Refused(error) for call in sent if (error := call.exception()) is not None]
    assert [refusal.reason for refusal in refusals] == ["SUBJECT_CHANGED"] * 7
    assert there.revision() == 3


def test_what_somebody_else_does_is_not_a_change(there: Talk) -> None:
    record(there, InductionPeriod("other", NOBODY, START))
    write(there, "ReportLeaving", writing=read_at(1))


CHANGES: dict[str, tuple[Callable[[Talk], object], str]] = {
    "the ECT has another mentor": (lambda t: assign(t, "e", "c"), "ReportLeaving"),
    "the ECT is registered elsewhere": (
        lambda t: register_ect(t, urn=ELSEWHERE, started_on=day("2026-02-02")),
        "AssignMentor",
    ),
    "the training is another": (
        lambda t: record(t, TrainingPeriod("te", TrainingProgramme.SCHOOL_LED, START, "e")),
        "RegisterMentor",
    ),
    "the mentorship is retracted": (
        lambda t: retract(t, ("mentorship_period", "em")),
        "ReportLeaving",
    ),
    "the mentorship to end has ended": (lambda t: write(t, "EndMentorship"), "EndMentorship"),
}


@pytest.mark.parametrize("case", CHANGES)
def test_changes_of_a_person(there: Talk, case: str) -> None:
    change_it, method = CHANGES[case]
    change_it(there)
    answer = refused(lambda: write(there, method, writing=read_at(1)))
    assert answer.reason == "SUBJECT_CHANGED"


def test_assigned_only_if_that_completes_the_registration(there: Talk, tmp_path: Path) -> None:
    retract(there, ("mentorship_period", "em"))
    before, request_id = rows_in(tmp_path / "facts.sqlite"), new_id()
    answer = refused(
        lambda: write(
            there, "AssignMentor", request_id, writing=expecting(complete(), complete(NOBODY))
        )
    )
    assert (answer.code.name, answer.reason) == ("FAILED_PRECONDITION", "DECISION_NOT_AS_EXPECTED")
    assert answer.violations == ["DECISION_NOT_AS_EXPECTED", "NOT_REGISTERED_AS_ECT"]
    assert set(answer.subjects) == {"writing.expected_decisions[1]"}
    (first, second) = answer.details["PreconditionFailure"].violations
    assert first.description == "The answer on registration would be NOT_REGISTERED."
    assert second.description
    assert rows_in(tmp_path / "facts.sqlite") == before
    write(there, "AssignMentor", request_id, writing=expecting(complete()))
    assert there.registration(ECT).mentor_trn == COLLEAGUE


def test_the_day_and_the_contract_period_of_an_expected_decision(there: Talk) -> None:
    ends = {"finished_on": day("2026-01-31")}
    for on, done in (("2026-01-31", True), ("2026-02-01", False)):
        writing = expecting(complete(on=day(on)))
        writing.validate_only = True
        if done:
            write(there, "EndMentorship", **ends, writing=writing)
        else:
            answer = refused(lambda w=writing: write(there, "EndMentorship", **ends, writing=w))
            assert answer.violations == ["DECISION_NOT_AS_EXPECTED", "MENTOR_NOT_ASSIGNED"]
    subject = checks.MentorSubject(trn=MENTOR)
    told = pb.ExpectedMentorFunding(
        subject=subject, statuses=[checks.MENTOR_FUNDING_STATUS_CANNOT_TELL]
    )
    for year in (2023, None):
        writing = expecting(pb.ExpectedDecision(mentor_funding=told, contract_period=year))
        decided = there.funding(MENTOR, contract_period=year)
        as_told = status(decided) == "CANNOT_TELL"
        if as_told:
            write(there, "EndMentorship", writing=writing)
        else:
            answer = refused(lambda w=writing: write(there, "EndMentorship", writing=w))
            assert answer.violations[1:] == codes(decided.reasons)


MENTORS = checks.MentorSubject(trn=MENTOR)
AN_ECT = checks.RegistrationSubject(trn=ECT)
# Of each check, about the world as RecordTeacher of somebody else leaves it.
EXPECTED = {
    "registration": (AN_ECT, "CheckRegistration"),
    "mentor_funding": (MENTORS, "CheckMentorFunding"),
    "mentor_training": (MENTORS, "CheckMentorTraining"),
    "ect_funding": (AN_ECT, "CheckEctFunding"),
    "record_retention": (MENTORS, "CheckRecordRetention"),
    "mentor_kind": (MENTORS, "CheckMentorKind"),
    "mentor_grant": (MENTORS, "CheckMentorGrant"),
    "school_eligibility": (checks.SchoolSubject(urn=SCHOOL), "CheckSchoolEligibility"),
}


@pytest.mark.parametrize("check", EXPECTED)
def test_any_check_may_be_expected(there: Talk, check: str) -> None:
    subject, method = EXPECTED[check]
    asked = {field.name: value for field, value in subject.ListFields()}
    decision = there.ask(method, **asked).decision
    kind = pb.ExpectedDecision.DESCRIPTOR.fields_by_name[check].message_type
    others = {*kind.fields_by_name["statuses"].enum_type.values_by_number} - {0}
    for statuses, done in (([decision.status], True), (others - {decision.status}, False)):
        expected = getattr(pb, kind.name)(subject=subject, statuses=statuses)
        writing = expecting(pb.ExpectedDecision(**{check: expected}))
        if done:
            write(there, "RecordTeacher", writing=writing)
        else:
            answer = refused(lambda w=writing: write(there, "RecordTeacher", writing=w))
            assert answer.violations[1:] == codes(decision.reasons)
    assert set(EXPECTED) == {f.name for f in pb.ExpectedDecision.DESCRIPTOR.oneofs[0].fields}


@pytest.mark.parametrize("method", METHODS)
def test_every_method_holds_to_an_expected_decision(
    there: Talk, tmp_path: Path, method: str
) -> None:
    before, request_id = rows_in(tmp_path / "facts.sqlite"), new_id()
    path = "header.writing" if method == "ImportRecords" else "writing"
    for only in (False, True):
        writing = expecting(complete("7654321"))
        writing.validate_only = only
        answer = refused(lambda w=writing: write(there, method, request_id, writing=w))
        assert answer.violations == ["DECISION_NOT_AS_EXPECTED", "TRN_NOT_KNOWN"]
        assert set(answer.subjects) == {f"{path}.expected_decisions[0]"}
    assert rows_in(tmp_path / "facts.sqlite") == before


def test_a_precondition_is_part_of_the_request(there: Talk) -> None:
    request_id = new_id()
    done = write(there, "AssignMentor", request_id, writing=expecting(complete()))
    assert iso(done, "mentorship_started_on") == "2026-01-15"
    retract(there, ("mentorship_period", done.mentorship_period_id))
    again = write(there, "AssignMentor", request_id, writing=expecting(complete()))
    assert again == done, "the first answer, though it is not so any more"
    other = refused(lambda: write(there, "AssignMentor", request_id))
    assert other.reason == "REQUEST_ID_REUSED"


def wrong(**more: Any) -> pb.Writing:
    return expecting(complete(**more))


TWICE = checks.RegistrationStatus.Name(1), checks.RegistrationStatus.Name(1)
BAD: dict[str, tuple[pb.Writing, str, str]] = {
    "a revision below zero": (
        read_at(-1),
        "writing.expected_revision_of_subject",
        "int64.gte",
    ),
    "eleven expected decisions": (
        expecting(*[complete()] * 11),
        "writing.expected_decisions",
        "repeated.max_items",
    ),
    "an expected decision of no check": (
        expecting(pb.ExpectedDecision()),
        "writing.expected_decisions[0].expected",
        "required",
    ),
    "of nobody": (
        expecting(
            pb.ExpectedDecision(
                registration=pb.ExpectedRegistration(statuses=[checks.REGISTRATION_STATUS_COMPLETE])
            )
        ),
        "writing.expected_decisions[0].registration.subject",
        "required",
    ),
    "of a TRN that is none": (
        wrong(trn="1"),
        "writing.expected_decisions[0].registration.subject.trn",
        "string.pattern",
    ),
    "without a status": (
        expecting(
            pb.ExpectedDecision(school_eligibility={"subject": checks.SchoolSubject(urn=SCHOOL)})
        ),
        "writing.expected_decisions[0].school_eligibility.statuses",
        "repeated.min_items",
    ),
    "of no status": (
        expecting(pb.ExpectedDecision(mentor_kind={"subject": MENTORS, "statuses": [0]})),
        "writing.expected_decisions[0].mentor_kind.statuses[0]",
        "enum.not_in",
    ),
    "of a status that there is not": (
        expecting(pb.ExpectedDecision(mentor_grant={"subject": MENTORS, "statuses": [1, 99]})),
        "writing.expected_decisions[0].mentor_grant.statuses[1]",
        "enum.defined_only",
    ),
    "of a status twice": (
        expecting(pb.ExpectedDecision(registration={"subject": AN_ECT, "statuses": TWICE})),
        "writing.expected_decisions[0].registration.statuses",
        "repeated.unique",
    ),
    "on 30 February": (
        wrong(on={"year": 2026, "month": 2, "day": 30}),
        "writing.expected_decisions[0].on",
        "DATE_INVALID",
    ),
    "a contract period before there were any": (
        wrong(contract_period=2019),
        "writing.expected_decisions[0].contract_period",
        "int32.gte_lte",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input(there: Talk, case: str) -> None:
    writing, field, reason = BAD[case]
    answer = refused(lambda: write(there, "AssignMentor", writing=writing))
    assert answer.code.name == "INVALID_ARGUMENT"
    assert (answer.fields, answer.field_reasons) == ([field], [reason])
    imported: Refused = refused(lambda: write(there, "ImportRecords", writing=writing))
    assert imported.fields == [f"header.{field}"]
    assert there.revision() == 1
