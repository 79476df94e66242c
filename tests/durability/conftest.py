"""A PostgreSQL that may be killed."""

from collections.abc import Iterator

import pytest

from tests.durability.clusters import Cluster, cluster
from tests.durability.sizes import LITTLE
from tests.postgres import schemas

# What takes long even of little.
NAMES = ("away", "dropped", "history", "looked_up", "plants", "racing", "watched")
LONG = [f"test_{name}.py" for name in NAMES]
collect_ignore = LONG if LITTLE else []


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """A PostgreSQL that nobody else uses."""
    with cluster() as found:
        yield found


@pytest.fixture
def postgres_away(postgres: Cluster) -> Iterator[str]:
    """The URL of an empty database in it."""
    with schemas(postgres.url) as make:
        yield make()
