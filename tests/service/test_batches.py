"""Many questions in one call: the answers are those of each by itself, byte for byte."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from google.rpc import code_pb2
from google.rpc import error_details_pb2 as details_pb
from google.type.date_pb2 import Date

from ect_rules.catalogue import load
from ect_rules.facts import Record, Teacher
from ect_rules.generate import population
from ect_rules.servicers import batches
from ect_rules.servicers.answers import Answers
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import decisions_pb2
from ect_rules.v1 import record_service_pb2 as writes
from ect_rules.world import World
from tests.service.batching import (
    FIELDS,
    OF_MENTORS,
    alone,
    answer,
    batch,
    every_question,
    item,
)
from tests.service.conftest import TODAY, serving, serving_store
from tests.service.talking import (
    ON_BOTH_DATABASES,
    Talk,
    asking,
    day,
    new_id,
    refused,
    supposing,
)
from tests.service.telling import COLLEAGUE, ECT, MENTOR, register_ect, register_mentor
from tests.store.keeping import of_facts
from tests.store.keeping import sent as sent_to

PEOPLE: list[Record] = list(population(200, 3))
WORLD = World(PEOPLE)
CATALOGUE = load()
UNKNOWN = "0000000"
# BATCH_PEOPLE=200 asks about everybody.
NUMBER = int(os.environ.get("BATCH_PEOPLE", "0"))


def of_every_kind() -> list[str]:
    """Somebody for each answer about a registration and about a mentor's funding and record."""
    found: dict[tuple[str, str], str] = {}
    for trn in WORLD.teachers:
        mentor = WORLD.mentor(trn)
        views = {"registration": WORLD.ect(trn, TODAY), "mentor_funding": mentor}
        for check, facts in {**views, "record_retention": mentor}.items():
            found.setdefault((check, CATALOGUE.decide(check, facts, TODAY).status), trn)
    return [*dict.fromkeys(found.values())]


WHO = [*WORLD.teachers][:NUMBER] or of_every_kind()
ASKED = every_question([*WHO, UNKNOWN], [*[*WORLD.schools][:4], "999999"])
IN_FULL: dict[str, Any] = {
    "on": "2024-09-05",
    "view": decisions_pb2.VIEW_FULL,
    "contract_period": 2023,
}


@pytest.fixture
def full(talk: Talk) -> Talk:
    """A service with people in it, for tests that write or ask on both databases."""
    talk.import_records(PEOPLE)
    return talk


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talk]:
    """The same, for tests that do not write."""
    with serving(f"sqlite:///{tmp_path_factory.mktemp('shared')}/facts.sqlite") as talk:
        talk.import_records(PEOPLE)
        yield talk


def same(talk: Talk, items: list[pb.CheckItem], **how: Any) -> pb.BatchCheckResponse:
    """The answer to a batch, once it is the same as the answers to each."""
    found = batch(talk, items, **how)
    for one, result in zip(items, found.results, strict=True):
        assert result.WhichOneof("answer") == one.WhichOneof("question"), result
        assert answer(result).SerializeToString(deterministic=True) == (
            alone(talk, one, **how).SerializeToString(deterministic=True)
        ), one
    return found


@ON_BOTH_DATABASES
def test_each_is_answered_as_by_itself(full: Talk) -> None:
    assert {str(one.WhichOneof("question")) for one in ASKED} == set(FIELDS)
    same(full, ASKED[::3], **IN_FULL)
    first = same(full, ASKED)
    assert batch(full, ASKED) == first, "asked again"
    assert {r.registration.status for r in first.results if r.HasField("registration")} > {
        pb.REGISTRATION_STATUS_COMPLETE,
        pb.REGISTRATION_STATUS_INCOMPLETE,
    }
    assert any(r.mentor_assignable.HasField("registration") for r in first.results)


def test_records_may_be_supposed(shared: Talk) -> None:
    people = [Teacher(UNKNOWN, prohibited_from_teaching=True)]
    for supposed in (supposing(people, ignore_stored=False), supposing(PEOPLE[:150])):
        found = same(shared, ASKED[::9], on="2026-01-15", hypothetical=supposed)
        assert found.basis.hypothetical


def test_an_older_revision_has_its_own_answers(told: Talk) -> None:
    questions = [item("registration", trn="1000001"), item("mentor_funding", trn="2000001")]
    before = same(told, questions)
    register_ect(told)
    after = same(told, questions)
    assert [r.registration.status for r in (before.results[0], after.results[0])] == [
        pb.REGISTRATION_STATUS_NOT_REGISTERED,
        pb.REGISTRATION_STATUS_INCOMPLETE,
    ]
    exactly = decisions_pb2.Consistency(exact_revision=before.basis.revision)
    assert batch(told, questions, consistency=exactly) == before
    assert batch(told, questions) == after


