"""A store in a file of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ect_rules.store.store import Store
from tests.store.keeping import url


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "facts.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = Store.open(url(path))
    yield store
    store.close()
