"""Questions and writes that cannot be read: the right code, the path of the field, what to do."""

from typing import Any

import pytest
from google.type.date_pb2 import Date

from ect_rules.v1 import check_service_pb2 as checks
from ect_rules.v1 import decisions_pb2, facts_pb2
from ect_rules.v1 import record_service_pb2 as writes
from tests.service.talking import Talk, asking, codes, day, new_id, refused, status

TEACHER = facts_pb2.Teacher(trn="1000001")


def check(trn: str = "1000001", **more: Any) -> checks.CheckMentorFundingRequest:
    return checks.CheckMentorFundingRequest(trn=trn, asking=decisions_pb2.Asking(**more))


def supposed(*records: facts_pb2.Record) -> checks.CheckMentorFundingRequest:
    return check(hypothetical=decisions_pb2.Hypothetical(records=records, ignore_stored=True))


def period(**more: Any) -> facts_pb2.Record:
    fields = {"id": "1", "trn": "1000001", "urn": "100001", "started_on": day("2025-09-01")}
    return facts_pb2.Record(mentor_at_school_period=facts_pb2.MentorAtSchoolPeriod(**fields | more))


def training(**more: Any) -> facts_pb2.Record:
    fields = {
        "id": "9",
        "mentor_at_school_period_id": "1",
        "training_programme": 1,
        "started_on": day("2025-09-01"),
    }
    return facts_pb2.Record(training_period=facts_pb2.TrainingPeriod(**fields | more))


TEACHER_RECORD = facts_pb2.Record(teacher=TEACHER)
SUPPOSED = "asking.hypothetical.records"

QUESTIONS = {
    "a TRN of six digits": (check("100001"), "trn", "string.pattern"),
    "a TRN in other digits": (check("\uff11\uff10\uff10\uff10\uff1001"), "trn", "string.pattern"),
    "no TRN": (check(""), "trn", "string.pattern"),
    "30 February": (check(on=Date(year=2025, month=2, day=30)), "asking.on", "DATE_INVALID"),
    "a month without a day": (check(on=Date(year=2025, month=2)), "asking.on", "DATE_INVALID"),
    "a day of no year": (check(on=Date(month=2, day=3)), "asking.on", "DATE_INVALID"),
    "a day before all days": (
        check(on=Date(year=1899, month=12, day=31)),
        "asking.on",
        "DATE_OUT_OF_RANGE",
    ),
    "a day after all days": (
        check(on=Date(year=2201, month=1, day=1)),
        "asking.on",
        "DATE_OUT_OF_RANGE",
    ),
    "a view that there is not": (check(view=7), "asking.view", "enum.defined_only"),
    "a revision below zero": (
        check(consistency=decisions_pb2.Consistency(exact_revision=-1)),
        "asking.consistency.exact_revision",
        "int64.gte",
    ),
    "a record of no kind": (supposed(facts_pb2.Record()), f"{SUPPOSED}[0].kind", "required"),
    "an induction status that there is not": (
        supposed(
            facts_pb2.Record(teacher=facts_pb2.Teacher(trn="1000001", trs_induction_status=99))
        ),
        f"{SUPPOSED}[0].teacher.trs_induction_status",
        "enum.defined_only",
    ),
    "a loss of funding without its reason": (
        supposed(
            facts_pb2.Record(
                teacher=facts_pb2.Teacher(
                    trn="1000001", mentor_became_ineligible_for_funding_on=day("2025-07-10")
                )
            )
        ),
        f"{SUPPOSED}[0].teacher",
        "teacher.loss_of_funding",
    ),
    "a URN of five digits": (
        supposed(TEACHER_RECORD, period(urn="10001")),
        f"{SUPPOSED}[1].mentor_at_school_period.urn",
        "string.pattern",
    ),
    "a period that ends before it starts": (
        supposed(TEACHER_RECORD, period(finished_on=day("2025-08-31"))),
        f"{SUPPOSED}[1].mentor_at_school_period.finished_on",
        "ENDS_BEFORE_START",
    ),
    "a period without a first day": (
        supposed(TEACHER_RECORD, period(started_on=None)),
        f"{SUPPOSED}[1].mentor_at_school_period.started_on",
        "required",
    ),
    "a period of nobody we know": (
        supposed(period()),
        f"{SUPPOSED}[0].mentor_at_school_period.trn",
        "NOT_FOUND",
    ),
    "a GIAS type that there is not": (
        supposed(facts_pb2.Record(school=facts_pb2.School(urn="100001", gias_type="School"))),
        f"{SUPPOSED}[0].school.gias_type",
        "GIAS_TYPE_UNKNOWN",
    ),
    "training of nobody": (
        supposed(
            facts_pb2.Record(
                training_period=facts_pb2.TrainingPeriod(
                    id="9", training_programme=1, started_on=day("2025-09-01")
                )
            )
        ),
        f"{SUPPOSED}[0].training_period.trainee",
        "required",
    ),
    "school-led training of a mentor": (
        supposed(TEACHER_RECORD, period(), training(training_programme=2)),
        f"{SUPPOSED}[2].training_period.training_programme",
        "MENTOR_TRAINING_NOT_PROVIDER_LED",
    ),
    "a lead provider with a NUL in it": (
        supposed(TEACHER_RECORD, period(), training(lead_provider="North\0way")),
        f"{SUPPOSED}[2].training_period.lead_provider",
        "string.pattern",
    ),
    "1,001 supposed records": (
        supposed(*[TEACHER_RECORD] * 1001),
        SUPPOSED,
        "repeated.max_items",
    ),
}


