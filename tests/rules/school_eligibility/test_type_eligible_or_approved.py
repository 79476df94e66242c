"""SCH-5e: up to contract period 2024 approval lifts any type. No day matters."""

import pytest

from ect_rules.rules.school_eligibility import type_eligible_or_approved
from tests.builders import school
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["school 100001: gias_type, section_41_approved"]
CHECK = ["CHECK_SCHOOL"]
BARRED = (NOT_MET, ["TYPE_NOT_ELIGIBLE"])

CASES = {
    "a community school": Case(school(), "2024-01-15", MET, reads=READS),
    "a community school, approval not told": Case(school(section_41=None), "2024-01-15", MET),
    "secure units": Case(school("Secure units"), "2024-01-15", *BARRED, actions=CHECK, reads=READS),
    "secure units with approval": Case(school("Secure units", section_41=True), "2024-01-15", MET),
    "secure units, approval not told": Case(
        school("Secure units", section_41=None), "2024-01-15", CANNOT_TELL, reads=READS
    ),
    "a type that is not funded": Case(
        school("Miscellaneous"), "2024-01-15", *BARRED, actions=CHECK
    ),
    "the same with approval": Case(school("Miscellaneous", section_41=True), "2024-01-15", MET),
    "a Welsh establishment": Case(
        school("Welsh establishment"), "2024-01-15", *BARRED, actions=CHECK
    ),
    "a Welsh establishment with approval": Case(
        school("Welsh establishment", section_41=True), "2024-01-15", MET
    ),
    "the type is not told, without approval": Case(school(None), "2024-01-15", CANNOT_TELL),
    "the type is not told, with approval": Case(school(None, section_41=True), "2024-01-15", MET),
    "an independent school, of which another rule asks": Case(
        school("Other independent school"), "2024-01-15", NOT_APPLICABLE
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_type_eligible_or_approved(case):
    assert found(type_eligible_or_approved, case) == case.expected
