"""Watching decisions over real sockets: live, from the past, over midnight, and slowly.

RESUMES=1000 cuts and resumes as often, under writes, at two servers.
"""

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import grpc
import pytest
from attrs import define, evolve

from ect_rules.client import watch
from ect_rules.facts import MentorAtSchoolPeriod, Record, Teacher
from ect_rules.servicers import watch_service
from ect_rules.servicers.server import RunningServer, start
from ect_rules.servicers.watching import follower, watcher
from ect_rules.servicers.watching.positions import Place
from ect_rules.store.store import Store
from ect_rules.v1 import check_service_pb2 as checks
from ect_rules.v1 import record_service_pb2 as writes
from ect_rules.v1 import watch_service_pb2 as pb
from ect_rules.v1 import watch_service_pb2_grpc
from ect_rules.wire.decisions import status_names
from tests.service.talking import ON_BOTH_DATABASES, Refused, Talk, day, new_id, refused
from tests.service.telling import (
    COLLEAGUE,
    ECT,
    ELSEWHERE,
    MENTOR,
    NOTHING_YET,
    SCHOOL,
    assign,
    leave,
    register_ect,
    register_mentor,
)
from tests.sizes import size

RESUMES = size("RESUMES", 10, 20, 200)
SECONDS = 60  # beyond which nothing comes any more
# The days of revisions are those of the clock.
TODAY = datetime.now(UTC).date()
OF_REGISTRATION = {"checks": ["registration"]}
Said = tuple[str, str, str, str, str]


@define
class Service:
    """A server whose day can be moved on."""

    database: str
    today: date = TODAY
    running: RunningServer | None = None
    channel: grpc.Channel | None = None

    def start(self) -> Talk:
        self.running = start(Store.open(self.database), "127.0.0.1", 0, lambda: self.today)
        self.channel = grpc.insecure_channel(f"127.0.0.1:{self.running.port}")
        return Talk(self.channel)

    def stop(self) -> None:
        assert self.running is not None
        assert self.channel is not None
        self.running.drain()
        self.channel.close()


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follower, "POLL_SECONDS", 0.05)


@pytest.fixture
def service(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Service]:
    database = f"sqlite:///{tmp_path}/facts.sqlite"
    if kind == "postgresql":
        database = request.getfixturevalue("new_postgres")()
    made = Service(database)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def talk(service: Service) -> Talk:
    assert service.channel is not None
    talk = Talk(service.channel)
    talk.import_records(NOTHING_YET)
    return talk


def watching(talk: Talk, **fields: Any) -> Any:
    stub = watch_service_pb2_grpc.WatchServiceStub(talk.channel)
    return stub.WatchDecisions(pb.WatchDecisionsRequest(**fields), timeout=SECONDS)


@contextmanager
def live(talk: Talk, **fields: Any) -> Iterator[Any]:
    """A watch that has begun: its first message has come."""
    stream = watching(talk, **fields)
    assert next(stream).HasField("checkpoint")
    yield stream
    stream.cancel()


def next_change(stream: Any) -> pb.WatchDecisionsResponse:
    return next(message for message in stream if message.HasField("change"))


def said(message: pb.WatchDecisionsResponse) -> Said:
    change = message.change
    check = str(change.after.WhichOneof("decision"))
    names = status_names(check)
    before = change.before.WhichOneof("decision")
    was = names[getattr(change.before, before).status] if before else ""
    cause = pb.CauseOfChange.Name(change.cause).removeprefix("CAUSE_OF_CHANGE_")
    now = names[getattr(change.after, check).status]
    return check, change.subject.trn or change.subject.urn, cause, was, now


def up_to_now(talk: Talk, **fields: Any) -> list[pb.WatchDecisionsResponse]:
    """The changes that are told until a checkpoint says that all of them are."""
    info = talk.checks.GetServerInfo(checks.GetServerInfoRequest())
    newest = (info.revision, info.today, info.rule_set)
    found = []
    for message in watching(talk, **fields):
        if message.HasField("change"):
            found.append(message)
        elif Place.of(message.cursor).under_way is None:
            at = message.checkpoint
            if (at.revision, at.on, at.rule_set) == newest:
                return found
    raise AssertionError("it ended")


