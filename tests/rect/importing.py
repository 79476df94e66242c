"""`ect-rules import-rect` into servers, without a process for each."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import grpc
from attrs import frozen

from ect_rules.facts import Record
from ect_rules.servicers.server import start
from ect_rules.store.store import Store
from ect_rules.store.tables import TABLES
from tests.cli.asking import Said, ect_rules
from tests.cli.conftest import TODAY
from tests.rect.telling import Database
from tests.service.talking import Talk


@frozen
class Server:
    address: str
    talk: Talk
    store: Store

    def imported(self, rect: Database, *options: str | Path) -> Said:
        return ect_rules("import-rect", rect.url, *options, "--address", self.address)

    def records(self) -> set[Record]:
        """Everything that counts."""
        with self.store.snapshot() as snapshot:
            return {record for kind in TABLES for record in snapshot.every(kind)}


@contextmanager
def serving(file: Path) -> Iterator[Server]:
    store = Store.open(f"sqlite:///{file}")
    running = start(store, "127.0.0.1", 0, today=lambda: TODAY)
    address = f"127.0.0.1:{running.port}"
    with grpc.insecure_channel(address) as channel:
        yield Server(address, Talk(channel), store)
    running.drain()
