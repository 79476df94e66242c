"""SCH-2e: up to contract period 2024 the district code says whether it is England. No day matters."""

import pytest

from ect_rules.rules.school_eligibility import in_english_district
from tests.builders import school
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

READS = ["school 100001: administrative_district_code"]
BOTH = ["school 100001: administrative_district_code, gias_type"]
CHECK = ["CHECK_SCHOOL"]
BARRED = (NOT_MET, ["NOT_IN_ENGLAND"])
WELSH, OVERSEAS = "Welsh establishment", "British schools overseas"

CASES = {
    "a code that begins with E": Case(school(district="E09000001"), "2024-01-15", MET, reads=READS),
    "the same in small letters": Case(school(district="e09000001"), "2024-01-15", MET),
    "code 9999": Case(school(district="9999"), "2024-01-15", MET),
    "code 999": Case(school(district="999"), "2024-01-15", *BARRED, actions=CHECK),
    "a code of Wales": Case(
        school(district="W06000015"), "2024-01-15", *BARRED, actions=CHECK, reads=READS
    ),
    "a Welsh establishment with a code of England": Case(
        school(WELSH, district="E09000001"), "2024-01-15", MET
    ),
    "the type is not told, with a code of England": Case(
        school(None, district="E09000001"), "2024-01-15", MET
    ),
    "no code, a community school": Case(school(), "2024-01-15", MET, reads=BOTH),
    "an empty code, a community school": Case(school(district=""), "2024-01-15", MET, reads=BOTH),
    "no code, a British school overseas": Case(
        school(OVERSEAS), "2024-01-15", *BARRED, actions=CHECK, reads=BOTH
    ),
    "neither code nor type is told": Case(school(None), "2024-01-15", CANNOT_TELL, reads=BOTH),
    "no code, and a type that GIAS has not": Case(
        school("Wizarding school"), "2024-01-15", CANNOT_TELL
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_in_english_district(case):
    assert found(in_english_district, case) == case.expected
