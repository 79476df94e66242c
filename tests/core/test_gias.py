"""Types of establishment, by what they mean for eligibility."""

import pytest

from ect_rules import gias
from tests.builders import school

GROUPS = {
    "independent": (gias.INDEPENDENT_TYPES, 2),
    "outside England": (gias.OUTSIDE_ENGLAND_TYPES, 4),
    "never funded": (gias.OTHER_INELIGIBLE_TYPES, 4),
    "funded": (gias.ELIGIBLE_TYPES, 31),
    "all": (gias.TYPES, 41),
}


@pytest.mark.parametrize(("types", "number"), GROUPS.values(), ids=GROUPS)
def test_how_many_types_there_are(types, number):
    assert len(types) == number


def test_no_type_is_in_two_groups():
    groups = [types for types, number in GROUPS.values() if number < 41]
    assert sum(len(types) for types in groups) == len(frozenset().union(*groups))


ASKED = {
    "one of them": ("Other independent school", True),
    "none of them": ("Community school", False),
    "not told": (None, None),
    "a type that GIAS has not": ("Wizarding school", None),
    "a name spelt otherwise": ("other independent school", None),
}


@pytest.mark.parametrize(("gias_type", "expected"), ASKED.values(), ids=ASKED)
def test_is_one_of(gias_type, expected):
    assert gias.is_one_of(school(gias_type).school, gias.INDEPENDENT_TYPES) is expected