@ON_BOTH_DATABASES
def test_one_who_was_erased_spoils_no_other(told: Talk) -> None:
    ect_id = register_ect(told).ect_at_school_period_id
    register_mentor(told, ect_id)
    questions = [
        *(item(check, trn=MENTOR) for check in OF_MENTORS),
        item("mentor_funding", trn=COLLEAGUE),
        item("ect_funding", trn=ECT),
        item("registration", trn=ECT),
        item("mentor_assignable", ect_trn=ECT, mentor_trn=MENTOR),
    ]
    before = batch(told, questions)
    then = {"consistency": decisions_pb2.Consistency(exact_revision=before.basis.revision)}
    request = {"request_id": new_id(), "trn": MENTOR, "although_it_may_be_held": True}
    told.records.EraseTeacher(writes.EraseTeacherRequest(**request))
    after = batch(told, questions, **then)
    kept = 0
    for one, result, was in zip(questions, after.results, before.results, strict=True):
        if result.HasField("error"):
            error = refused(lambda one=one: alone(told, one, **then))  # type: ignore[misc]
            assert error.reason == "FACTS_ERASED"
            assert (result.error.code, result.error.message) == (9, error.text)
        else:
            assert result == was
            assert answer(result) == alone(told, one, **then)
            kept += 1
    assert kept == 2
    request_of_list = pb.ListMentorsRequest(urn="100001", asking=asking(**then))
    error = refused(lambda: told.checks.ListMentors(request_of_list))
    assert (error.code.name, error.reason) == ("FAILED_PRECONDITION", "FACTS_ERASED")
    same(told, questions)


def test_the_basis_is_that_of_all(shared: Talk) -> None:
    found = batch(shared, ASKED[:50], on="2026-02-01", contract_period=2024)
    assert (found.basis.revision, found.basis.on, found.basis.contract_period) == (
        1,
        day("2026-02-01"),
        2024,
    )
    for result in found.results:
        made: Any = answer(result)
        rests_on = getattr(made, "decision", made).basis
        assert (rests_on.revision, rests_on.on, rests_on.rule_set) == (
            found.basis.revision,
            found.basis.on,
            found.basis.rule_set,
        )


def test_names_are_sent_back_in_their_order(shared: Talk) -> None:
    names = ["b", "", "a", "", "é" * 64, "c7b1d1f0-0000-4000-8000-000000000000"]
    items = [item("mentor_funding", name, trn=UNKNOWN) for name in names]
    for _ in range(2):
        assert [r.correlation_id for r in batch(shared, items).results] == names


BAD: dict[str, tuple[pb.CheckItem, str, str]] = {
    "no question": (pb.CheckItem(correlation_id="x"), "question", "required"),
    "no TRN": (
        item("mentor_funding", trn="12"),
        "mentor_funding.trn",
        "string.pattern",
    ),
    "no URN": (item("school_eligibility", urn=""), "school_eligibility.urn", "string.pattern"),
    "a day that there is not": (
        item("ect_registrable", trn=UNKNOWN, urn="100000", started_on={"year": 2026, "month": 13}),
        "ect_registrable.started_on",
        "DATE_INVALID",
    ),
    "a name that is too long": (
        item("mentor_funding", "n" * 65, trn=UNKNOWN),
        "correlation_id",
        "string.max_len",
    ),
    "a name with NUL": (
        item("mentor_funding", "n\0", trn=UNKNOWN),
        "correlation_id",
        "string.pattern",
    ),
}


def test_a_bad_item_spoils_no_other(shared: Talk) -> None:
    good = [item(check, trn=UNKNOWN) for check in OF_MENTORS]
    items = [*good, *(bad for bad, _, _ in BAD.values()), *good]
    for _ in range(2):
        results = batch(shared, items).results
        assert [answer(r) for r in results[: len(good)]] == [alone(shared, one) for one in good]
        assert [answer(r) for r in results[-len(good) :]] == [alone(shared, one) for one in good]
        for place, (one, field, reason) in enumerate(BAD.values(), len(good)):
            error = results[place].error
            assert results[place].correlation_id == one.correlation_id
            assert error.code == code_pb2.INVALID_ARGUMENT
            assert field in error.message
            bad = details_pb.BadRequest()
            assert [d.Unpack(bad) for d in error.details] == [False, True]
            assert [(v.field, v.reason) for v in bad.field_violations] == [
                (f"items[{place}].{field}", reason)
            ]


