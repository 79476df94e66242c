"""SCH-5: some types of establishment are never funded. No day matters."""

import pytest

from ect_rules.rules.school_eligibility import type_eligible
from tests.builders import school
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

READS = ["school 100001: gias_type"]
CHECK = ["CHECK_SCHOOL"]

CASES = {
    "a community school": Case(school("Community school"), "2026-01-15", MET, reads=READS),
    "secure units": Case(school("Secure units"), "2026-01-15", MET),
    "an independent school, whose approval another rule asks for": Case(
        school("Other independent school"), "2026-01-15", MET
    ),
    "a Welsh establishment, which another rule bars": Case(
        school("Welsh establishment"), "2026-01-15", MET
    ),
    "Higher education institutions": Case(
        school("Higher education institutions"),
        "2026-01-15",
        NOT_MET,
        ["TYPE_NOT_ELIGIBLE"],
        actions=CHECK,
        reads=READS,
    ),
    "Institution funded by other government department": Case(
        school("Institution funded by other government department"),
        "2026-01-15",
        NOT_MET,
        ["TYPE_NOT_ELIGIBLE"],
        actions=CHECK,
    ),
    "Miscellaneous": Case(
        school("Miscellaneous"), "2026-01-15", NOT_MET, ["TYPE_NOT_ELIGIBLE"], actions=CHECK
    ),
    "Online provider": Case(
        school("Online provider"), "2026-01-15", NOT_MET, ["TYPE_NOT_ELIGIBLE"], actions=CHECK
    ),
    "the type is not told": Case(school(None), "2026-01-15", CANNOT_TELL, reads=READS),
    "the type is none that GIAS has": Case(
        school("Wizarding school"), "2026-01-15", CANNOT_TELL, reads=READS
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_type_eligible(case):
    assert found(type_eligible, case) == case.expected
