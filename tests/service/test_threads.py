"""Whoever holds threads, a check finds one free. Each check here has a deadline of its own."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import grpc
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc

from ect_rules.servicers.limits import THREADS
from ect_rules.v1 import check_service_pb2 as checks
from ect_rules.v1 import facts_pb2
from ect_rules.v1 import record_service_pb2 as writes
from tests.service.talking import Talk, new_id

SOON = 2  # seconds: less than a write waits for a lock


def ask(talk: Talk) -> int:
    request = checks.CheckMentorFundingRequest(trn="1000001")
    return talk.checks.CheckMentorFunding(request, timeout=SOON).decision.status


def test_writes_that_wait_for_a_locked_database(talk: Talk, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "facts.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    teacher = facts_pb2.Teacher(trn="1000001")
    waiting = [
        talk.records.RecordTeacher.future(
            writes.RecordTeacherRequest(request_id=new_id(), teacher=teacher)
        )
        for _ in range(2 * THREADS)
    ]
    # Often enough for the writes to have arrived by then.
    assert {ask(talk) for _ in range(100)} == {checks.MENTOR_FUNDING_STATUS_NOT_KNOWN}
    assert not any(write.done() for write in waiting)
    other.execute("ROLLBACK")
    other.close()
    assert {write.result(timeout=30).revision for write in waiting} == {1}
    assert ask(talk) == checks.MENTOR_FUNDING_STATUS_NOT_REGISTERED


def test_reflection_left_open(talk: Talk) -> None:
    done = threading.Event()

    def held() -> Iterator[reflection_pb2.ServerReflectionRequest]:
        yield reflection_pb2.ServerReflectionRequest(list_services="")
        done.wait(30)

    stub = reflection_pb2_grpc.ServerReflectionStub(talk.channel)
    streams: list[grpc.Call] = [stub.ServerReflectionInfo(held()) for _ in range(THREADS)]
    assert all(next(stream).list_services_response.service for stream in streams)
    assert ask(talk) == checks.MENTOR_FUNDING_STATUS_NOT_KNOWN
    done.set()
