"""A real server on a real socket, with an empty store or with the example in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import grpc
import pytest

from ect_rules import tabular
from ect_rules.servicers.server import start
from ect_rules.store.store import Store
from tests.postgres import schemas
from tests.service.talking import Talk
from tests.service.telling import NOTHING_YET

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "rect" / "records"
TODAY = date(2026, 1, 15)


@contextmanager
def serving(database: str) -> Iterator[Talk]:
    with serving_store(database) as (talk, _):
        yield talk


@contextmanager
def serving_store(database: str) -> Iterator[tuple[Talk, Store]]:
    """The same, with the store that it serves."""
    store = Store.open(database)
    running = start(store, "127.0.0.1", 0, today=lambda: TODAY)
    with grpc.insecure_channel(f"127.0.0.1:{running.port}") as channel:
        yield Talk(channel), store
    running.drain()


@pytest.fixture(scope="session")
def kind(request: pytest.FixtureRequest) -> str:
    """The kind of database: SQLite, but where a test asks for it on both."""
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture
def talk(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Talk]:
    """An empty service."""
    database = f"sqlite:///{tmp_path}/facts.sqlite"
    if kind == "postgresql":
        new: Callable[[], str] = request.getfixturevalue("new_postgres")
        database = new()
    with serving(database) as talk:
        yield talk


@pytest.fixture
def told(talk: Talk) -> Talk:
    """Three teachers, two schools and a contract period that is open, and no more."""
    talk.import_records(NOTHING_YET)
    return talk


@pytest.fixture(scope="session")
def example(
    kind: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Talk]:
    """A service that holds the example; tests that share it do not write."""
    if kind == "postgresql":
        with schemas(request.getfixturevalue("postgres_server")) as new:
            yield from holding_the_example(new())
    else:
        folder = tmp_path_factory.mktemp("example")
        yield from holding_the_example(f"sqlite:///{folder}/facts.sqlite")


def holding_the_example(database: str) -> Iterator[Talk]:
    with serving(database) as talk:
        talk.import_records([record for _, _, record in tabular.read(EXAMPLE)])
        yield talk