@pytest.mark.parametrize("case", QUESTIONS)
def test_questions(talk: Talk, case: str) -> None:
    request, field, reason = QUESTIONS[case]
    answer = refused(lambda: talk.checks.CheckMentorFunding(request))
    assert answer.code.name == "INVALID_ARGUMENT"
    assert (answer.fields, answer.field_reasons) == ([field], [reason])
    assert answer.details["ErrorInfo"].domain == "ect-rules"
    assert answer.details["BadRequest"].field_violations[0].description


ECT: dict[str, Any] = {"trn": "1000001", "urn": "100001", "started_on": day("2026-02-01")}
MENTOR: dict[str, Any] = {**ECT, "ect_trn": "1000002"}
PAIR: dict[str, Any] = {"ect_trn": "1000001", "mentor_trn": "2000001"}
NO_DAY = Date(year=2026, month=2, day=30)
METHODS: dict[str, tuple[str, dict[str, Any], str, str]] = {
    "ECT funding: no TRN": ("CheckEctFunding", {}, "trn", "string.pattern"),
    "ECT funding: a URN of five digits": (
        "CheckEctFunding",
        {"trn": "1000001", "urn": "10001"},
        "urn",
        "string.pattern",
    ),
    "retention: no TRN": ("CheckRecordRetention", {}, "trn", "string.pattern"),
    "kind: a TRN of eight digits": (
        "CheckMentorKind",
        {"trn": "10000011"},
        "trn",
        "string.pattern",
    ),
    "grant: a TRN with a letter": ("CheckMentorGrant", {"trn": "100000A"}, "trn", "string.pattern"),
    "an ECT to register: no TRN": (
        "CheckEctRegistrable",
        ECT | {"trn": ""},
        "trn",
        "string.pattern",
    ),
    "an ECT to register: no school": (
        "CheckEctRegistrable",
        ECT | {"urn": ""},
        "urn",
        "string.pattern",
    ),
    "an ECT to register: no start": (
        "CheckEctRegistrable",
        ECT | {"started_on": None},
        "started_on",
        "required",
    ),
    "an ECT to register: 30 February": (
        "CheckEctRegistrable",
        ECT | {"started_on": NO_DAY},
        "started_on",
        "DATE_INVALID",
    ),
    "an ECT to register: a kind of body that there is not": (
        "CheckEctRegistrable",
        ECT | {"appropriate_body_type": 9},
        "appropriate_body_type",
        "enum.defined_only",
    ),
    "a mentor to register: no TRN": (
        "CheckMentorRegistrable",
        MENTOR | {"trn": ""},
        "trn",
        "string.pattern",
    ),
    "a mentor to register: no school": (
        "CheckMentorRegistrable",
        MENTOR | {"urn": "Ashley High"},
        "urn",
        "string.pattern",
    ),
    "a mentor to register: no start": (
        "CheckMentorRegistrable",
        MENTOR | {"started_on": None},
        "started_on",
        "required",
    ),
    "a mentor to register: a start in no year": (
        "CheckMentorRegistrable",
        MENTOR | {"started_on": Date(year=2201, month=1, day=1)},
        "started_on",
        "DATE_OUT_OF_RANGE",
    ),
    "a mentor to register: for nobody": (
        "CheckMentorRegistrable",
        MENTOR | {"ect_trn": ""},
        "ect_trn",
        "string.pattern",
    ),
    "to assign: no ECT": (
        "CheckMentorAssignable",
        PAIR | {"ect_trn": ""},
        "ect_trn",
        "string.pattern",
    ),
    "to assign: no mentor": (
        "CheckMentorAssignable",
        PAIR | {"mentor_trn": "1"},
        "mentor_trn",
        "string.pattern",
    ),
    "to assign: a URN of seven digits": (
        "CheckMentorAssignable",
        PAIR | {"urn": "1000001"},
        "urn",
        "string.pattern",
    ),
    "to assign: from 30 February": (
        "CheckMentorAssignable",
        PAIR | {"started_on": NO_DAY},
        "started_on",
        "DATE_INVALID",
    ),
    "to assign: to 30 February": (
        "CheckMentorAssignable",
        PAIR | {"finished_on": NO_DAY},
        "finished_on",
        "DATE_INVALID",
    ),
    "a contract period before there were any": (
        "CheckMentorFunding",
        {"trn": "1000001", "contract_period": 2019},
        "asking.contract_period",
        "int32.gte_lte",
    ),
    "a contract period after all": (
        "CheckRegistration",
        {"trn": "1000001", "contract_period": 2101},
        "asking.contract_period",
        "int32.gte_lte",
    ),
}


