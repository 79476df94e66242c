"""A real server on a real socket, with an empty store or with the example in it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import grpc
import pytest

from ect_rules import tabular
from ect_rules.servicers.server import start
from ect_rules.store.store import Store
from tests.service.talking import Talk
from tests.service.telling import NOTHING_YET

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "rect" / "records"
TODAY = date(2026, 1, 15)


def serving(path: Path) -> Iterator[Talk]:
    running = start(Store.open(f"sqlite:///{path}"), "127.0.0.1", 0, today=lambda: TODAY)
    with grpc.insecure_channel(f"127.0.0.1:{running.port}") as channel:
        yield Talk(channel)
    running.drain()


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Talk]:
    """An empty service."""
    yield from serving(tmp_path / "facts.sqlite")


@pytest.fixture
def told(talk: Talk) -> Talk:
    """Three teachers, two schools and a contract period that is open, and no more."""
    talk.import_records(NOTHING_YET)
    return talk


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talk]:
    """A service that holds the example; tests that share it do not write."""
    for talk in serving(tmp_path_factory.mktemp("example") / "facts.sqlite"):
        talk.import_records([record for _, _, record in tabular.read(EXAMPLE)])
        yield talk
