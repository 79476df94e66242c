"""A server in a process of its own, with those who ask it, who watch it and who write."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

import grpc
from attrs import define

from ect_rules.facts import MentorAtSchoolPeriod, Record, School
from ect_rules.generate import population
from ect_rules.v1 import check_service_pb2 as checks_pb
from ect_rules.v1 import (
    check_service_pb2_grpc,
    facts_pb2,
    record_service_pb2_grpc,
    watch_service_pb2_grpc,
)
from ect_rules.v1 import record_service_pb2 as writes_pb
from ect_rules.v1 import watch_service_pb2 as watch_pb
from ect_rules.wire.messages import message

TEACHERS = 2_000


@define
class Service:
    """A server with made-up people, and a channel to it."""

    channel: grpc.Channel
    mentors: list[str]
    urns: list[str]

    @classmethod
    @contextmanager
    def over(cls, folder: Path) -> Iterator[Service]:
        """A server over a database in a folder."""
        people = list(population(TEACHERS, 1))
        database = f"sqlite:///{folder}/facts.sqlite"
        cores = sorted(os.sched_getaffinity(0))
        command = (sys.executable, "-m", "ect_rules", "serve", "--address", "127.0.0.1:0")
        process = subprocess.Popen(
            [*command, "--database-url", database],
            stdout=subprocess.PIPE,
            text=True,
        )
        os.sched_setaffinity(process.pid, cores[:1])
        os.sched_setaffinity(0, cores[-1:])
        try:
            assert process.stdout is not None
            address = process.stdout.readline().split(" on ")[1].split(",")[0]
            with grpc.insecure_channel(address) as channel:
                _import(channel, people)
                mentors = sorted({r.trn for r in people if isinstance(r, MentorAtSchoolPeriod)})
                yield cls(channel, mentors, [r.urn for r in people if isinstance(r, School)])
        finally:
            process.terminate()
            process.wait()
            os.sched_setaffinity(0, cores)

    def checks(self, calls: int) -> list[float]:
        """The seconds that checks took, one after the other."""
        stub = check_service_pb2_grpc.CheckServiceStub(self.channel)
        taken = []
        for call in range(calls):
            request = checks_pb.CheckMentorFundingRequest(
                trn=self.mentors[call % len(self.mentors)]
            )
            started = perf_counter()
            stub.CheckMentorFunding(request)
            taken.append(perf_counter() - started)
        return taken

    @contextmanager
    def watching(self, watchers: int) -> Iterator[None]:
        """So many watch, each a school."""
        stub = watch_service_pb2_grpc.WatchServiceStub(self.channel)
        streams: list[Any] = []
        for number in range(watchers):
            urn = self.urns[number % len(self.urns)]
            streams.append(stub.WatchDecisions(watch_pb.WatchDecisionsRequest(urns=[urn])))
            next(streams[-1])
        yield
        for stream in streams:
            stream.cancel()

    @contextmanager
    def writing(self, writes_a_second: int) -> Iterator[None]:
        """So many writes a second, of one teacher each."""
        done = threading.Event()
        stub = record_service_pb2_grpc.RecordServiceStub(self.channel)

        def write() -> None:
            number = 0
            while not done.wait(1 / writes_a_second):
                number += 1
                teacher = facts_pb2.Teacher(
                    trn=self.mentors[number % len(self.mentors)],
                    prohibited_from_teaching=bool(number // len(self.mentors) % 2 == 0),
                )
                stub.RecordTeacher(
                    writes_pb.RecordTeacherRequest(request_id=str(uuid.uuid4()), teacher=teacher)
                )

        thread = threading.Thread(target=write)
        if writes_a_second:
            thread.start()
        yield
        done.set()
        if writes_a_second:
            thread.join()


def _import(channel: grpc.Channel, people: list[Record]) -> None:
    stub = record_service_pb2_grpc.RecordServiceStub(channel)
    header = writes_pb.ImportHeader(request_id=str(uuid.uuid4()))

    def requests() -> Iterator[writes_pb.ImportRecordsRequest]:
        yield writes_pb.ImportRecordsRequest(header=header)
        for first in range(0, len(people), 1_000):
            some = [message(record) for record in people[first : first + 1_000]]
            yield writes_pb.ImportRecordsRequest(batch=writes_pb.ImportBatch(records=some))
        end = writes_pb.ImportEnd(record_count=len(people))
        yield writes_pb.ImportRecordsRequest(end=end)

    stub.ImportRecords(requests())
