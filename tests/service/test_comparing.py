"""CompareDates: exactly those whose answers differ, and a stream that can be gone on with."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import grpc
import pytest

from ect_rules.v1 import check_service_pb2 as checks
from ect_rules.v1 import comparison_service_pb2 as pb
from ect_rules.v1 import comparison_service_pb2_grpc, decisions_pb2
from ect_rules.v1 import record_service_pb2 as writes
from tests.service.batching import OF_MENTORS, alone, item
from tests.service.talking import ON_BOTH_DATABASES, Talk, day, new_id, refused, status
from tests.service.telling import ECT, MENTOR, register_ect, register_mentor

BEFORE, AFTER = "2025-09-01", "2026-03-01"
Answer = tuple[str, list[int], list[int]]


def compare(talk: Talk, before: str = BEFORE, after: str = AFTER, **more: Any) -> list[Any]:
    stub = comparison_service_pb2_grpc.ComparisonServiceStub(talk.channel)
    request = pb.CompareDatesRequest(before=day(before), after=day(after), **more)
    return list(stub.CompareDates(request))


def listed(responses: list[Any]) -> dict[tuple[str, str, str], tuple[Answer, Answer]]:
    found = [each for response in responses for each in response.differing]
    made = {
        (d.check, d.subject.trn, d.subject.urn): (compared(d.before), compared(d.after))
        for d in found
    }
    assert len(made) == len(found), "everybody comes once"
    return made


def compared(answer: pb.ComparedAnswer) -> Answer:
    return answer.status, [*answer.reasons], [*answer.warnings]


def asked(talk: Talk, one: checks.CheckItem, on: str) -> Answer:
    decision: Any = alone(talk, one, on=on)
    codes = [[r.code for r in said] for said in (decision.reasons, decision.warnings)]
    return status(decision), codes[0], codes[1]


def everybody(talk: Talk) -> list[tuple[str, str, str]]:
    """Whom each check is about, as the example's records say."""
    stream = talk.records.ExportRecords(writes.ExportRecordsRequest())
    records = [record for response in stream for record in response.batch.records]
    found = set()
    for record in records:
        kind = record.WhichOneof("kind")
        if kind == "ect_at_school_period":
            period = record.ect_at_school_period
            found |= {(c, period.trn, period.urn) for c in ("registration", "ect_funding")}
        elif kind == "mentor_at_school_period":
            found |= {(check, record.mentor_at_school_period.trn, "") for check in OF_MENTORS}
        elif kind == "school":
            found.add(("school_eligibility", "", record.school.urn))
    return sorted(found)


@ON_BOTH_DATABASES
def test_exactly_those_are_listed_whose_answers_differ(example: Talk) -> None:
    responses = compare(example)
    expected = {}
    for check, trn, urn in everybody(example):
        one = item(check, **{name: v for name, v in (("trn", trn), ("urn", urn)) if v})
        before, after = (asked(example, one, on) for on in (BEFORE, AFTER))
        if before != after:
            expected[check, trn, urn] = (before, after)
    assert len(expected) > 20
    assert listed(responses) == expected
    counted_as_listed(responses, Counter(check for check, *_ in everybody(example)))


def counted_as_listed(responses: list[Any], everybody: Counter[str]) -> None:
    found = listed(responses)
    for of_check in responses[-1].summary.checks:
        own = [pair for (check, *_), pair in found.items() if check == of_check.check]
        assert of_check.compared == everybody[of_check.check]
        assert of_check.differing == len(own)
        moves = Counter((before[0], after[0]) for before, after in own)
        assert Counter({(s.before, s.after): s.count for s in of_check.statuses}) == moves
        came = Counter(c for b, a in own for c in {*a[1], *a[2]} - {*b[1], *b[2]})
        went = Counter(c for b, a in own for c in {*b[1], *b[2]} - {*a[1], *a[2]})
        assert Counter({r.code: r.came for r in of_check.reasons if r.came}) == came
        assert Counter({r.code: r.went for r in of_check.reasons if r.went}) == went
    assert sum(c.compared for c in responses[-1].summary.checks) == everybody.total()


def test_a_day_does_not_differ_from_itself(example: Talk) -> None:
    responses = compare(example, AFTER, AFTER)
    assert listed(responses) == {}
    assert not any(check.differing for check in responses[-1].summary.checks)


def test_it_says_how_far_it_is(example: Talk) -> None:
    responses = compare(example)
    seen = [response.seen for response in responses]
    assert seen == sorted(seen)
    assert {response.total for response in responses} == {seen[-1]}
    assert [response.HasField("summary") for response in responses] == [False] * 3 + [True]
    summary = responses[-1].summary
    info = example.checks.GetServerInfo(checks.GetServerInfoRequest())
    assert (summary.rule_set, summary.revision) == (info.rule_set, info.revision)


