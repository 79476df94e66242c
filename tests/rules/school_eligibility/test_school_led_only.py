"""SCH-E: up to contract period 2024 some schools that are not funded could use the service."""

import pytest

from ect_rules.rules.school_eligibility import school_led_only
from tests.builders import school
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

FIELDS = "gias_status, gias_type, section_41_approved, administrative_district_code"
READS = [f"school 100001: {FIELDS}"]
INDEPENDENT, SPECIAL = "Other independent school", "Other independent special school"
ONLY = ["SCHOOL_LED_ONLY"]

CASES = {
    "independent without approval": Case(
        school(INDEPENDENT), "2024-01-15", MET, warnings=ONLY, reads=READS
    ),
    "independent and special without approval, proposed to close": Case(
        school(SPECIAL, "proposed_to_close"), "2024-01-15", MET, warnings=ONLY
    ),
    "a Welsh establishment": Case(school("Welsh establishment"), "2024-01-15", MET, warnings=ONLY),
    "a British school overseas with approval": Case(
        school("British schools overseas", section_41=True), "2024-01-15", MET, warnings=ONLY
    ),
    "independent with approval in a district of Wales": Case(
        school(INDEPENDENT, section_41=True, district="W06000015"),
        "2024-01-15",
        MET,
        warnings=ONLY,
    ),
    "in a district of Wales, approval not told": Case(
        school(INDEPENDENT, section_41=None, district="W06000015"),
        "2024-01-15",
        MET,
        warnings=ONLY,
    ),
    "independent with approval is funded": Case(
        school(INDEPENDENT, section_41=True), "2024-01-15", NOT_MET, reads=READS
    ),
    "a Welsh establishment with approval in a district of England is funded": Case(
        school("Welsh establishment", section_41=True, district="E09000001"),
        "2024-01-15",
        NOT_MET,
    ),
    "closed": Case(school(INDEPENDENT, "closed"), "2024-01-15", NOT_MET),
    "closed, the type not told": Case(school(None, "closed"), "2024-01-15", NOT_MET),
    "a community school": Case(school(), "2024-01-15", NOT_MET),
    "a community school, the status not told": Case(
        school(gias_status=None), "2024-01-15", NOT_MET
    ),
    "the type is not told": Case(school(None), "2024-01-15", CANNOT_TELL, reads=READS),
    "the status is not told": Case(school(INDEPENDENT, None), "2024-01-15", CANNOT_TELL),
    "independent, approval not told": Case(
        school(INDEPENDENT, section_41=None), "2024-01-15", CANNOT_TELL
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_school_led_only(case):
    assert found(school_led_only, case) == case.expected
