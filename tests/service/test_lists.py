"""Lists of the people at a school, and its summary, over a real socket."""

import base64
import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from ect_rules.facts import (
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    Teacher,
)
from ect_rules.generate import population
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import decisions_pb2
from ect_rules.world import World
from tests.service.conftest import TODAY, serving, serving_store
from tests.service.talking import ON_BOTH_DATABASES, Talk, asking, codes, refused, status, supposing
from tests.service.telling import register_ect, register_mentor
from tests.store.keeping import of_facts
from tests.store.keeping import sent as sent_to

PEOPLE: list[Record] = list(population(220, 11))
WORLD = World(PEOPLE)


def size_of(urn: str) -> int:
    periods = [*WORLD.ect_periods.values(), *WORLD.mentor_periods.values()]
    return sum(1 for p in periods if p.urn == urn)


def has_left(trn: str, urn: str) -> bool:
    periods = [p for p in WORLD.mentor_periods.values() if (p.trn, p.urn) == (trn, urn)]
    return all(p.finished_on is not None and p.finished_on < TODAY for p in periods)


LARGE = max({p.urn for p in WORLD.mentor_periods.values() if has_left(p.trn, p.urn)}, key=size_of)
SMALL = min(WORLD.schools, key=size_of)
ECTS = sorted({p.trn for p in WORLD.ect_periods.values() if p.urn == LARGE})
MENTORS = sorted({p.trn for p in WORLD.mentor_periods.values() if p.urn == LARGE})


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


def registrations(talk: Talk, urn: str = LARGE, **fields: Any) -> pb.ListRegistrationsResponse:
    return talk.checks.ListRegistrations(pb.ListRegistrationsRequest(urn=urn, **fields))


def mentors(talk: Talk, urn: str = LARGE, **fields: Any) -> pb.ListMentorsResponse:
    return talk.checks.ListMentors(pb.ListMentorsRequest(urn=urn, **fields))


def summary(talk: Talk, urn: str = LARGE, **how: Any) -> pb.SummariseSchoolResponse:
    request = pb.SummariseSchoolRequest(urn=urn, asking=asking(**how))
    return talk.checks.SummariseSchool(request)


def pages(ask: Callable[..., Any], talk: Talk, size: int, **fields: Any) -> Iterator[Any]:
    token = ""
    while True:
        page = ask(talk, page_size=size, page_token=token, **fields)
        yield page
        token = page.next_page_token
        if not token:
            return


@ON_BOTH_DATABASES
def test_everybody_is_listed_as_answered_by_themselves(full: Talk) -> None:
    how = asking("2026-01-15", contract_period=2025)
    listed = registrations(full, asking=how, list_possible_mentors=True)
    assert [each.trn for each in listed.registrations] == ECTS
    assert (listed.total_size, listed.next_page_token) == (len(ECTS), "")
    for each in listed.registrations:
        by_itself = {"urn": LARGE, "contract_period": 2025, "list_possible_mentors": True}
        assert each.decision == full.registration(each.trn, "2026-01-15", **by_itself)
        period = WORLD.ect_periods[each.decision.ect_at_school_period_id]
        assert (each.started_on.year, each.HasField("finished_on")) == (
            period.started_on.year,
            period.finished_on is not None,
        )
    there = mentors(full, asking=how, include_left=True)
    assert [each.trn for each in there.mentors] == MENTORS
    for mentor in there.mentors:
        trn, on = mentor.trn, "2026-01-15"
        assert mentor.funding == full.funding(trn, on, contract_period=2025)
        assert mentor.training == full.training(trn, on, contract_period=2025)
        assert mentor.retention == full.retention(trn, on, contract_period=2025)
        kind = full.kind(trn, on)
        assert mentor.without_ect == (status(kind) == "NOT_MENTORING")
    some = {m.without_ect for m in there.mentors}
    assert some == {True, False}


