"""A PostgreSQL that stops, or is gone: calls end in time, health tells, and all goes on afterwards."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from logging import Logger
from typing import Any

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc

from ect_rules.facts import Teacher
from ect_rules.servicers.limits import THREADS
from ect_rules.servicers.server import SERVICES
from ect_rules.v1 import check_service_pb2 as checks
from ect_rules.v1 import facts_pb2
from ect_rules.v1 import record_service_pb2 as writes
from tests.durability.clusters import Cluster
from tests.durability.servers import Again, again
from tests.durability.sizes import size
from tests.service.talking import Talk, asking, new_id, supposing

TIMES = size("TIMES_AWAY", 1, 2, 20)
DEADLINE = 1.0  # seconds
LATE = 0.5  # a call may be late by so much, on a busy machine
TOLD_WITHIN, BACK_WITHIN = 4.0, 5.0
ENDED = {grpc.StatusCode.DEADLINE_EXCEEDED, grpc.StatusCode.UNAVAILABLE}
ASKED = checks.CheckMentorFundingRequest(trn="1000001")
SERVING, NOT_SERVING = (
    health_pb2.HealthCheckResponse.SERVING,
    health_pb2.HealthCheckResponse.NOT_SERVING,
)


def healths(talk: Talk) -> set[int]:
    stub = health_pb2_grpc.HealthStub(talk.channel)
    asked = [health_pb2.HealthCheckRequest(service=name) for name in ("", *SERVICES)]
    return {stub.Check(each, timeout=DEADLINE).status for each in asked}


def within(seconds: float, holds: Callable[[], bool]) -> float:
    """How long it takes until something holds. Fails where it takes longer."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < seconds, "it takes too long"
        time.sleep(0.05)
    return time.monotonic() - began


def answered(talk: Talk) -> bool:
    try:
        talk.ask("CheckMentorFunding", trn="1000001")
    except grpc.RpcError as error:
        if error.code() is not grpc.StatusCode.UNAVAILABLE:
            raise
        return False
    return True


def from_what_is_supposed(talk: Talk) -> int:
    """An answer for which no database is needed, but a free thread."""
    supposed = asking("2026-01-15", hypothetical=supposing([Teacher("1000001")]))
    request = checks.CheckMentorFundingRequest(trn="1000001", asking=supposed)
    return talk.checks.CheckMentorFunding(request, timeout=DEADLINE).decision.status


def a_write(number: int) -> writes.RecordTeacherRequest:
    return writes.RecordTeacherRequest(
        request_id=new_id(), teacher=facts_pb2.Teacher(trn=f"{number:07}")
    )


def end_in_time(talk: Talk, sent: list[Any]) -> None:
    """More calls than there are threads, each with a deadline."""
    began = time.monotonic()
    calls = [
        *(
            talk.checks.CheckMentorFunding.future(ASKED, timeout=DEADLINE)
            for _ in range(3 * THREADS)
        ),
        *(talk.records.RecordTeacher.future(each, timeout=DEADLINE) for each in sent),
    ]
    assert {call.code() for call in calls} <= ENDED  # code() waits for the end
    assert time.monotonic() - began < DEADLINE + LATE


@contextmanager
def stopped(postgres: Cluster) -> Iterator[None]:
    postgres.stop_for_a_while()
    try:
        yield
    finally:
        postgres.go_on()


@contextmanager
def killed(postgres: Cluster) -> Iterator[None]:
    postgres.kill()
    try:
        yield
    finally:
        postgres.start()


def free(talk: Talk) -> bool:
    try:
        return from_what_is_supposed(talk) == checks.MENTOR_FUNDING_STATUS_NOT_REGISTERED
    except grpc.RpcError as error:
        if error.code() is not grpc.StatusCode.DEADLINE_EXCEEDED:
            raise
        return False


def go_away(server: Again, postgres: Cluster, away: Any, told: Logger) -> None:
    with server.talk() as talk:
        assert answered(talk)
        assert healths(talk) == {SERVING}, "at first"
        newest = talk.revision()
        sent = [a_write(newest + n) for n in range(5)]
        with away(postgres):
            end_in_time(talk, sent)
            within(3 * DEADLINE, lambda: free(talk))
            patient = [talk.checks.CheckMentorFunding.future(ASKED) for _ in range(2 * THREADS)]
            until_told = within(TOLD_WITHIN, lambda: healths(talk) == {NOT_SERVING})
            end_in_time(talk, sent)
        until_back = within(BACK_WITHIN, lambda: answered(talk))
        within(BACK_WITHIN, lambda: healths(talk) == {SERVING})
        assert {call.code() for call in patient} <= {
            grpc.StatusCode.OK,
            grpc.StatusCode.UNAVAILABLE,
        }
        told.info("told after %.2f s, back after %.2f s", until_told, until_back)
        revisions = [talk.records.RecordTeacher(each).revision for each in sent]
        assert sorted(revisions) == list(range(newest + 1, newest + 1 + len(sent))), "each once"


@pytest.mark.parametrize("away", [stopped, killed])
def test_a_database_that_is_away(
    postgres: Cluster, postgres_away: str, away: Any, told: Logger
) -> None:
    with again(postgres_away) as server:
        for _ in range(TIMES):
            go_away(server, postgres, away, told)
