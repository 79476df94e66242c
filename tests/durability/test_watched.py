"""Whoever watches is cut off again and again, at servers that are killed, while others write: what is
heard is every change, in order, and none twice.
"""

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from logging import Logger
from typing import Any

import grpc
from attrs import define, field

from ect_rules.facts import (
    ContractPeriod,
    GiasStatus,
    MentorAtSchoolPeriod,
    Record,
    School,
    Teacher,
)
from ect_rules.v1 import watch_service_pb2 as pb
from ect_rules.v1 import watch_service_pb2_grpc
from tests.durability.servers import Again, again
from tests.durability.sizes import size
from tests.service.talking import Talk, status
from tests.service.telling import assign, register_ect

CUTS = size("CUTS", 10, 100, 1_000)
OF_A_SERVER = 25  # cuts, and then one of the servers is killed
MOST_AT_ONCE = 6
SECONDS = 60  # beyond which nothing comes any more
SCHOOLS = 40
ECTS = CUTS * MOST_AT_ONCE
AHEAD = 40  # changes by which the writer is at most before the reader
# Revision, TRN, and the answers before and after.
Heard = tuple[int, str, str, str]


def people() -> Iterator[Record]:
    """Many who may be registered as ECTs, and schools with a mentor each."""
    yield ContractPeriod(2025, enabled=True)
    for n in range(SCHOOLS):
        yield School(urn(n), GiasStatus.OPEN, "Community school")
        yield Teacher(f"{2_000_000 + n}", prohibited_from_teaching=False)
        yield MentorAtSchoolPeriod(mentor(n), f"{2_000_000 + n}", urn(n), date(2025, 9, 1))
    for n in range(ECTS):
        yield Teacher(f"{1_000_000 + n}", prohibited_from_teaching=False)


def urn(number: int) -> str:
    return f"{100_000 + number % SCHOOLS}"


def mentor(number: int) -> str:
    return f"mentor-{number % SCHOOLS}"


@define
class Writer:
    """Registers ECTs and assigns mentors to them at a server that lives, as long as somebody reads.
    `told`, `done`: what that changes, as heard so far and in all.
    """

    server: Again
    told: list[Heard]
    done: list[Heard] = field(factory=list)
    _enough: threading.Event = field(factory=threading.Event)
    _failures: list[BaseException] = field(factory=list)

    @contextmanager
    def writing(self) -> Iterator[None]:
        thread = threading.Thread(target=self._write)
        thread.start()
        try:
            yield
        finally:
            self._enough.set()
            thread.join()
        assert not self._failures, self._failures[0]

    def _write(self) -> None:
        try:
            with self.server.talk() as talk:
                for number in range(ECTS):
                    while len(self.done) > len(self.told) + AHEAD:
                        if self._enough.wait(0.01):
                            return
                    self._register(talk, number)
        except BaseException as failure:  # noqa: BLE001 - told above
            self._failures.append(failure)

    def _register(self, talk: Talk, number: int) -> None:
        trn = f"{1_000_000 + number}"
        made = register_ect(talk, trn=trn, urn=urn(number))
        self.done.append((made.revision, trn, "NOT_REGISTERED", "INCOMPLETE"))
        today = datetime.now(UTC).date().isoformat()
        assigned = assign(talk, made.ect_at_school_period_id, mentor(number), on=today)
        self.done.append((assigned.revision, trn, "INCOMPLETE", "COMPLETE"))


def heard(message: pb.WatchDecisionsResponse) -> Heard:
    change = message.change
    before, after = change.before.registration, change.after.registration
    return after.basis.revision, change.subject.trn, status(before), status(after)


def watching(server: Again, **start: Any) -> Iterator[pb.WatchDecisionsResponse]:
    """The messages of one watch, for as long as the server lives."""
    with server.talk() as talk:
        stub = watch_service_pb2_grpc.WatchServiceStub(talk.channel)
        request = pb.WatchDecisionsRequest(checks=["registration"], **start)
        try:
            yield from stub.WatchDecisions(request, timeout=SECONDS)
        except grpc.RpcError as error:
            if error.code() is not grpc.StatusCode.UNAVAILABLE:
                raise


@define
class Reader:
    """Takes up the watch where it was cut. `told`: what was heard so far."""

    begin: int
    cursor: str = ""
    told: list[Heard] = field(factory=list)

    def read(self, server: Again, most: int) -> None:
        """Hear so many messages, or fewer if the server is killed."""
        for _, message in zip(range(most), self._messages(server), strict=False):
            self._take(message)

    def read_up_to(self, server: Again, changes: int) -> None:
        """Hear what is missing until so many changes have been told in all."""
        messages = self._messages(server)
        while len(self.told) < changes:
            self._take(next(messages))

    def _messages(self, server: Again) -> Iterator[pb.WatchDecisionsResponse]:
        start = {"cursor": self.cursor} if self.cursor else {"from_revision": self.begin}
        return watching(server, **start)

    def _take(self, message: pb.WatchDecisionsResponse) -> None:
        self.cursor = message.cursor
        if message.HasField("change"):
            self.told.append(heard(message))


def kill_and_start(server: Again) -> None:
    server.kill()
    server.start()


def test_watches_that_are_cut(new_database: Callable[[], str], told: Logger) -> None:
    database, chance = new_database(), random.Random(5)  # noqa: S311 - no secret is made of it
    with ExitStack() as stack:
        living, dying = (stack.enter_context(again(database)) for _ in range(2))
        with living.talk() as talk:
            begin = talk.import_records(people()).revision
        reader, kills = Reader(begin), 0
        writer = Writer(living, reader.told)
        with writer.writing():
            for cut in range(CUTS):
                killing = None
                if cut % OF_A_SERVER == OF_A_SERVER // 2:
                    killing = threading.Thread(target=kill_and_start, args=(dying,))
                    killing.start()
                    kills += 1
                reader.read(dying if cut % 2 == 0 else living, chance.randint(1, MOST_AT_ONCE))
                if killing is not None:
                    killing.join()
        reader.read_up_to(living, len(writer.done))
        told.info("%d cuts, %d kills, %d changes", CUTS, kills, len(reader.told))
    assert reader.told == writer.done
    assert AHEAD < len(writer.done) < 2 * ECTS, "somebody wrote all the time"
