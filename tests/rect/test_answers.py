"""The worked example, imported straight from RECT: its answers are those that are expected."""

from collections.abc import Iterator

import pytest

from tests.rect.importing import serving
from tests.rect.telling import ALL, Database
from tests.service.talking import Talk
from tests.service.test_rect_answers import (
    test_every_case_is_here,
    test_funding_of_ects,
    test_mentors,
    test_records_of_mentors,
    test_registrations,
    test_schools,
)

__all__ = [
    "test_every_case_is_here",
    "test_funding_of_ects",
    "test_mentors",
    "test_records_of_mentors",
    "test_registrations",
    "test_schools",
]


@pytest.fixture(scope="module")
def example(rect: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talk]:
    """In place of the one that is read from files."""
    with serving(tmp_path_factory.mktemp("rect") / "facts.sqlite") as server:
        said = server.imported(rect)
        assert said.out == f"revision 1: {ALL} added, 0 replaced, 0 unchanged\n"
        yield server.talk
