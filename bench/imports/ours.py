"""Our import: by the store alone, by the service's method, and by the command with a server."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import uuid
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Self

from ect_rules import catalogue
from ect_rules.facts import Record
from ect_rules.servicers.imports import import_records
from ect_rules.servicers.writing import Writer
from ect_rules.store.exporting import pages
from ect_rules.store.snapshot import Snapshot
from ect_rules.store.store import Store, Transaction
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.wire.messages import message

TODAY = date(2026, 1, 15)
PER_MESSAGE = 1_000
ECT_RULES = (sys.executable, "-m", "ect_rules")


def by_store(url: str, records: Sequence[Record]) -> None:
    """Write records that are known to be sound, in one transaction."""

    def work(transaction: Transaction) -> bytes:
        for first in range(0, len(records), PER_MESSAGE):
            transaction.put(records[first : first + PER_MESSAGE])
        return b""

    store = Store.open(url)
    store.write("ImportRecords", str(uuid.uuid4()), b"", work)
    store.close()


def messages(records: Sequence[Record]) -> list[pb.ImportRecordsRequest]:
    """The stream that a client sends."""
    header = pb.ImportHeader(request_id=str(uuid.uuid4()))
    made = [pb.ImportRecordsRequest(header=header)]
    for first in range(0, len(records), PER_MESSAGE):
        some = map(message, records[first : first + PER_MESSAGE])
        made.append(pb.ImportRecordsRequest(batch=pb.ImportBatch(records=some)))
    made.append(pb.ImportRecordsRequest(end=pb.ImportEnd(record_count=len(records))))
    return made


def by_method(url: str, stream: Sequence[pb.ImportRecordsRequest]) -> None:
    """The service's method without the socket: with all that records are held to."""
    store = Store.open(url)
    import_records(iter(stream), lambda: True, Writer(store, catalogue.load(), lambda: TODAY))
    store.close()


class Server:
    """A server process on a database. A context manager."""

    def __init__(self, url: str) -> None:
        self._process = subprocess.Popen(
            [*ECT_RULES, "serve", "--address", "127.0.0.1:0"],
            env={**os.environ, "ECT_RULES_DATABASE_URL": url},
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        assert self._process.stdout is not None
        said = self._process.stdout.readline()
        found = re.search(r"serving on (\S+),", said)
        assert found is not None, said
        self.address = found[1]
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.communicate()

    def peak(self) -> int | None:
        """The most memory that it has had, in MiB; None where the system does not say."""
        status = Path(f"/proc/{self._process.pid}/status")
        found = status.exists() and re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
        return int(found[1]) // 1024 if found else None


def by_command(address: str, folder: Path) -> None:
    """`ect-rules import` of a folder of CSV files."""
    done = subprocess.run(
        [*ECT_RULES, "import", folder, "--address", address], capture_output=True, check=True
    )
    assert done.stdout.startswith(b"revision 1: "), done.stdout


def in_order(url: str) -> Iterator[list[Record]]:
    """The records at revision 1 of a store, however they came there."""
    store = Store.open(url)
    with store.engine.connect() as connection:
        yield from pages(Snapshot(connection, 1))
    store.close()