@ON_BOTH_DATABASES
def test_a_change_is_told_with_the_answers_before_and_after(talk: Talk) -> None:
    with live(talk, **OF_REGISTRATION) as stream:
        before = talk.revision()
        ect = register_ect(talk).ect_at_school_period_id
        registered = next_change(stream)
        assert said(registered) == (
            *("registration", ECT, "FACTS", "NOT_REGISTERED", "INCOMPLETE"),
        )
        now = registered.change.after.registration
        alone = talk.registration(ECT, urn=SCHOOL)
        assert (now, now.basis.revision) == (alone, before + 1)
        was = registered.change.before.registration
        exactly = checks_at(before)
        assert was == talk.registration(ECT, urn=SCHOOL, consistency=exactly)
        assert registered.change.subject.urn == SCHOOL
        register_mentor(talk, ect)
        assert said(next_change(stream)) == (
            *("registration", ECT, "FACTS", "INCOMPLETE", "COMPLETE"),
        )


def checks_at(revision: int) -> Any:
    return {"exact_revision": revision}


def test_what_is_not_asked_for_is_not_told(talk: Talk) -> None:
    ect = register_ect(talk).ect_at_school_period_id
    with (
        live(talk, checks=["mentor_funding"], urns=[ELSEWHERE]) as elsewhere,
        live(talk, checks=["mentor_funding"], urns=[SCHOOL]) as here,
        live(talk, trns=[COLLEAGUE]) as colleague,
        live(talk, trns=[MENTOR], checks=["record_retention"]) as mentor,
    ):
        register_mentor(talk, ect)
        assert said(next_change(here))[:2] == ("mentor_funding", MENTOR)
        assert said(next_change(mentor)) == (
            *("record_retention", MENTOR, "FACTS", "NOT_REGISTERED", "KEEP"),
        )
        for stream in (elsewhere, colleague):
            waiting = threading.Timer(0.5, stream.cancel)
            waiting.start()
            with pytest.raises(grpc.RpcError):
                next_change(stream)


@ON_BOTH_DATABASES
def test_all_from_the_first_revision_on_and_then_what_follows(talk: Talk) -> None:
    ect = register_ect(talk).ect_at_school_period_id
    register_mentor(talk, ect)
    stream = watching(talk, from_revision=0, **OF_REGISTRATION)
    assert next(stream).checkpoint.revision == 0
    past = [next_change(stream), next_change(stream)]
    assert [said(m)[3:] for m in past] == [
        ("NOT_REGISTERED", "INCOMPLETE"),
        ("INCOMPLETE", "COMPLETE"),
    ]
    caught_up = next(stream)
    assert caught_up.checkpoint.revision == talk.revision()
    leave(talk, ect_at_school_period_id=ect, last_day=TODAY.isoformat(), reported_by_urn=SCHOOL)
    assert said(next_change(stream))[3:] == ("COMPLETE", "LEAVING")
    stream.cancel()


def test_a_day_begins_without_any_write(service: Service, talk: Talk) -> None:
    ect = register_ect(talk).ect_at_school_period_id
    last = TODAY + timedelta(3)
    leave(talk, ect_at_school_period_id=ect, last_day=last.isoformat(), reported_by_urn=SCHOOL)
    with live(talk, **OF_REGISTRATION) as stream:
        service.today = last + timedelta(1)
        change = next_change(stream)
        assert said(change) == ("registration", ECT, "DATE", "LEAVING", "LEFT")
        was, now = change.change.before.registration, change.change.after.registration
        assert (was.basis.on.day, now.basis.on.day) == (last.day, (last + timedelta(1)).day)
        assert was.basis.revision == now.basis.revision == talk.revision()


