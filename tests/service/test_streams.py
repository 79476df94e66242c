"""Questions in chunks: on one revision, in order, and never more than somebody reads."""

import queue
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grpc
import pytest

from ect_rules.facts import Record
from ect_rules.generate import population
from ect_rules.servicers.limits import MAX_STREAMS_AT_ONCE
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import check_service_pb2_grpc, decisions_pb2
from ect_rules.world import World
from tests.lifecycle.processes import Server
from tests.lifecycle.processes import serving as serving_process
from tests.service.batching import batch, item
from tests.service.talking import ON_BOTH_DATABASES, Refused, Talk, asking, refused
from tests.service.telling import ECT, MENTOR, register_ect, register_mentor
from tests.waiting import wait_for

PEOPLE: list[Record] = list(population(120, 5))
WORLD = World(PEOPLE)
ITEMS = [
    *(item("mentor_funding", trn, trn=trn) for trn in [*WORLD.teachers][:60]),
    *(item("registration", f"r{trn}", trn=trn) for trn in [*WORLD.teachers][:60]),
]


def first(**how: Any) -> pb.StreamChecksRequest:
    return pb.StreamChecksRequest(asking=asking(**how))


def chunk(items: list[pb.CheckItem]) -> pb.StreamChecksRequest:
    return pb.StreamChecksRequest(chunk=pb.CheckChunk(items=items))


class Conversation:
    """A stream in which the next request is sent when a test says so."""

    def __init__(self, talk: Talk, **how: Any) -> None:
        self._requests: queue.Queue[pb.StreamChecksRequest | None] = queue.Queue()
        self.call: Any = talk.checks.StreamChecks(iter(self._requests.get, None), **how)

    def say(self, request: pb.StreamChecksRequest) -> None:
        self._requests.put(request)

    def ask(self, items: list[pb.CheckItem]) -> pb.StreamChecksResponse:
        self.say(chunk(items))
        return next(self.call)

    def end(self) -> None:
        self._requests.put(None)
        assert list(self.call) == []


@ON_BOTH_DATABASES
def test_chunks_are_answered_in_order_as_a_batch(talk: Talk) -> None:
    talk.import_records(PEOPLE)
    how = {"on": "2025-10-01", "contract_period": 2025}
    chunks = [ITEMS[:1], ITEMS[1:50], ITEMS[50:]]
    answered = list(talk.checks.StreamChecks(iter([first(**how), *map(chunk, chunks)])))
    assert [each.chunk for each in answered] == [0, 1, 2]
    for items, each in zip(chunks, answered, strict=True):
        whole = batch(talk, items, **how)
        assert (each.basis, list(each.results)) == (whole.basis, list(whole.results))


def test_a_stream_stays_at_its_revision_while_others_write(told: Talk) -> None:
    question = [item("registration", trn=ECT), item("mentor_funding", trn=MENTOR)]
    stream = Conversation(told)
    before = stream.ask(question)
    ect_id = register_ect(told).ect_at_school_period_id
    register_mentor(told, ect_id)
    again = stream.ask(question)
    assert (again.basis, list(again.results)) == (before.basis, list(before.results))
    stream.end()
    now = Conversation(told)
    now.say(first())
    assert now.ask(question).basis.revision == before.basis.revision + 2
    now.end()
    then = Conversation(told)
    exactly = decisions_pb2.Consistency(exact_revision=before.basis.revision)
    then.say(first(consistency=exactly))
    assert list(then.ask(question).results) == list(before.results)
    then.end()


def test_a_stream_may_end_without_a_question(talk: Talk) -> None:
    assert list(talk.checks.StreamChecks(iter([]))) == []
    assert list(talk.checks.StreamChecks(iter([first()]))) == []


def test_a_bad_item_spoils_no_other(talk: Talk) -> None:
    stream = Conversation(talk)
    found = stream.ask([item("mentor_funding", trn="1"), *ITEMS[:1]])
    assert found.results[0].error.message.startswith("chunk.items[0].mentor_funding.trn: ")
    assert found.results[1].mentor_funding.status == pb.MENTOR_FUNDING_STATUS_NOT_KNOWN
    stream.end()


BAD: dict[str, tuple[list[pb.StreamChecksRequest], str]] = {
    "nothing in a message": ([pb.StreamChecksRequest()], "part"),
    "an empty chunk": ([first(), chunk([])], "chunk.items"),
    "1,001 items": ([chunk(ITEMS[:1] * 1001)], "chunk.items"),
    "a name twice in a chunk": ([chunk(ITEMS[:1] * 2)], "chunk.items[0].correlation_id"),
    "told how to ask after a question": ([chunk(ITEMS[:1]), first()], "asking"),
    "told how to ask twice": ([first(), first()], "asking"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_streams(talk: Talk, case: str) -> None:
    requests, field = BAD[case]
    answer = refused(lambda: list(talk.checks.StreamChecks(iter(requests))))
    assert answer.code.name == "INVALID_ARGUMENT"
    assert answer.fields[0] == field


def test_one_stream_too_many_is_refused_and_checks_go_on(talk: Talk) -> None:
    streams = [Conversation(talk) for _ in range(MAX_STREAMS_AT_ONCE)]
    for stream in streams:
        stream.ask(ITEMS[:1])
    answer = refused(lambda: Conversation(talk).ask(ITEMS[:1]))
    assert (answer.code.name, answer.reason) == ("RESOURCE_EXHAUSTED", "TOO_MANY_STREAMS")
    assert "RetryInfo" in answer.details
    request = pb.CheckMentorFundingRequest(trn="1000001")
    assert talk.checks.CheckMentorFunding(request, timeout=2).decision.status
    streams.pop().end()
    for stream in streams:
        stream.call.cancel()
    wait_for(lambda: answered(talk))


def answered(talk: Talk) -> bool:
    try:
        Conversation(talk).ask(ITEMS[:1])
    except grpc.RpcError as error:
        return error.code() is not grpc.StatusCode.RESOURCE_EXHAUSTED
    return True


def test_a_deadline_ends_a_stream(talk: Talk) -> None:
    stream = Conversation(talk, timeout=0.3)
    stream.ask(ITEMS[:1])
    with pytest.raises(grpc.RpcError) as raised:
        next(stream.call)
    assert Refused(raised.value).code.name == "DEADLINE_EXCEEDED"


def resident(server: Server) -> int:
    """Kilobytes of memory that the server has."""
    status = Path(f"/proc/{server.pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


def test_a_client_that_does_not_read_is_not_read(tmp_path: Path) -> None:
    """It could send 80 MB of questions, and their answers would be 2 GB."""
    sent = [0]
    over = threading.Event()

    def endless() -> Iterator[pb.StreamChecksRequest]:
        yield first(view=decisions_pb2.VIEW_FULL)
        whole = chunk([item("mentor_funding", f"{n:064}", trn=f"{n:07}") for n in range(500)])
        while not over.is_set() and sent[0] < 2_000:
            sent[0] += 1
            yield whole

    with serving_process(tmp_path / "facts.sqlite") as server, server.channel() as channel:
        stub = check_service_pb2_grpc.CheckServiceStub(channel)
        call: Any = stub.StreamChecks(endless())
        next(call)
        before = resident(server)
        settled = [-1, 0]
        while settled[-1] != settled[-2]:
            time.sleep(0.4)
            settled.append(sent[0])
        grown = resident(server) - before
        over.set()
        call.cancel()
    assert sent[0] < 1_000
    assert grown < 30_000, f"{grown} kB after {sent[0]} chunks"