TWICE = [item("mentor_funding", "same", trn=UNKNOWN), item("mentor_kind", "same", trn=UNKNOWN)]
REFUSED: dict[str, tuple[list[pb.CheckItem], dict[str, Any], str, list[str]]] = {
    "nothing": ([], {}, "INVALID_ARGUMENT", ["items"]),
    "1,001 items": (
        [item("mentor_funding", trn=UNKNOWN)] * 1001,
        {},
        "INVALID_ARGUMENT",
        ["items"],
    ),
    "a name twice": (
        [item("mentor_funding", trn=UNKNOWN), *TWICE],
        {},
        "INVALID_ARGUMENT",
        ["items[1].correlation_id", "items[2].correlation_id"],
    ),
    "a day that there is not": (
        TWICE[:1],
        {"on": Date(year=2026, month=2, day=30)},
        "INVALID_ARGUMENT",
        ["asking.on"],
    ),
    "a record supposed that names nobody": (
        TWICE[:1],
        {"hypothetical": supposing([next(iter(WORLD.mentorships.values()))])},
        "INVALID_ARGUMENT",
        [
            "asking.hypothetical.records[0].mentorship_period.ect_at_school_period_id",
            "asking.hypothetical.records[0].mentorship_period.mentor_at_school_period_id",
        ],
    ),
    "a revision that there is not": (
        TWICE[:1],
        {"consistency": decisions_pb2.Consistency(exact_revision=9)},
        "OUT_OF_RANGE",
        [],
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_as_a_whole(talk: Talk, case: str) -> None:
    items, how, code, fields = REFUSED[case]
    answered = refused(lambda: batch(talk, items, **how))
    assert answered.code.name == code
    assert (answered.fields if fields else []) == fields


def test_what_goes_wrong_with_one_is_told_of_that_one(
    full: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = Answers.answer_in

    def breaks(self: Answers, question: Any, *more: Any) -> Any:
        if question.check == "mentor_kind":
            raise RuntimeError("TRN 1234567")
        return sound(self, question, *more)

    monkeypatch.setattr(Answers, "answer_in", breaks)
    kinds = [item("mentor_funding", trn=UNKNOWN), item("mentor_kind", trn=UNKNOWN)]
    fine, broken = batch(full, kinds).results
    assert fine.mentor_funding.status == pb.MENTOR_FUNDING_STATUS_NOT_KNOWN
    assert broken.error.code == code_pb2.INTERNAL
    assert "1234567" not in str(broken)


def test_a_deadline_ends_the_work(full: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    sound = batches.go_on

    def counted(is_active: Any) -> None:
        asked.append(is_active())
        sound(is_active)

    monkeypatch.setattr(batches, "go_on", counted)
    request = pb.BatchCheckRequest(items=[*ASKED, *ASKED][:1000])
    answered = refused(lambda: full.checks.BatchCheck(request, timeout=0.1))
    assert answered.code.name == "DEADLINE_EXCEEDED"
    assert full.funding(UNKNOWN)
    assert asked.count(False) <= 1
    assert len(asked) < 1000


@pytest.fixture(params=["sqlite", "postgresql"])
def counting(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Talk, list[str]]]:
    """A service with people in it, and the statements that its database is sent."""
    database = f"sqlite:///{tmp_path}/facts.sqlite"
    if request.param == "postgresql":
        database = request.getfixturevalue("new_postgres")()
    with serving_store(database) as (talk, store):
        talk.import_records(PEOPLE)
        with sent_to(store) as sent:
            yield talk, sent


def test_as_many_statements_for_many_as_for_few(counting: tuple[Talk, list[str]]) -> None:
    talk, sent = counting
    # Those of whom there is everything to read come first.
    mentors = sorted(
        {p.trn for p in WORLD.mentor_periods.values()},
        key=lambda trn: not WORLD.mentor(trn).declarations,
    )
    named = {m.ect_at_school_period_id for m in WORLD.mentorships.values()}
    ects = [p.trn for p in WORLD.ect_periods.values() if p.id in named]
    urn = next(iter(WORLD.mentor_periods.values())).urn
    who = list(zip(ects * 9, mentors * 9, strict=False))[:90]

    def every_kind(place: int) -> list[pb.CheckItem]:
        ect, mentor = who[place]
        start = {"urn": urn, "started_on": day("2026-01-05")}
        return [
            item("school_eligibility", urn=urn),
            item("registration", trn=ect),
            item("ect_funding", trn=ect),
            item("ect_registrable", trn=ect, **start),
            item("mentor_registrable", trn=mentor, ect_trn=ect, **start),
            item("mentor_assignable", ect_trn=ect, mentor_trn=mentor),
            *(item(check, trn=mentor) for check in OF_MENTORS),
        ]

    costs = {}
    for year, number in enumerate((1, 9, 90), 2024):
        items = [one for place in range(number) for one in every_kind(place)]
        sent.clear()
        batch(talk, items, contract_period=year)  # so that no answer is kept
        costs[len(items)] = len(of_facts(sent))
    # A statement is left out where nobody asked about has what it would read.
    assert 30 < max(costs.values()) <= 80, costs
    registrations = [item("registration", trn=trn) for trn, _ in who]
    for some in (registrations[:1], registrations[:10], (registrations * 12)[:1000]):
        sent.clear()
        batch(talk, some, on="2026-02-01", view=decisions_pb2.VIEW_FULL)
        assert len(of_facts(sent)) == 4
