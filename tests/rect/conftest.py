"""RECT databases on a real PostgreSQL, with the worked example in them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.postgres import schemas
from tests.rect.telling import Database

DATA = Path(__file__).parents[1] / "data"
TABLES = (DATA / "rect_subset.sql").read_text(encoding="utf-8")
ROWS = (DATA / "rect_rows.sql").read_text(encoding="utf-8")


@pytest.fixture
def database(new_postgres: Callable[[], str]) -> Iterator[Database]:
    """A database of its own for a test that changes its types or constraints."""
    with Database.made(new_postgres(), TABLES, ROWS) as made:
        yield made


@pytest.fixture(scope="session")
def rect(postgres_server: str) -> Iterator[Database]:
    """The example, for tests that leave it as it was."""
    with schemas(postgres_server) as new, Database.made(new(), TABLES, ROWS) as made:
        yield made