def test_those_who_have_left_are_listed_where_asked_for(shared: Talk) -> None:
    here = {m.trn for m in mentors(shared).mentors}
    left = {m.trn: m for m in mentors(shared, include_left=True).mentors if m.trn not in here}
    assert left
    assert {*left} == {trn for trn in MENTORS if has_left(trn, LARGE)}


def test_filters_leave_what_they_name(shared: Talk) -> None:
    everybody = registrations(shared).registrations
    for wanted in {each.decision.status for each in everybody}:
        found = registrations(shared, statuses=[wanted])
        assert list(found.registrations) == [e for e in everybody if e.decision.status == wanted]
        assert found.total_size == len(found.registrations)
    assigned = decisions_pb2.REASON_CODE_MENTOR_ASSIGNED
    found = registrations(shared, reason_codes=[assigned])
    assert [e.trn for e in found.registrations] == [
        e.trn for e in everybody if "MENTOR_ASSIGNED" in codes(e.decision.reasons)
    ]
    there = mentors(shared, include_left=True).mentors
    filters: list[tuple[str, Callable[[Any], Any]]] = [
        ("funding_statuses", lambda m: m.funding.status),
        ("training_statuses", lambda m: m.training.status),
        ("retention_statuses", lambda m: m.retention.status),
    ]
    for field, of in filters:
        for wanted in {of(m) for m in there}:
            listed = mentors(shared, include_left=True, **{field: [wanted]}).mentors
            assert list(listed) == [m for m in there if of(m) == wanted]
    alone = mentors(shared, include_left=True, without_ect=True).mentors
    assert list(alone) == [m for m in there if m.without_ect]
    for reason in (decisions_pb2.REASON_CODE_NEVER_ASSIGNED, decisions_pb2.REASON_CODE_CURRENT_ECT):
        name = decisions_pb2.ReasonCode.Name(reason).removeprefix("REASON_CODE_")
        listed = mentors(shared, include_left=True, reason_codes=[reason]).mentors
        assert list(listed) == [m for m in there if name in codes(m.retention.reasons)]


ORDERS: dict[str, Callable[[Any], Any]] = {
    "started_on": lambda e: (e.started_on.year, e.started_on.month, e.started_on.day),
    "trn": lambda e: e.trn,
}


def test_orders(shared: Talk) -> None:
    of_ects = {**ORDERS, "status": lambda e: e.decision.status}
    of_mentors = {
        **ORDERS,
        "funding": lambda m: m.funding.status,
        "training": lambda m: m.training.status,
        "retention": lambda m: m.retention.status,
    }
    for ask, name, orders in (
        (registrations, "registrations", of_ects),
        (mentors, "mentors", of_mentors),
    ):
        by_trn = list(getattr(ask(shared), name))
        for order, key in orders.items():
            assert list(getattr(ask(shared, order_by=order), name)) == sorted(by_trn, key=key)
            other = list(getattr(ask(shared, order_by=f"{order} desc"), name))
            assert other == sorted(by_trn, key=key, reverse=True)


def upset() -> Iterator[Record]:
    """Every teacher, period and mentorship at the school, other than it was."""
    here = {p.id for p in WORLD.ect_periods.values() if p.urn == LARGE}
    for found in PEOPLE:
        match found:
            case Teacher() if found.trn in {*ECTS, *MENTORS}:
                yield evolve(found, prohibited_from_teaching=not found.prohibited_from_teaching)
            case MentorshipPeriod() if found.ect_at_school_period_id in here:
                yield evolve(found, finished_on=found.started_on)
            case EctAtSchoolPeriod() | MentorAtSchoolPeriod() if found.urn == LARGE:
                yield evolve(found, started_on=found.started_on - timedelta(1))