@pytest.mark.parametrize("case", METHODS)
def test_methods(talk: Talk, case: str) -> None:
    method, given, field, reason = METHODS[case]
    answer = refused(lambda: talk.ask(method, **given))
    assert answer.code.name == "INVALID_ARGUMENT"
    assert (answer.fields, answer.field_reasons) == ([field], [reason])
    assert answer.details["BadRequest"].field_violations[0].description


CHECKS = list(checks.DESCRIPTOR.services_by_name["CheckService"].methods_by_name)


@pytest.mark.parametrize("method", [name for name in CHECKS if name.startswith("Check")])
def test_every_check_refuses_a_day_that_there_is_not(talk: Talk, method: str) -> None:
    fields = getattr(checks, f"{method}Request").DESCRIPTOR.fields_by_name
    given = {name: value for name, value in {**MENTOR, **PAIR}.items() if name in fields}
    answer = refused(lambda: talk.ask(method, **given, on=NO_DAY))
    assert (answer.fields, answer.field_reasons) == (["asking.on"], ["DATE_INVALID"])


def test_every_problem_is_told_at_once(talk: Talk) -> None:
    request = supposed(TEACHER_RECORD, period(urn="1"), period(trn="2"))
    answer = refused(lambda: talk.checks.CheckMentorFunding(request))
    assert answer.fields == [
        f"{SUPPOSED}[1].mentor_at_school_period.urn",
        f"{SUPPOSED}[2].mentor_at_school_period.trn",
    ]
    assert "(and 1 more)" in answer.text