@ON_BOTH_DATABASES
def test_days_that_went_by_with_no_server_running(service: Service, talk: Talk) -> None:
    ect = register_ect(talk).ect_at_school_period_id
    last = TODAY + timedelta(3)
    leave(talk, ect_at_school_period_id=ect, last_day=last.isoformat(), reported_by_urn=SCHOOL)
    with live(talk) as stream:
        del stream
    cursor = next(watching(talk)).cursor
    service.stop()
    service.today = last + timedelta(400)
    talk = service.start()
    changes = up_to_now(talk, cursor=cursor, **OF_REGISTRATION)
    assert [said(m)[2:] for m in changes] == [("DATE", "LEAVING", "LEFT")]
    assert changes[0].change.after.registration.basis.on == day((last + timedelta(1)).isoformat())
    assert up_to_now(talk, cursor=changes[0].cursor, **OF_REGISTRATION) == []


def test_another_rule_set(talk: Talk) -> None:
    register_mentor(talk, register_ect(talk).ect_at_school_period_id)
    place = Place.of(next(watching(talk)).cursor)
    earlier = evolve(place, position=evolve(place.position, rule_set="0" * 16))
    changes = up_to_now(talk, cursor=earlier.cursor())
    about = [said(m)[:4] for m in changes]
    assert about == sorted(set(about), key=about.index)
    assert {m[2:] for m in about} == {("RULE_SET", "")}
    assert ("registration", ECT, "RULE_SET", "") in about
    assert {m[1] for m in about} == {ECT, MENTOR, SCHOOL, ELSEWHERE}
    for place_, message in enumerate(changes):
        assert up_to_now(talk, cursor=message.cursor) == changes[place_ + 1 :]


def test_somebody_is_erased(talk: Talk) -> None:
    register_mentor(talk, register_ect(talk).ect_at_school_period_id)
    with live(talk, **OF_REGISTRATION) as stream:
        erase = writes.EraseTeacherRequest(
            request_id=new_id(), trn=MENTOR, although_it_may_be_held=True
        )
        talk.records.EraseTeacher(erase)
        assert said(next_change(stream)) == ("registration", ECT, "ERASURE", "", "INCOMPLETE")
    told = [said(m) for m in up_to_now(talk, from_revision=0)]
    assert all(MENTOR not in m for m in told)
    assert told[-1][2:] in {("ERASURE", "", "INCOMPLETE"), ("ERASURE", "", "ELIGIBLE")}


def test_checkpoints_while_nothing_happens(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch_service, "IDLE_SECONDS", 0.05)
    with live(talk) as stream:
        for _ in range(3):
            message = next(stream)
            assert (message.checkpoint.revision, message.checkpoint.on) == (
                talk.revision(),
                day(TODAY.isoformat()),
            )
        register_ect(talk)
        changes = [next_change(stream)]
        while not (message := next(stream)).HasField("checkpoint"):
            changes.append(message)
        while message.checkpoint.revision < talk.revision():
            message = next(stream)
        assert up_to_now(talk, cursor=message.cursor) == []


def test_one_who_reads_slowly_is_cut_and_can_go_on(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher, "ROOM", 4)
    monkeypatch.setattr(follower, "PATIENCE_SECONDS", 0.05)
    ect = register_ect(talk).ect_at_school_period_id
    everybody = [f"30{n:05}" for n in range(300)]
    with live(talk, **OF_REGISTRATION) as quick:
        slow = watching(talk, checks=["mentor_funding", "registration"])
        first = next(slow)
        talk.import_records(_mentors(everybody))
        read = [first]
        with pytest.raises(grpc.RpcError) as cut:
            read.extend(slow)
        no = Refused(cut.value)
        assert (no.code, no.reason) == (grpc.StatusCode.RESOURCE_EXHAUSTED, "WATCHED_TOO_SLOWLY")
        assert no.details["ErrorInfo"].metadata["cursor"] == read[-1].cursor
        told = [said(m)[1] for m in read if m.HasField("change")]
        rest = up_to_now(talk, cursor=read[-1].cursor, checks=["mentor_funding"])
        assert [*told, *(said(m)[1] for m in rest)] == everybody
        assert len(told) < 300
        register_mentor(talk, ect)
        assert said(next_change(quick))[3:] == ("INCOMPLETE", "COMPLETE")


def _mentors(trns: list[str]) -> list[Record]:
    people: list[Record] = [Teacher(trn, prohibited_from_teaching=False) for trn in trns]
    return [
        *people,
        *(MentorAtSchoolPeriod(f"m-{trn}", trn, ELSEWHERE, date(2025, 9, 1)) for trn in trns),
    ]


