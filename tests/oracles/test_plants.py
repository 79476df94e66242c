"""Errors planted in one engine at a time: the comparison finds each. `make soak` plants them all."""

import pytest

from tests.oracles.planting import asked, finds
from tests.oracles.plants import PLANTS, Plant

SEED, TEACHERS = 1, 300
FIRST_OF_EACH_FILE = {(p.engine, p.file): p for p in reversed(PLANTS)}.values()


@pytest.mark.parametrize("plant", FIRST_OF_EACH_FILE, ids=str)
def test_it_is_found(plant: Plant) -> None:
    assert finds(plant, asked(plant.check, SEED, TEACHERS))