@pytest.mark.parametrize(
    "method",
    [
        "CheckService/CheckRegistration",
        "CheckService/ExplainRules",
        "RecordService/RecordTeacher",
        "grpc.health.v1.Health/Check",
    ],
)
def test_bytes_that_are_no_message(talk: Talk, method: str) -> None:
    path = f"/{method}" if method.startswith("grpc.") else f"/ect_rules.v1.{method}"
    answer = refused(lambda: talk.channel.unary_unary(path)(b"\xff\xff\xff"))
    assert (answer.code.name, answer.reason) == ("INVALID_ARGUMENT", "MALFORMED_REQUEST")
    assert answer.fields == ["request"]


def test_bytes_that_are_no_message_in_a_stream(talk: Talk) -> None:
    call = talk.channel.stream_unary("/ect_rules.v1.RecordService/ImportRecords")
    answer = refused(lambda: call(iter([b"\xff\xff\xff"])))
    assert (answer.code.name, answer.reason) == ("INVALID_ARGUMENT", "MALFORMED_REQUEST")


def test_a_revision_that_was_never_written(talk: Talk) -> None:
    for consistency in (
        decisions_pb2.Consistency(exact_revision=1),
        decisions_pb2.Consistency(at_least_revision=1),
    ):
        answer = refused(lambda c=consistency: talk.funding("1000001", consistency=c))
        assert (answer.code.name, answer.reason) == ("OUT_OF_RANGE", "REVISION_OUT_OF_RANGE")


def test_a_check_that_there_is_not(talk: Talk) -> None:
    answer = refused(lambda: talk.checks.ExplainRules(checks.ExplainRulesRequest(check="luck")))
    assert (answer.code.name, answer.fields) == ("INVALID_ARGUMENT", ["check"])


def leaving(**more: Any) -> writes.ReportLeavingRequest:
    fields = {
        "request_id": new_id(),
        "mentor_at_school_period_id": "1",
        "last_day": day("2026-02-13"),
    }
    return writes.ReportLeavingRequest(**fields | more)


def facts(*records: facts_pb2.Record) -> writes.RecordFactsRequest:
    return writes.RecordFactsRequest(request_id=new_id(), records=records)


def retracting(*names: tuple[int, str]) -> writes.RetractRecordsRequest:
    """`names`: pairs of the number of a kind and an id."""
    records = [writes.RecordName(kind=kind, id=id_) for kind, id_ in names]
    return writes.RetractRecordsRequest(request_id=new_id(), records=records)


WRITES = {
    "a request id that is no UUID": (
        writes.RecordTeacherRequest(request_id="1", teacher=TEACHER),
        ["request_id"],
    ),
    "no teacher": (writes.RecordTeacherRequest(request_id=new_id()), ["teacher"]),
    "no lead provider for provider-led training": (
        writes.RegisterEctRequest(
            request_id=new_id(),
            trn="1000001",
            urn="100001",
            started_on=day("2025-09-01"),
            training_programme=1,
        ),
        ["request"],
    ),
    "no training programme": (
        writes.RegisterEctRequest(
            request_id=new_id(), trn="1000001", urn="100001", started_on=day("2025-09-01")
        ),
        ["training_programme"],
    ),
    "a day that there is not": (
        writes.EndMentorshipRequest(
            request_id=new_id(),
            mentorship_period_id="1",
            finished_on=Date(year=2025, month=13, day=1),
        ),
        ["finished_on"],
    ),
    "nobody to leave": (
        writes.ReportLeavingRequest(request_id=new_id(), last_day=day("2026-02-13")),
        ["period"],
    ),
    "leaving: an id that is none": (
        leaving(mentor_at_school_period_id=""),
        ["mentor_at_school_period_id"],
    ),
    "leaving: no last day": (leaving(last_day=None), ["last_day"]),
    "leaving: a last day that there is not": (leaving(last_day=NO_DAY), ["last_day"]),
    "leaving: a day of the write that there is not": (leaving(on=NO_DAY), ["on"]),
    "leaving: reported by no school": (leaving(reported_by_urn="1"), ["reported_by_urn"]),
    "no facts": (facts(), ["records"]),
    "1,001 facts": (facts(*[TEACHER_RECORD] * 1001), ["records"]),
    "a fact of no kind": (facts(TEACHER_RECORD, facts_pb2.Record()), ["records[1].kind"]),
    "a fact that is wrong by itself": (
        facts(period(finished_on=day("2025-08-31"))),
        ["records[0].mentor_at_school_period.finished_on"],
    ),
    "two facts of one record": (
        facts(TEACHER_RECORD, period(), TEACHER_RECORD, period(urn="100002")),
        ["records[2]", "records[3]"],
    ),
    "nothing to retract": (retracting(), ["records"]),
    "1,001 records to retract": (retracting(*[(1, "1000001")] * 1001), ["records"]),
    "a kind that is none": (retracting((0, "1000001")), ["records[0].kind"]),
    "a kind that there is not": (retracting((1, "1000001"), (99, "1")), ["records[1].kind"]),
    "an id that is none": (retracting((5, "a b")), ["records[0].id"]),
    "a contract period of a year that is none": (retracting((9, "2019")), ["records[0]"]),
    "a record to retract twice": (retracting((5, "m"), (4, "m"), (5, "m")), ["records[2]"]),
}


