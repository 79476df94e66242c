"""ReplayDecision: an answer again, the same to the byte, or why not."""

from datetime import date
from itertools import cycle
from typing import Any

import grpc
import pytest
from attrs import evolve

from ect_rules.catalogue import load
from ect_rules.facts import (
    EctAtSchoolPeriod,
    GiasStatus,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
)
from ect_rules.generate import population
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import decisions_pb2
from ect_rules.v1 import record_service_pb2 as writes
from ect_rules.version import VERSION
from ect_rules.wire.tokens import Token, token
from tests.service.batching import alone, answer, batch, every_question, item
from tests.service.talking import (
    ON_BOTH_DATABASES,
    Refused,
    Talk,
    codes,
    new_id,
    refused,
    status,
    supposing,
)
from tests.service.telling import ECT, SCHOOL, SCHOOLS, record, register_ect, retract

WHOLE = decisions_pb2.VIEW_FULL
START = date(2025, 9, 1)
HERE = load().fingerprint


def told_of(answer: Any) -> decisions_pb2.Basis:
    found: decisions_pb2.Basis = getattr(answer, "decision", answer).basis
    return found


def replay(talk: Talk, text: str) -> Any:
    response = talk.checks.ReplayDecision(pb.ReplayDecisionRequest(replay_token=text))
    return getattr(response, response.WhichOneof("answer"))


def replay_refused(talk: Talk, text: str) -> Refused:
    return refused(lambda: replay(talk, text))


def questions(records: list[Record]) -> list[pb.CheckItem]:
    trns = [r.trn for r in records if isinstance(r, Teacher)]
    urns = sorted({r.urn for r in records if isinstance(r, EctAtSchoolPeriod)})
    mentors = {r.trn for r in records if isinstance(r, MentorAtSchoolPeriod)}
    ects = {r.trn for r in records if isinstance(r, EctAtSchoolPeriod)}
    pairs = [(e, m) for e in sorted(ects) for m in sorted(mentors)][:20]
    return every_question(trns, urns) + [
        item("mentor_assignable", ect_trn=ect, mentor_trn=mentor) for ect, mentor in pairs
    ]


@ON_BOTH_DATABASES
def test_every_answer_comes_back_to_the_byte_whatever_is_written_later(talk: Talk) -> None:
    people = list(population(12, 1))
    talk.import_records(people)
    ways = cycle(WAYS)
    asked = [(one, next(ways)) for one in questions(people)]
    given = [alone(talk, one, **how) for one, how in asked]
    write_much(talk, people)
    now = [alone(talk, one, **how) for one, how in asked]
    changed = [a for a, b in zip(given, now, strict=True) if status_of(a) != status_of(b)]
    assert len(changed) > len(asked) / 5, "the writes change what they are to change"
    assert len({type(a) for a in given}) == len(load().checks)
    for before in given:
        again = replay(talk, told_of(before).replay_token)
        assert again.SerializeToString() == before.SerializeToString()


WAYS: list[dict[str, Any]] = [
    {},
    {"on": "2025-10-01", "view": WHOLE},
    {"on": "2026-09-01", "contract_period": 2024},
]


def write_much(talk: Talk, people: list[Record]) -> None:
    """A write for each record of some kinds: nobody is taught any more, and no school is open."""
    for known in people:
        match known:
            case Teacher():
                record(talk, evolve(known, prohibited_from_teaching=True))
            case School():
                record(talk, evolve(known, gias_status=GiasStatus.CLOSED))
            case MentorshipPeriod():
                retract(talk, ("mentorship_period", known.id))


def status_of(answer: Any) -> str:
    return status(getattr(answer, "decision", answer))


def test_one_of_many_has_the_token_that_it_has_alone(example: Talk) -> None:
    asked = every_question(["3000001", "3000030"], ["100001"])
    for how in ({}, {"view": WHOLE}, {"contract_period": 2023}):
        for one, result in zip(asked, batch(example, asked, **how).results, strict=True):
            text = told_of(answer(result)).replay_token
            assert text == told_of(alone(example, one, **how)).replay_token
            assert replay(example, text) == answer(result)


def test_what_would_be_answered_and_a_timeline_have_no_tokens(example: Talk) -> None:
    both = example.ask(
        "CheckMentorAssignable", "2026-01-15", ect_trn="3000002", mentor_trn="3000031"
    )
    assert status(both.decision) == "ASSIGNABLE"
    assert both.decision.basis.replay_token
    assert replay(example, both.decision.basis.replay_token).registration == both.registration
    assert not both.registration.basis.replay_token
    asked = pb.GetTimelineRequest(mentor_funding=pb.MentorSubject(trn="3000035"))
    stretches = example.checks.GetTimeline(asked).stretches
    assert not any(s.mentor_funding.basis.replay_token for s in stretches)


@pytest.mark.parametrize("ignore_stored", [False, True])
def test_an_answer_on_records_supposed_comes_back(told: Talk, ignore_stored: bool) -> None:
    supposed: list[Record] = [Teacher(ECT), EctAtSchoolPeriod("supposed", ECT, SCHOOL, START)]
    if ignore_stored:
        supposed += SCHOOLS
    given = told.registration(ECT, hypothetical=supposing(supposed, ignore_stored))
    assert (status(given), given.basis.hypothetical) == ("INCOMPLETE", True)
    record(told, Teacher(ECT, prohibited_from_teaching=True))
    assert replay(told, given.basis.replay_token) == given


