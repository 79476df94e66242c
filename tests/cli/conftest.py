"""Servers for the commands to ask: one with the example in it, and an empty one for each test."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import grpc
import pytest
from attrs import frozen

from ect_rules import tabular
from ect_rules.servicers.server import start
from ect_rules.store.store import Store
from tests.lifecycle.processes import ROOT
from tests.service.talking import Talk

EXAMPLE = ROOT / "examples" / "rect" / "records"
TODAY = date(2026, 1, 15)


@frozen
class Served:
    address: str
    talk: Talk


def serving(path: Path) -> Iterator[Served]:
    running = start(Store.open(f"sqlite:///{path}"), "127.0.0.1", 0, today=lambda: TODAY)
    address = f"127.0.0.1:{running.port}"
    with grpc.insecure_channel(address) as channel:
        yield Served(address, Talk(channel))
    running.drain()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Served]:
    yield from serving(tmp_path / "facts.sqlite")


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """It holds the example, at revision 1; commands that share it do not write."""
    for served in serving(tmp_path_factory.mktemp("example") / "facts.sqlite"):
        served.talk.import_records([record for _, _, record in tabular.read(EXAMPLE)])
        yield served