@pytest.mark.parametrize("case", WRITES)
def test_writes(talk: Talk, case: str) -> None:
    request, fields = WRITES[case]
    method = getattr(talk.records, type(request).__name__.removesuffix("Request"))
    answer = refused(lambda: method(request))
    assert (answer.code.name, answer.fields) == ("INVALID_ARGUMENT", fields)
    assert talk.revision() == 0


OF_ECTS = (Talk.registration, Talk.ect_funding)
OF_MENTORS = (Talk.funding, Talk.training, Talk.retention, Talk.kind, Talk.grant)


def test_a_trn_nobody_has_told_us_of_is_an_answer(talk: Talk) -> None:
    full = {"view": decisions_pb2.VIEW_FULL}
    for ask in (*OF_ECTS, *OF_MENTORS):
        decision = ask(talk, "7654321", **full)
        assert (status(decision), codes(decision.reasons)) == ("NOT_KNOWN", ["TRN_NOT_KNOWN"])


def test_a_teacher_who_is_neither_ect_nor_mentor_is_an_answer(talk: Talk) -> None:
    talk.records.RecordTeacher(writes.RecordTeacherRequest(request_id=new_id(), teacher=TEACHER))
    full = {"view": decisions_pb2.VIEW_FULL}
    for asked, reason in ((OF_ECTS, "NOT_REGISTERED_AS_ECT"), (OF_MENTORS, "NOT_A_MENTOR")):
        for ask in asked:
            decision = ask(talk, "1000001", **full)
            assert (status(decision), codes(decision.reasons)) == ("NOT_REGISTERED", [reason])


def test_a_school_nobody_has_told_us_of_is_an_answer(talk: Talk) -> None:
    decision = talk.school("999999")
    assert (status(decision), codes(decision.reasons)) == ("CANNOT_TELL", ["CANNOT_TELL"])


def test_no_text_of_an_exception_gets_out(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    personal = "Amira Khan 3000001"

    def broken(*_: object) -> None:
        raise RuntimeError(personal)

    monkeypatch.setattr("ect_rules.servicers.answers.Answers.answer", broken)
    answer = refused(lambda: talk.funding("1000001"))
    assert (answer.code.name, answer.reason) == ("INTERNAL", "INTERNAL")
    assert personal not in answer.text + str(answer.details)
    assert answer.details["ErrorInfo"].metadata["incident"] in answer.text


def test_asking_may_be_left_out(talk: Talk) -> None:
    bare = checks.CheckMentorFundingRequest(trn="1000001")
    full = checks.CheckMentorFundingRequest(trn="1000001", asking=asking("2026-01-15"))
    assert talk.checks.CheckMentorFunding(bare) == talk.checks.CheckMentorFunding(full)
