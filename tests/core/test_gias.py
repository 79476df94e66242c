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
OF_THE_EARLIER_SERVICE = {
    "funded": (gias.ECF_ELIGIBLE_TYPES, 30),
    "school-led only": (gias.ECF_SCHOOL_LED_ONLY_TYPES, 4),
}


@pytest.mark.parametrize(("types", "number"), GROUPS.values(), ids=GROUPS)
def test_how_many_types_there_are(types, number):
    assert len(types) == number


@pytest.mark.parametrize(
    ("types", "number"), OF_THE_EARLIER_SERVICE.values(), ids=OF_THE_EARLIER_SERVICE
)
def test_how_many_there_were_for_the_earlier_service(types, number):
    assert len(types) == number
    assert types <= gias.TYPES


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


STATUSES = {
    "open": True,
    "proposed_to_close": True,
    "closed": False,
    "proposed_to_open": False,
    None: None,
}


@pytest.mark.parametrize(("status", "expected"), STATUSES.items(), ids=map(str, STATUSES))
def test_is_open(status, expected):
    assert gias.is_open(school(gias_status=status).school) is expected


# Of a school: by its type, and by its district.
PLACES = {
    "no code": (school(), True, True),
    "a type outside England, no code": (school("Welsh establishment"), False, False),
    "neither type nor code": (school(None), None, None),
    "a code of England": (school("Welsh establishment", district="E06000001"), False, True),
    "a code of England in small letters": (school(None, district="e06000001"), None, True),
    "code 9999": (school(None, district="9999"), None, True),
    "a code of Wales": (school(district="W06000001"), True, False),
    "a code of Scotland": (school(None, district="S12000033"), None, False),
    "an empty code": (school(district=""), True, True),
}


@pytest.mark.parametrize(("given", "by_type", "by_district"), PLACES.values(), ids=PLACES)
def test_in_england(given, by_type, by_district):
    assert gias.in_england(given.school) is by_type
    assert gias.in_english_district(given.school) is by_district
