"""A database that somebody else holds: writes are told to try again, and reads go on."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import grpc

from ect_rules.facts import Teacher
from ect_rules.servicers.server import start
from ect_rules.store.dialect import BUSY_SECONDS
from ect_rules.store.store import Store
from ect_rules.v1 import facts_pb2
from ect_rules.v1 import record_service_pb2 as writes
from tests.lifecycle.processes import environment, started
from tests.postgres import connected
from tests.service.talking import Refused, Talk, new_id, status
from tests.store.keeping import put

HOLD = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(60)
"""


@contextmanager
def held(database: str) -> Iterator[None]:
    """Nobody can write to a database meanwhile."""
    if database.startswith("sqlite:///"):
        file = database.removeprefix("sqlite:///")
        with started(sys.executable, "-c", HOLD, file, env=environment()) as holder:
            assert holder.line() == "held"
            yield
        return
    with connected(database) as connection, connection.transaction():
        connection.execute("SELECT revision FROM head FOR UPDATE")
        yield


def test_a_write_that_cannot_get_in_is_told_to_try_again_while_reads_go_on(database: str) -> None:
    store = Store.open(database)
    put(store, Teacher("0000001"))
    running = start(store, "127.0.0.1", 0)
    with grpc.insecure_channel(f"127.0.0.1:{running.port}") as channel:
        talk = Talk(channel)
        request = writes.RecordTeacherRequest(
            request_id=new_id(), teacher=facts_pb2.Teacher(trn="0000002")
        )
        with held(database):
            began = time.monotonic()
            write = talk.records.RecordTeacher.future(request)
            slowest = 0.0
            while not write.done():
                asked = time.monotonic()
                assert status(talk.registration("0000001")) == "NOT_REGISTERED"
                slowest = max(slowest, time.monotonic() - asked)
                time.sleep(0.02)
                assert asked - began < 2 * BUSY_SECONDS
            error = write.exception()
        assert isinstance(error, grpc.RpcError)
        answer = Refused(error)
        assert (answer.code.name, answer.reason) == ("UNAVAILABLE", "STORE_UNAVAILABLE")
        assert answer.details["RetryInfo"].retry_delay.seconds > 0
        assert slowest < BUSY_SECONDS / 2, "no read has waited for the write"
        again = talk.records.RecordTeacher(request)
        assert again.revision == talk.revision() == 2, "and then it gets in"
    running.drain()