def test_where_too_much_is_supposed_there_is_no_token(told: Talk) -> None:
    supposed = supposing([Teacher(f"{n:07}") for n in range(100)])
    assert told.registration(ECT, hypothetical=supposed).basis.replay_token == ""


def test_today_is_the_day_on_which_it_was_asked(told: Talk) -> None:
    basis = told.registration(ECT).basis
    asking = Token.read(basis.replay_token).asked.asking
    assert (asking.on, asking.consistency.exact_revision) == (basis.on, basis.revision)


@ON_BOTH_DATABASES
def test_an_answer_about_somebody_erased_does_not_come_back(told: Talk) -> None:
    register_ect(told)
    text = told.registration(ECT).basis.replay_token
    told.records.EraseTeacher(
        writes.EraseTeacherRequest(request_id=new_id(), trn=ECT, although_it_may_be_held=True)
    )
    said = replay_refused(told, text)
    assert (said.code, said.reason) == (grpc.StatusCode.FAILED_PRECONDITION, "FACTS_ERASED")


def forged(text: str, **other: Any) -> str:
    """The same token but for its rule set, its release, its answer, its question or its revision."""
    read = Token.read(text)
    (only,) = read.asked.items
    check = str(only.WhichOneof("question"))
    asked = other.get("asked", getattr(only, check))
    return token(
        other.get("rule_set", read.rule_set),
        other.get("release", read.release),
        other.get("answer", b"another"),
        check,
        asked,
        decisions_pb2.Asking(),
        other.get("revision", read.asked.asking.consistency.exact_revision),
        date(2026, 1, 15),
    )


def test_an_answer_by_other_rules_names_both(told: Talk) -> None:
    text = forged(told.registration(ECT).basis.replay_token, rule_set="f" * 16, release="0.0.9")
    said = replay_refused(told, text)
    assert (said.code, said.reason) == (grpc.StatusCode.FAILED_PRECONDITION, "RULE_SET_CHANGED")
    assert f"rule set {'f' * 16} of release 0.0.9" in said.text
    assert f"rule set {HERE} of release {VERSION}" in said.text


def test_an_answer_that_another_release_puts_otherwise_says_so(told: Talk) -> None:
    text = forged(told.registration(ECT).basis.replay_token, release="0.0.9")
    said = replay_refused(told, text)
    assert (said.code, said.reason) == (grpc.StatusCode.FAILED_PRECONDITION, "RELEASE_CHANGED")
    assert "0.0.9" in said.text


def test_an_answer_of_another_release_that_is_the_same_comes_back(told: Talk) -> None:
    given = told.registration(ECT)
    alike = type(given)()
    alike.CopyFrom(given)
    alike.basis.ClearField("replay_token")
    text = forged(given.basis.replay_token, release="0.0.9", answer=alike.SerializeToString())
    assert replay(told, text) == given


def test_an_answer_that_is_another_is_logged_and_refused(
    told: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    text = forged(told.registration(ECT).basis.replay_token)
    said = replay_refused(told, text)
    assert (said.code, said.reason) == (grpc.StatusCode.DATA_LOSS, "REPLAY_DIFFERS")
    (logged,) = [r for r in caplog.records if r.name.startswith("ect_rules")]
    assert logged.levelname == "ERROR"
    assert ECT not in logged.getMessage() + said.text


def test_an_answer_of_a_revision_that_is_not_here_says_so(told: Talk) -> None:
    said = replay_refused(told, forged(told.registration(ECT).basis.replay_token, revision=99))
    assert (said.code, said.reason) == (grpc.StatusCode.OUT_OF_RANGE, "REVISION_OUT_OF_RANGE")


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda text: text[:-1],
        lambda text: text[:40],
        lambda text: text[:30] + ("A" if text[30] != "A" else "B") + text[31:],
        lambda text: f"Z{text[1:]}",
        lambda text: "not a token",
        lambda text: "A" * 4_000,
        lambda text: forged(text, asked=pb.RegistrationQuestion(trn="12")),
    ],
)
def test_what_is_no_token_is_the_callers_mistake(told: Talk, spoilt: Any) -> None:
    said = replay_refused(told, spoilt(told.registration(ECT).basis.replay_token))
    assert said.code is grpc.StatusCode.INVALID_ARGUMENT
    assert (said.fields, said.field_reasons) == (["replay_token"], ["REPLAY_TOKEN_INVALID"])


@pytest.mark.parametrize("text", ["", "A" * 4_001])
def test_a_token_has_a_length(talk: Talk, text: str) -> None:
    said = replay_refused(talk, text)
    assert (said.code, said.fields) == (grpc.StatusCode.INVALID_ARGUMENT, ["replay_token"])


def test_a_no_comes_back_as_a_no(talk: Talk) -> None:
    given = talk.registration("9999999")
    assert codes(given.reasons) == codes(replay(talk, given.basis.replay_token).reasons)
    assert status(given) == "NOT_KNOWN"
