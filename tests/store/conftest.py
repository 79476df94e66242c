"""A store of its own for each test, on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from ect_rules.store.store import Store
from tests.postgres import schemas


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a SQLite file may be."""
    return tmp_path / "facts.sqlite"


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """One store for the tests of a module, which fill it and then leave it as it is."""
    with ExitStack() as stack:
        url = f"sqlite:///{tmp_path_factory.mktemp('shared')}/facts.sqlite"
        if request.param == "postgresql":
            url = stack.enter_context(schemas(request.getfixturevalue("postgres_server")))()
        store = Store.open(url)
        stack.callback(store.close)
        yield store


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    store = Store.open(database)
    yield store
    store.close()
