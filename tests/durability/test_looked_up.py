"""Looking up among very many: memory stays as it is among few, and cuts change nothing."""

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

TEACHERS = size("LOOKED_UP", 1_000, 10_000, 200_000)
FEW = TEACHERS // 10
CUTS = 40
# Bytes that a server may take more for ten times as many: it keeps its answers about schools, up to
# 65,536 of them.
MORE = 48 * 2**20
Found = list[tuple[str, bytes]]


@pytest.fixture
def full(tmp_path: Path) -> str:
    """A store with everybody in it."""
    return filled(tmp_path, TEACHERS)


def filled(folder: Path, teachers: int) -> str:
    database = url(folder / f"{teachers}.sqlite")
    store = Store.open(database)

    def work(transaction: Transaction) -> None:
        transaction.put(population(teachers, 4))

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


def whole(server: Again) -> tuple[Found, pb.LookupSummary]:
    with stub(server) as lookups:
        everybody: Found = []
        for response in lookups.LookupSubjects(asked()):
            everybody += found(response)
        return everybody, response.summary


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


def test_among_very_many(full: str, tmp_path: Path, told: Logger) -> None:
    with again(filled(tmp_path, FEW)) as server:
        assert whole(server)[1].seen
        among_few = peak(server)
    with again(full) as server:
        began = perf_counter()
        everybody, summary = whole(server)
        seconds = perf_counter() - began
        among_many = peak(server)
        assert in_parts(server, CUTS) == everybody
    assert summary.matched == len(everybody)
    assert len({trn for trn, _ in everybody}) == len(everybody)
    told.info(
        "%s teachers, %s mentors looked at in %.0f s, %s found; server's peak %.0f MB, among %s %.0f MB",
        *(f"{TEACHERS:,}", f"{summary.seen:,}", seconds, f"{len(everybody):,}"),
        *(among_many / 2**20, f"{FEW:,}", among_few / 2**20),
    )
    assert among_many < among_few + MORE
