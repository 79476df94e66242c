"""Looking up subjects by their answers, over a real socket: the same as asking about each."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import grpc
import pytest
from attrs import evolve
from google.protobuf.message import Message

from ect_rules import tabular
from ect_rules.catalogue import load
from ect_rules.client import IncompleteError, Patience, lookup
from ect_rules.facts import InductionStatus, Record, School, Teacher
from ect_rules.generate import population
from ect_rules.servicers import lookups, subjects
from ect_rules.servicers.answers import Answers
from ect_rules.servicers.limits import MAX_STREAMS_AT_ONCE
from ect_rules.servicers.lookup_service import LookupService
from ect_rules.servicers.subjects import CHECKS
from ect_rules.store.store import Store
from ect_rules.v1 import decisions_pb2, lookup_service_pb2_grpc
from ect_rules.v1 import lookup_service_pb2 as pb
from ect_rules.v1 import record_service_pb2 as writes
from ect_rules.world import World
from tests.service.conftest import EXAMPLE, serving
from tests.service.talking import (
    ON_BOTH_DATABASES,
    Talk,
    asking,
    codes,
    new_id,
    refused,
    status,
    supposing,
)
from tests.store.keeping import put, sent
from tests.waiting import once_there_is_room

PEOPLE: list[Record] = list(population(60, 5))
WORLD = World(PEOPLE)
URNS = sorted(WORLD.schools)
ON = "2026-01-15"
OF_ECTS = ("registration", "ect_funding")
ECTS = sorted({(p.trn, p.urn) for p in WORLD.ect_periods.values()})
MENTORS = sorted({p.trn for p in WORLD.mentor_periods.values()})
SUBJECTS: dict[str, list[tuple[str, str]]] = {
    check: ECTS
    if check in OF_ECTS
    else [("", urn) for urn in URNS]
    if check == "school_eligibility"
    else [(trn, "") for trn in MENTORS]
    for check in CHECKS
}


@pytest.fixture(autouse=True)
def _in_small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subjects, "SUBJECTS_AT_ONCE", 7)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talk]:
    """A service with everybody, for tests that do not write."""
    with serving(f"sqlite:///{tmp_path_factory.mktemp('shared')}/facts.sqlite") as talk:
        talk.import_records(PEOPLE)
        yield talk


@pytest.fixture
def full(talk: Talk) -> Talk:
    """The same for a test that writes."""
    talk.import_records(PEOPLE)
    return talk


def request(check: str, *statuses: str, **fields: Any) -> pb.LookupSubjectsRequest:
    made = pb.LookupSubjectsRequest(**fields)
    kind = getattr(pb, made.DESCRIPTOR.fields_by_name[check].message_type.name)
    names = [f"{check.upper()}_STATUS_{name}" for name in statuses]
    getattr(made, check).CopyFrom(kind(statuses=names))
    return made


def stream(talk: Talk, asked: pb.LookupSubjectsRequest) -> list[pb.LookupSubjectsResponse]:
    return list(lookup_service_pb2_grpc.LookupServiceStub(talk.channel).LookupSubjects(asked))


def found(responses: list[pb.LookupSubjectsResponse]) -> dict[tuple[str, str], Message]:
    """The decisions, by whom they are about, in the order in which they came."""
    each = [f for response in responses for f in response.found]
    decisions = {(f.subject.trn, f.subject.urn): decided(f.decision) for f in each}
    assert len(decisions) == len(each), "nobody twice"
    return decisions


def decided(any_decision: Any) -> Any:
    return getattr(any_decision, any_decision.WhichOneof("decision"))


def alone(talk: Talk, check: str, subject: tuple[str, str], on: str = ON, **how: Any) -> Any:
    """What the method of a check answers about a subject."""
    method = "Check" + "".join(map(str.capitalize, check.split("_")))
    fields = {name: value for name, value in zip(("trn", "urn"), subject, strict=True) if value}
    return talk.ask(method, on, **fields, **how).decision


@pytest.mark.parametrize("check", CHECKS)
def test_everybody_is_found_with_the_answer_that_a_check_gives(shared: Talk, check: str) -> None:
    responses = stream(shared, request(check, asking=asking(ON, view=decisions_pb2.VIEW_FULL)))
    wanted = {s: alone(shared, check, s, view=decisions_pb2.VIEW_FULL) for s in SUBJECTS[check]}
    answers = found(responses)
    assert answers == wanted
    assert list(answers) == sorted(answers)
    *parts, last = responses
    assert [r.HasField("summary") for r in parts] == [False] * len(parts)
    assert {r.total for r in responses} == {len(wanted)}
    assert [r.seen for r in responses] == sorted(r.seen for r in responses)
    summary = last.summary
    assert (last.seen, summary.seen, summary.matched) == (len(wanted),) * 3
    assert {s.status: s.count for s in summary.statuses} == Counter(map(status, wanted.values()))
    said = Counter(c.code for d in wanted.values() for c in (*d.reasons, *d.warnings))
    assert {r.code: r.count for r in summary.reasons} == said
    assert (summary.basis.revision, summary.basis.rule_set) == (1, load().fingerprint)


@pytest.mark.parametrize("check", CHECKS)
def test_only_those_who_are_asked_for_are_found(shared: Talk, check: str) -> None:
    everybody = found(stream(shared, request(check, asking=asking(ON))))
    some = Counter(map(status, everybody.values())).most_common()[0][0]
    code = Counter(
        r.code for d in everybody.values() for r in (*d.reasons, *d.warnings)
    ).most_common()
    code = code[len(code) // 2][0]
    of_status = {s: d for s, d in everybody.items() if status(d) == some}
    with_code = {
        s: d for s, d in everybody.items() if code in {r.code for r in (*d.reasons, *d.warnings)}
    }
    both = {s: d for s, d in of_status.items() if s in with_code}
    assert found(stream(shared, request(check, some, asking=asking(ON)))) == of_status
    assert (
        found(stream(shared, request(check, asking=asking(ON), reason_codes=[code]))) == with_code
    )
    asked = request(check, some, asking=asking(ON), reason_codes=[code])
    responses = stream(shared, asked)
    assert found(responses) == both
    assert (responses[-1].summary.matched, responses[-1].summary.seen) == (
        len(both),
        len(everybody),
    )


@pytest.mark.parametrize("check", CHECKS)
def test_only_those_at_the_schools_asked_for_are_looked_at(shared: Talk, check: str) -> None:
    here = set(URNS[1:3])
    at = {(p.trn, p.urn) for p in WORLD.mentor_periods.values()}
    wanted = {
        (trn, urn)
        for trn, urn in SUBJECTS[check]
        if urn in here or (not urn and any((trn, each) in at for each in here))
    }
    responses = stream(shared, request(check, asking=asking(ON), urns=here))
    assert set(found(responses)) == wanted
    assert responses[-1].total == responses[-1].summary.seen == len(wanted)
    assert 0 < len(wanted) < len(SUBJECTS[check])


@pytest.mark.parametrize("check", CHECKS)
def test_only_those_of_the_contract_period_asked_for_are_found(shared: Talk, check: str) -> None:
    by = (
        check
        if check == "school_eligibility"
        else "ect_funding"
        if check in OF_ECTS
        else "mentor_funding"
    )
    years = {s: alone(shared, by, s).basis.contract_period for s in SUBJECTS[check]}
    for year in (2024, 2025):
        responses = stream(shared, request(check, asking=asking(ON), of_contract_period=year))
        assert set(found(responses)) == {s for s, its in years.items() if its == year}


@pytest.mark.parametrize("check", ["registration", "mentor_funding"])
@ON_BOTH_DATABASES
def test_a_cut_at_any_message_and_writes_change_nothing(
    full: Talk, check: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookups, "BYTES_IN_A_MESSAGE", 3_000)
    asked = request(check)
    whole = stream(full, asked)
    assert any(len(r.found) < 7 and not r.HasField("summary") for r in whole[:-2]), (
        "parts of a block"
    )
    now = {"prohibited_from_teaching": True, "trs_induction_status": InductionStatus.PASSED}
    changed = [evolve(r, **now) for r in PEOPLE if isinstance(r, Teacher)]
    full.import_records(changed)
    assert found(stream(full, asked)) != found(whole)
    for place, response in enumerate(whole):
        asked.cursor = response.cursor
        assert stream(full, asked)[-1] == whole[-1]
        assert found(stream(full, asked)) == found(whole[place + 1 :])


def test_nobody_at_all(talk: Talk) -> None:
    for check in CHECKS:
        (only,) = stream(talk, request(check))
        assert (only.total, only.summary.seen, only.summary.matched) == (0, 0, 0)


def bad(talk: Talk, asked: pb.LookupSubjectsRequest) -> Any:
    return refused(lambda: stream(talk, asked))


def test_what_cannot_be_looked_up(shared: Talk) -> None:
    unheard = asking(ON, hypothetical=supposing([], ignore_stored=True))
    for asked, field, reason in (
        (pb.LookupSubjectsRequest(), "question", "required"),
        (request("registration", asking=unheard), "asking.hypothetical", "NOT_HYPOTHETICAL"),
        (request("registration", "NOT_KNOWN"), "registration.statuses[0]", "NOBODY_HAS_IT"),
        (
            request("mentor_kind", "ORDINARY", "NOT_REGISTERED"),
            "mentor_kind.statuses[1]",
            "NOBODY_HAS_IT",
        ),
        (request("registration", urns=["1"]), "urns[0]", "string.pattern"),
    ):
        no = bad(shared, asked)
        assert (no.code, no.fields, no.field_reasons) == (
            grpc.StatusCode.INVALID_ARGUMENT,
            [field],
            [reason],
        )
    beyond = decisions_pb2.Consistency(exact_revision=2)
    no = bad(shared, request("registration", asking=asking(consistency=beyond)))
    assert no.code == grpc.StatusCode.OUT_OF_RANGE


def test_cursors_that_are_of_something_else(shared: Talk, tmp_path: Path) -> None:
    cursor = stream(shared, request("registration"))[0].cursor
    no = [
        bad(shared, request("registration", cursor="anything")),
        bad(shared, request("registration", cursor=cursor[:-8])),
        bad(shared, request("registration", "INCOMPLETE", cursor=cursor)),
        bad(shared, request("mentor_funding", cursor=cursor)),
    ]
    with serving(f"sqlite:///{tmp_path}/other.sqlite") as other:
        no.append(bad(other, request("registration", cursor=cursor)))  # from its future
        other.import_records(PEOPLE)
        no.append(bad(other, request("registration", cursor=cursor)))
    assert {(each.code, *each.fields) for each in no} == {
        (grpc.StatusCode.INVALID_ARGUMENT, "cursor")
    }


def test_somebody_is_erased_in_the_middle(full: Talk) -> None:
    asked = request("registration")
    asked.cursor = stream(full, asked)[0].cursor
    erase = writes.EraseTeacherRequest(
        request_id=new_id(), trn=MENTORS[0], although_it_may_be_held=True
    )
    full.records.EraseTeacher(erase)
    no = bad(full, asked)
    assert (no.code, no.reason) == (grpc.StatusCode.FAILED_PRECONDITION, "FACTS_ERASED")
    asked.cursor = ""
    assert stream(full, asked)[-1].HasField("summary")


def test_a_few_at_a_time_and_none_stays_when_it_is_left(shared: Talk) -> None:
    stub = lookup_service_pb2_grpc.LookupServiceStub(shared.channel)
    for _ in range(2):
        # Of a stream that nobody reads the server has one message at least still to send.
        full_view = request("registration", asking=asking(ON, view=decisions_pb2.VIEW_FULL))
        left: list[Any] = [stub.LookupSubjects(full_view) for _ in range(MAX_STREAMS_AT_ONCE)]
        for each in left:
            next(each)
        for each in left:
            each.cancel()
        last = once_there_is_room(lambda: stream(shared, request("registration")), 20)[-1]
        assert last.HasField("summary")


def test_a_deadline_ends_it(shared: Talk) -> None:
    stub = lookup_service_pb2_grpc.LookupServiceStub(shared.channel)
    no = refused(lambda: list(stub.LookupSubjects(request("mentor_kind"), timeout=0.001)))
    assert no.code == grpc.StatusCode.DEADLINE_EXCEEDED


def test_a_block_costs_as_many_statements_for_twice_as_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subjects, "SUBJECTS_AT_ONCE", 500)
    store = Store.open(f"sqlite:///{tmp_path}/facts.sqlite")
    service = LookupService(Answers(store, load(), lambda: date(2026, 1, 15)))
    costs = []
    for people in (90, 180):
        put(store, *population(people, 3))
        with sent(store) as statements:
            list(service._lookups.find(request("mentor_kind"), lambda: True))
        costs.append(len(statements))
    assert costs[0] == costs[1] < 30
    store.close()


class Breaking(lookup_service_pb2_grpc.LookupServiceServicer):
    """Answers as another, and breaks off after so many messages: without a word, or with a code."""

    def __init__(self, to: Talk, messages: int, code: grpc.StatusCode | None) -> None:
        self.to, self.messages, self.code, self.calls = to, messages, code, 0

    def LookupSubjects(self, request: Any, context: Any) -> Iterator[Any]:  # noqa: N802
        self.calls += 1
        answers = stream(self.to, request)
        yield from answers[: self.messages]
        if self.code is not None and len(answers) > self.messages:
            context.abort(self.code, "as if the server had gone")


@contextmanager
def breaking(servicer: Breaking) -> Iterator[grpc.Channel]:
    server = grpc.server(ThreadPoolExecutor(2))
    lookup_service_pb2_grpc.add_LookupServiceServicer_to_server(servicer, server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    with grpc.insecure_channel(f"127.0.0.1:{port}") as channel:
        yield channel
    server.stop(None)


AT_ONCE = Patience(attempts=2, seconds=0)


def test_the_client_goes_on_where_it_was_cut(shared: Talk) -> None:
    asked = request("registration")
    whole = stream(shared, asked)
    servicer = Breaking(shared, 1, grpc.StatusCode.UNAVAILABLE)
    seen: list[int] = []
    with breaking(servicer) as channel:
        given = list(lookup(channel, asked, lambda r: seen.append(r.seen), AT_ONCE))
    assert given == [each for response in whole for each in response.found]
    assert (servicer.calls, seen) == (len(whole), [r.seen for r in whole])


@pytest.mark.parametrize(
    ("messages", "code", "error"),
    [
        (2, None, IncompleteError),
        (0, None, IncompleteError),
        (1, grpc.StatusCode.INTERNAL, grpc.RpcError),
        (0, grpc.StatusCode.UNAVAILABLE, grpc.RpcError),
    ],
)
def test_the_client_never_takes_a_part_for_the_whole(
    shared: Talk, messages: int, code: grpc.StatusCode | None, error: type[Exception]
) -> None:
    servicer = Breaking(shared, messages, code)
    with breaking(servicer) as channel, pytest.raises(error):
        list(lookup(channel, request("registration"), patience=AT_ONCE))
    assert servicer.calls == (3 if code is grpc.StatusCode.UNAVAILABLE else 1)


def test_the_example_by_reason(example: Talk) -> None:
    code = decisions_pb2.REASON_CODE_MENTOR_NOT_ASSIGNED
    answers = found(
        stream(example, request("registration", asking=asking(ON), reason_codes=[code]))
    )
    assert ("3000002", "100001") in answers
    assert all("MENTOR_NOT_ASSIGNED" in codes(d.reasons) for d in answers.values())
    records = [record for _, _, record in tabular.read(EXAMPLE)]
    assert {urn for _, urn in answers} <= {r.urn for r in records if isinstance(r, School)}
