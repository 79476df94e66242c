"""Answers that are lost on their way: each write is sent until it is heard of, and is done once."""

import uuid
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from logging import Logger
from typing import Any

import grpc
from attrs import frozen

from ect_rules.facts import Record, School, Teacher
from ect_rules.store.store import Store
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.wire.messages import message
from tests.durability.dropping import REQUEST_ID, dropping
from tests.durability.journal import SECONDS
from tests.durability.servers import OPTIONS, again
from tests.durability.sizes import size
from tests.durability.twin import committed, facts
from tests.service.talking import Talk, whole_import
from tests.store.keeping import faults, hold_invariants, rows

WRITES = size("DROPPED_WRITES", 100, 2_000, 100_000)
SHARE = 0.05
WRITERS = 8
SCHOOLS = (
    5  # that all of them change, so that a write done again later would change something again
)
METHODS = ("RecordFacts", "RecordFacts", "RecordSchool", "ImportRecords")


@frozen
class Write:
    """A write of its own: the code that it gives a school is given by no other."""

    number: int

    @property
    def request_id(self) -> str:
        return str(uuid.UUID(int=(4 << 76) + (1 << 127) + self.number))

    @property
    def method(self) -> str:
        return METHODS[self.number % len(METHODS)]

    def send(self, talk: Talk) -> Any:
        """The answer. Raises grpc.RpcError."""
        method = getattr(talk.records, self.method)
        return method(self._request(), timeout=SECONDS, metadata=((REQUEST_ID, self.request_id),))

    def _request(self) -> Any:
        school = School(
            f"{100_000 + self.number % SCHOOLS}", administrative_district_code=f"{self.number:09}"
        )
        both: list[Record] = [Teacher(f"{self.number:07}"), school]
        if self.method == "RecordSchool":
            return pb.RecordSchoolRequest(request_id=self.request_id, school=message(school).school)
        if self.method == "RecordFacts":
            return pb.RecordFactsRequest(request_id=self.request_id, records=map(message, both))
        return whole_import(both, self.request_id)


def until_heard(talk: Talk, write: Write) -> tuple[Any, int]:
    """The answer in the end, and how often the write was sent."""
    for times in range(1, 20):
        try:
            return write.send(talk), times
        except grpc.RpcError as error:
            if error.code() is not grpc.StatusCode.UNAVAILABLE:
                raise
    raise AssertionError(f"never heard of: {write}")


def write_and_lose(database: str, writes: int, told: Logger, *command: str) -> None:
    answers: dict[str, Any] = {}
    sent: Counter[int] = Counter()
    with again(database, *command) as server, dropping(server.address, SHARE, 7) as (to, proxy):

        def write(first: int) -> None:
            with grpc.insecure_channel(to, OPTIONS) as channel:
                for number in range(first, writes, WRITERS):
                    wanted = Write(number)
                    answers[wanted.request_id], times = until_heard(Talk(channel), wanted)
                    sent[times] += 1

        with ThreadPoolExecutor(WRITERS) as pool:
            list(pool.map(write, range(WRITERS)))
    lost = sum(map(len, proxy.dropped.values()))
    told.info("%s writes, %s answers lost, sent so often: %s", writes, lost, dict(sent))
    assert lost > 0
    for name, dropped in proxy.dropped.items():
        for answer in dropped:
            assert type(answers[name]).FromString(answer) == answers[name], "the first answer"
    store = Store.open(database)
    hold_once(store, answers)
    store.close()


def hold_once(store: Store, answers: dict[str, Any]) -> None:
    """As many effects as request ids, each where its answer says."""
    there = committed(store)
    assert {name: write.response for name, write in there.items()} == answers
    assert sorted(a.revision for a in answers.values()) == list(range(1, len(answers) + 1))
    assert store.newest_revision() == len(answers)
    kept = facts(store)
    codes = Counter(row[5] for row in kept["schools"])
    assert codes == {f"{number:09}": 1 for number in range(len(answers))}
    of_teachers = [n for n in range(len(answers)) if Write(n).method != "RecordSchool"]
    assert sorted(row[0] for row in kept["teachers"]) == [f"{n:07}" for n in of_teachers]
    hold_invariants(rows(store), len(answers))
    assert not faults(store)


def test_answers_that_are_lost(new_database: Callable[[], str], told: Logger) -> None:
    write_and_lose(new_database(), WRITES, told)
