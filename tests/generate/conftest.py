"""One population for the tests here."""

from datetime import date

import pytest

from ect_rules.facts import Record
from ect_rules.generate import population
from ect_rules.world import World

TODAY = date(2026, 1, 15)
MANY, SEED = 5_000, 1


@pytest.fixture(scope="session")
def records() -> list[Record]:
    return list(population(MANY, SEED))


@pytest.fixture(scope="session")
def world(records) -> World:
    return World(records)


def of(kind, records) -> list:
    return [record for record in records if isinstance(record, kind)]
