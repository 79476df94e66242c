"""Settings and fixtures that all tests share."""

import logging
import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.sizes import EXAMPLES, PROFILE

# HYPOTHESIS_PROFILE=soak looks for longer; give pytest --timeout 0 with it.
UNHURRIED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
for _profile, _examples in EXAMPLES.items():
    settings.register_profile(_profile, max_examples=_examples, **UNHURRIED)
settings.load_profile(PROFILE)


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors, as much of the time is spent waiting."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL server."""
    from tests import postgres  # noqa: PLC0415 - for the tests that ask for it

    with postgres.server() as url:
        yield url


@pytest.fixture
def new_postgres(postgres_server: str) -> Iterator[Callable[[], str]]:
    """Makes empty PostgreSQL databases, each a schema, and gives the URL of each."""
    from tests import postgres  # noqa: PLC0415

    with postgres.schemas(postgres_server) as make:
        yield make


@pytest.fixture(params=["sqlite", "postgresql"])
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Makes databases with nothing in them, and gives the URL of each."""
    if request.param == "postgresql":
        make: Callable[[], str] = request.getfixturevalue("new_postgres")
        return make
    numbers = count()
    return lambda: f"sqlite:///{tmp_path}/{next(numbers)}.sqlite"


@pytest.fixture
def database(new_database: Callable[[], str]) -> str:
    """The URL of a database with nothing in it."""
    return new_database()


@pytest.fixture
def told(request: pytest.FixtureRequest) -> logging.Logger:
    """Tells the figures of a run: pytest shows them with --log-cli-level INFO."""
    return logging.getLogger(request.node.name)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out of coverage what asks about every situation: it runs no line that nothing else does."""
    for item in items:
        if item.path.parent.name in ("proofs", "oracles") or item.path.stem == "test_histories":
            item.add_marker(pytest.mark.no_cover)
