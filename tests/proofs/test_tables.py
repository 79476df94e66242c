"""The decision tables are small, and say of every situation what the decision says."""

from itertools import combinations, product

import pytest

from ect_rules import catalogue, space
from ect_rules.space.space import decided
from ect_rules.space.table import read, table
from tests.proofs.parts import joined, name, of_parts, revealing

RULES = catalogue.load()


@pytest.mark.parametrize("spaces", space.together(), ids=name)
def test_says_what_the_decision_says(spaces):
    rows = table(RULES, *spaces)
    assert len(rows) <= 30
    for of_part in spaces:
        for point, decision in decided(RULES, of_part):
            said = read(rows, joined(spaces, point))
            assert said == (decision.status, decision.reasons[0].code), of_part.told(point)


@pytest.mark.parametrize("spaces", [s for s in space.together() if len(s) > 1], ids=name)
def test_says_so_of_two_parts_together(spaces):
    rows, plain = table(RULES, *spaces), {s: s.nearest({}) for s in spaces}
    for one, other in combinations(spaces, 2):
        for here, there in product(revealing(RULES, one), revealing(RULES, other)):
            decision = of_parts(RULES, {**plain, one: here, other: there})
            both = joined(spaces, here, there)
            assert read(rows, both) == (decision.status, decision.reasons[0].code), both