def test_after_a_cut_it_goes_on_and_comes_to_the_same(example: Talk) -> None:
    whole = compare(example)
    for place, response in enumerate(whole):
        rest = compare(example, cursor=response.cursor)
        assert [r.differing for r in rest if r.differing] == [
            r.differing for r in whole[place + 1 :] if r.differing
        ]
        assert rest[-1] == whole[-1]


def test_only_the_checks_that_are_wanted(example: Talk) -> None:
    responses = compare(example, checks=["school_eligibility", "mentor_funding"])
    names = ["mentor_funding", "school_eligibility"]
    assert [check.check for check in responses[-1].summary.checks] == names
    assert {check for check, *_ in listed(responses)} <= {*names}


def test_an_empty_store_has_nobody(talk: Talk) -> None:
    (only,) = compare(talk)
    assert (only.seen, only.total, only.HasField("summary")) == (0, 0, True)


def test_the_facts_of_a_past_revision(told: Talk) -> None:
    ect = register_ect(told)
    register_mentor(told, ect.ect_at_school_period_id)
    then = {"consistency": decisions_pb2.Consistency(exact_revision=ect.revision)}
    past = compare(told, "2026-01-01", "2026-02-01", checks=["registration"], **then)
    now = compare(told, "2026-01-01", "2026-02-01", checks=["registration"])
    assert [codes_after(past), codes_after(now)] == [[], ["COMPLETE"]]
    assert past[-1].summary.revision == ect.revision


def codes_after(responses: list[Any]) -> list[str]:
    return [after[0] for _, after in listed(responses).values()]


@ON_BOTH_DATABASES
def test_somebody_erased_is_not_passed_over(told: Talk) -> None:
    ect = register_ect(told)
    register_mentor(told, ect.ect_at_school_period_id)
    revision = told.revision()
    begun = compare(told)[0].cursor
    told.records.EraseTeacher(
        writes.EraseTeacherRequest(request_id=new_id(), trn=ECT, although_it_may_be_held=True)
    )
    then = decisions_pb2.Consistency(exact_revision=revision)
    for more in ({"consistency": then}, {"cursor": begun}):
        said = refused(lambda more=more: compare(told, **more))  # type: ignore[misc]
        assert (said.code, said.reason) == (grpc.StatusCode.FAILED_PRECONDITION, "FACTS_ERASED")
    assert {trn for _, trn, _ in listed(compare(told))} <= {MENTOR, ""}


def cursor(talk: Talk, **more: Any) -> str:
    return str(compare(talk, **more)[0].cursor)


MISTAKES: dict[str, tuple[Callable[[Talk], dict[str, Any]], str]] = {
    "a check that there is not": (lambda _: {"checks": ["nonsense"]}, "checks[0]"),
    "a check about what is meant": (lambda _: {"checks": ["ect_registrable"]}, "checks[0]"),
    "a check twice": (lambda _: {"checks": ["registration"] * 2}, "checks"),
    "no cursor": (lambda _: {"cursor": "nonsense"}, "cursor"),
    "the cursor of other days": (lambda t: {"cursor": cursor(t, after="2026-04-01")}, "cursor"),
    "the cursor of other checks": (
        lambda t: {"cursor": cursor(t, checks=["registration"])},
        "cursor",
    ),
    "a cursor cut": (lambda t: {"cursor": cursor(t)[:-4]}, "cursor"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_what_cannot_be_read_is_the_callers_mistake(example: Talk, mistake: str) -> None:
    more, field = MISTAKES[mistake]
    given = more(example)
    said = refused(lambda: compare(example, **given))
    assert (said.code, said.fields) == (grpc.StatusCode.INVALID_ARGUMENT, [field])


@pytest.mark.parametrize("missing", ["before", "after"])
def test_both_days_are_needed(example: Talk, missing: str) -> None:
    request = pb.CompareDatesRequest(before=day(BEFORE), after=day(AFTER))
    request.ClearField(missing)  # type: ignore[arg-type]
    stub = comparison_service_pb2_grpc.ComparisonServiceStub(example.channel)
    said = refused(lambda: list(stub.CompareDates(request)))
    assert (said.code, said.fields) == (grpc.StatusCode.INVALID_ARGUMENT, [missing])


def test_a_revision_that_is_not_there(example: Talk) -> None:
    later = decisions_pb2.Consistency(exact_revision=99)
    said = refused(lambda: compare(example, consistency=later))
    assert said.code is grpc.StatusCode.OUT_OF_RANGE