@ON_BOTH_DATABASES
def test_pages_are_of_the_first_page_while_every_row_is_written(full: Talk) -> None:
    whole, there = registrations(full, order_by="status"), mentors(full, include_left=True)
    before = mentors(full, include_left=True, page_size=1)
    met = list(before.mentors)
    found: list[Any] = []
    for page in pages(registrations, full, 2, order_by="status"):
        if not found:
            full.import_records(upset())
        found.extend(page.registrations)
        assert (page.basis, page.total_size) == (whole.basis, whole.total_size)
    assert found == list(whole.registrations)
    while before.next_page_token:
        token = before.next_page_token
        before = mentors(full, include_left=True, page_size=3, page_token=token)
        met.extend(before.mentors)
    assert met == list(there.mentors)
    now = registrations(full, order_by="status")
    assert [e.decision.status for e in now.registrations] != [e.decision.status for e in found]


def test_sizes_of_pages(shared: Talk) -> None:
    assert len(ECTS) > 3
    sizes = {1: 1, 3: 3, 0: len(ECTS), 1_000: len(ECTS), 2**31 - 1: len(ECTS)}
    for asked, got in sizes.items():
        assert len(registrations(shared, page_size=asked).registrations) == got
    exact = registrations(shared, page_size=len(ECTS))
    assert exact.next_page_token == ""


def test_a_token_is_of_its_list_only(shared: Talk, tmp_path: Path) -> None:
    token = registrations(shared, page_size=1).next_page_token
    for fields in (
        {"urn": SMALL},
        {"statuses": [1]},
        {"order_by": "status"},
        {"asking": asking("2026-01-15")},
        {"list_possible_mentors": True},
    ):
        answer = refused(lambda f=fields: registrations(shared, page_token=token, **f))  # type: ignore[misc]
        assert answer.code.name == "INVALID_ARGUMENT"
        assert (answer.fields, answer.field_reasons) == (["page_token"], ["PAGE_TOKEN_INVALID"])
    assert refused(lambda: mentors(shared, page_token=token)).fields == ["page_token"]
    assert registrations(shared, page_token=token, page_size=7).registrations


def test_a_token_of_another_server(shared: Talk, tmp_path: Path) -> None:
    with serving(f"sqlite:///{tmp_path}/other.sqlite") as other:
        token = registrations(shared, page_size=1).next_page_token
        assert refused(lambda: registrations(other, page_token=token)).fields == ["page_token"]
        other.import_records(PEOPLE)
        assert refused(lambda: registrations(other, page_token=token)).fields == ["page_token"]