def test_where_no_watch_can_begin(talk: Talk, tmp_path: Path) -> None:
    cursor = next(watching(talk)).cursor
    ahead = Place.of(cursor)
    ahead = evolve(ahead, position=evolve(ahead.position, revision=9))
    for fields, field in (
        ({"checks": ["assignable"]}, "checks[0]"),
        ({"checks": ["school_eligibility"], "trns": [ECT]}, "checks[0]"),
        ({"cursor": "anything"}, "cursor"),
        ({"cursor": cursor[:-4]}, "cursor"),
        ({"cursor": ahead.cursor()}, "cursor"),
        ({"trns": ["1"]}, "trns[0]"),
    ):
        no = refused(lambda fields=fields: next(watching(talk, **fields)))
        assert (no.code, no.fields) == (grpc.StatusCode.INVALID_ARGUMENT, [field])
    no = refused(lambda: next(watching(talk, from_revision=2)))
    assert no.code == grpc.StatusCode.OUT_OF_RANGE
    other = Service(f"sqlite:///{tmp_path}/other.sqlite")
    elsewhere = other.start()
    elsewhere.import_records(NOTHING_YET)
    assert refused(lambda: next(watching(elsewhere, cursor=cursor))).fields == ["cursor"]
    other.stop()


def test_one_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch_service, "MAX_WATCHERS", 2)
    service = Service(f"sqlite:///{tmp_path}/facts.sqlite")
    talk = service.start()
    with live(talk) as first, live(talk):
        no = refused(lambda: next(watching(talk)))
        assert (no.code, no.reason) == (grpc.StatusCode.RESOURCE_EXHAUSTED, "TOO_MANY_STREAMS")
        first.cancel()
        for message in watch(talk.channel, pb.WatchDecisionsRequest(), timeout=SECONDS):
            assert message.HasField("checkpoint")
            break
    service.stop()


def test_a_server_that_stops_says_where_to_go_on(service: Service, talk: Talk) -> None:
    stream = watching(talk)
    cursor = next(stream).cursor
    stopping = threading.Thread(target=service.stop)
    stopping.start()
    read = []
    with pytest.raises(grpc.RpcError) as stopped:
        read.extend(stream)
    stopping.join()
    no, cursor = Refused(stopped.value), [cursor, *(m.cursor for m in read)][-1]
    assert (no.code, no.reason) == (grpc.StatusCode.UNAVAILABLE, "SERVER_STOPPING")
    assert no.details["ErrorInfo"].metadata["cursor"] == cursor
    talk = service.start()
    assert up_to_now(talk, cursor=cursor) == []


@pytest.mark.timeout(0)
@ON_BOTH_DATABASES
def test_cuts_at_random_under_writes_lose_nothing(service: Service, talk: Talk) -> None:
    other = Service(service.database)
    talks = [talk, other.start()]
    ect = register_ect(talk).ect_at_school_period_id
    mentors = [
        register_mentor(talk, ect, trn=trn).mentor_at_school_period_id
        for trn in (MENTOR, COLLEAGUE)
    ]
    written = threading.Event()

    def write() -> None:
        for number in range(RESUMES * 2):
            assign(talks[number % 2], ect, mentors[number % 2], on=TODAY.isoformat())
        written.set()

    writing = threading.Thread(target=write)
    writing.start()
    chance, cursor, seen = random.Random(7), "", []  # noqa: S311 - no secret is made of it
    for cut in range(RESUMES):
        start_at = {"cursor": cursor} if cursor else {"from_revision": 0}
        stream = watching(talks[cut % 2], **start_at)
        for _ in range(chance.randint(1, 6)):
            message = next(stream)
            cursor = message.cursor
            if message.HasField("change"):
                seen.append(message)
            elif written.is_set():
                break
        stream.cancel()
    writing.join()
    seen += up_to_now(talks[0], cursor=cursor)
    assert seen == up_to_now(talks[1], from_revision=0)
    assert talk.registration(ECT).status == checks.REGISTRATION_STATUS_COMPLETE
    other.stop()
