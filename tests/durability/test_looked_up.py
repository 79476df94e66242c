"""Looking up among very many: memory stays as it is after the first of them, and cuts change nothing."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from logging import Logger
from pathlib import Path
from time import perf_counter

import pytest

from ect_rules.generate import population
from ect_rules.store.store import Store, Transaction
from ect_rules.v1 import lookup_service_pb2 as pb
from ect_rules.v1 import lookup_service_pb2_grpc
from tests.durability.servers import Again, again
from tests.durability.sizes import size
from tests.service.test_lookup import request
from tests.store.keeping import do, url

TEACHERS = size("LOOKED_UP", 3_000, 20_000, 200_000)
CUTS = 40
PARTS = 4
# Bytes that a server may take more from the end of the first part on: it keeps its answers about schools,
# up to 65,536 of them.
MORE = 32 * 2**20
Found = list[tuple[str, bytes]]


@pytest.fixture
def full(tmp_path: Path) -> str:
    """A store with everybody in it."""
    database = url(tmp_path / "facts.sqlite")
    store = Store.open(database)

    def work(transaction: Transaction) -> None:
        transaction.put(population(TEACHERS, 4))

    do(store, work)
    store.close()
    return database


@contextmanager
def stub(server: Again) -> Iterator[lookup_service_pb2_grpc.LookupServiceStub]:
    with server.talk() as talk:
        yield lookup_service_pb2_grpc.LookupServiceStub(talk.channel)


def asked(cursor: str = "") -> pb.LookupSubjectsRequest:
    statuses = ("NOT_YET_ELIGIBLE", "NOT_ELIGIBLE")
    return request("mentor_funding", *statuses, **({"cursor": cursor} if cursor else {}))


def found(response: pb.LookupSubjectsResponse) -> Found:
    return [(f.subject.trn, f.decision.SerializeToString()) for f in response.found]


def whole(server: Again) -> tuple[Found, pb.LookupSummary, list[int]]:
    """All who are found, the summary, and the server's peak of memory after each part of the stream."""
    everybody: Found = []
    peaks: list[int] = []
    with stub(server) as lookups:
        for response in lookups.LookupSubjects(asked()):
            everybody += found(response)
            if response.seen * PARTS >= response.total * (len(peaks) + 1):
                peaks.append(peak(server))
        return everybody, response.summary, peaks


def in_parts(server: Again, cuts: int) -> Found:
    """The same, of which each call but the last is cut off after some messages."""
    chance, cursor = random.Random(3), ""  # noqa: S311 - no secret is made of it
    everybody: Found = []
    with stub(server) as lookups:
        for cut in range(cuts + 1):
            most = chance.randint(1, 8) if cut < cuts else None
            call = lookups.LookupSubjects(asked(cursor))
            for number, response in enumerate(call, 1):
                everybody += found(response)
                cursor = response.cursor
                if number == most:
                    break
            call.cancel()
            if response.HasField("summary"):
                break
    return everybody


def peak(server: Again) -> int:
    """The most bytes of memory that a server has ever held."""
    text = Path(f"/proc/{server.pid}/status").read_text()
    (line,) = [line for line in text.splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) * 1024


def test_among_very_many(full: str, told: Logger) -> None:
    with again(full) as server:
        began = perf_counter()
        everybody, summary, peaks = whole(server)
        seconds = perf_counter() - began
        assert in_parts(server, CUTS) == everybody
    assert summary.matched == len(everybody)
    assert len({trn for trn, _ in everybody}) == len(everybody)
    told.info(
        "%s teachers, %s mentors looked at in %.0f s, %s found; the server's peak after each part: %s MB",
        *(f"{TEACHERS:,}", f"{summary.seen:,}", seconds, f"{len(everybody):,}"),
        ", ".join(f"{each / 2**20:.0f}" for each in peaks),
    )
    assert len(peaks) == PARTS
    assert peaks[-1] < peaks[0] + MORE