def made_up(*values: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode()


@pytest.mark.parametrize(
    "token",
    [
        "x",
        "é",
        "AAAA",
        made_up(),
        made_up(1, "2026-01-15", "digest", -1, 3),
        made_up(1, "2026-02-30", "digest", 1, 3),
        made_up(1, "2026-01-15", "digest", 1, 3),
        made_up(1, "2026-01-15", ["digest"], True, 3),
        made_up(2**70, "2026-01-15", "digest", 1, 3),
        base64.urlsafe_b64encode(b"[" * 700).decode(),
    ],
)
def test_a_token_that_no_server_made(shared: Talk, token: str) -> None:
    answer = refused(lambda: registrations(shared, page_token=token))
    assert (answer.code.name, answer.fields) == ("INVALID_ARGUMENT", ["page_token"])


BAD: dict[str, tuple[Callable[..., Any], dict[str, Any], list[str]]] = {
    "no school": (registrations, {"urn": ""}, ["urn"]),
    "a page of fewer than none": (registrations, {"page_size": -1}, ["page_size"]),
    "an order that there is not": (mentors, {"order_by": "status"}, ["order_by"]),
    "an unspecified status": (mentors, {"funding_statuses": [0]}, ["funding_statuses[0]"]),
    "a reason that there is not": (registrations, {"reason_codes": [9999]}, ["reason_codes[0]"]),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_requests(talk: Talk, case: str) -> None:
    ask, fields, named = BAD[case]
    answer = refused(lambda: ask(talk, **fields))
    assert (answer.code.name, answer.fields) == ("INVALID_ARGUMENT", named)


def test_a_school_that_nobody_knows(talk: Talk) -> None:
    assert registrations(talk, "999999").total_size == 0
    assert mentors(talk, "999999").total_size == 0
    told = summary(talk, "999999")
    assert status(told.eligibility) == "CANNOT_TELL"
    assert [*told.registrations, *told.funding, *told.next_actions] == []


def test_people_may_be_supposed(shared: Talk) -> None:
    newcomer = [EctAtSchoolPeriod("new", MENTORS[0], LARGE, TODAY)]
    supposed = asking(hypothetical=supposing(newcomer, ignore_stored=False))
    listed = registrations(shared, asking=supposed)
    assert listed.basis.hypothetical
    assert [e.trn for e in listed.registrations] == sorted({*ECTS, MENTORS[0]})
    alone = asking(hypothetical=supposing(PEOPLE[:300]))
    assert registrations(shared, asking=alone, page_size=1).basis.revision == 0


def counts(found: Any) -> dict[int, int]:
    return {each.status: each.count for each in found}


@ON_BOTH_DATABASES
def test_a_summary_is_of_what_the_lists_say(full: Talk) -> None:
    for urn in (LARGE, SMALL):
        told = summary(full, urn, on="2026-01-15")
        ects = registrations(full, urn, asking=asking("2026-01-15")).registrations
        there = mentors(full, urn, asking=asking("2026-01-15")).mentors
        assert told.eligibility == full.school(urn, "2026-01-15")
        assert counts(told.registrations) == Counter(e.decision.status for e in ects)
        assert counts(told.funding) == Counter(m.funding.status for m in there)
        assert counts(told.training) == Counter(m.training.status for m in there)
        assert counts(told.retention) == Counter(m.retention.status for m in there)
        incomplete = pb.REGISTRATION_STATUS_INCOMPLETE
        assert list(told.ects_without_mentor) == [
            e for e in ects if e.decision.status == incomplete
        ]
        assert list(told.mentors_without_ect) == [m for m in there if m.without_ect]
        assert list(told.possible_mentor_trns) == sorted(
            {p.trn for p in WORLD.mentor_periods.values() if p.urn == urn and p.finished_on is None}
        )
        named = Counter(
            code
            for e in ects
            if e.decision.status != pb.REGISTRATION_STATUS_LEFT
            for code in {a.code for a in e.decision.next_actions}
        )
        for m in there:
            said = (*m.funding.next_actions, *m.training.next_actions, *m.retention.next_actions)
            named.update({a.code for a in said})
        assert {a.action.code: a.count for a in told.next_actions} == named
        assert [a.count for a in told.next_actions] == sorted(named.values(), reverse=True)


def test_a_summary_changes_with_an_assignment(told: Talk) -> None:
    ect_id = register_ect(told).ect_at_school_period_id
    before = summary(told, "100001")
    assert [e.trn for e in before.ects_without_mentor] == ["1000001"]
    assert not before.mentors_without_ect
    register_mentor(told, ect_id)
    after = summary(told, "100001")
    assert not after.ects_without_mentor
    assert counts(after.registrations) == {pb.REGISTRATION_STATUS_COMPLETE: 1}
    assert list(after.possible_mentor_trns) == ["2000001"]
    then = decisions_pb2.Consistency(exact_revision=before.basis.revision)
    assert summary(told, "100001", consistency=then) == before


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_as_many_statements_for_a_large_school_as_for_a_small_one(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    database = f"sqlite:///{tmp_path}/facts.sqlite"
    if kind == "postgresql":
        database = request.getfixturevalue("new_postgres")()
    with serving_store(database) as (talk, store):
        talk.import_records(PEOPLE)
        for ask, most in ((registrations, 13), (mentors, 19), (summary, 31)):
            for urn in (SMALL, LARGE):
                with sent_to(store) as sent:
                    ask(talk, urn)
                assert 4 <= len(of_facts(sent)) <= most - 2, (ask, urn)
