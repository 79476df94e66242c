"""The situations themselves: each once, each value somewhere, and each its own nearest."""

from itertools import product
from math import prod

import pytest

from ect_rules import catalogue, space
from ect_rules.space.space import decided

RULES = catalogue.load()


def name(found):
    return " ".join(
        filter(None, (found.check, str(found.contract_period or ""), found.part, found.asked))
    )


of_every = pytest.mark.parametrize("found", space.load(), ids=name)


@of_every
def test_every_value_is_found_in_some_situation(found):
    values = {pair for point, _ in decided(RULES, found) for pair in point.items()}
    assert values == {(n, value) for n, told in found.dimensions.items() for value in told}


@of_every
def test_each_situation_is_its_own_nearest(found):
    points = [point for point, _ in decided(RULES, found)]
    for point in points[:: max(1, len(points) // 200)]:
        assert found.nearest(point) == point


SMALL = [s for s in space.load() if prod(map(len, s.dimensions.values())) < 20_000]


@pytest.mark.parametrize("found", SMALL, ids=name)
def test_passing_over_what_is_refused_misses_nothing(found):
    every = (
        dict(zip(found.dimensions, values, strict=True))
        for values in product(*found.dimensions.values())
    )
    assert list(filter(found.possible, every)) == list(found.points())
