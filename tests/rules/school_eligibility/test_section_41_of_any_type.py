"""SCH-3e: up to contract period 2024 approval makes a school of any type eligible. No day matters."""

import pytest

from ect_rules.rules.school_eligibility import section_41_of_any_type
from tests.builders import school
from tests.rules.table import MET, NOT_MET, Case, found

READS = ["school 100001: gias_type, section_41_approved"]
APPROVED = (MET, ["SECTION_41_APPROVED"])

CASES = {
    "a type that is not funded, with approval": Case(
        school("Miscellaneous", section_41=True), "2024-01-15", *APPROVED, reads=READS
    ),
    "secure units with approval": Case(
        school("Secure units", section_41=True), "2024-01-15", *APPROVED
    ),
    "the type is not told, with approval": Case(
        school(None, section_41=True), "2024-01-15", *APPROVED
    ),
    "a community school with approval is eligible without": Case(
        school(section_41=True), "2024-01-15", NOT_MET, reads=READS
    ),
    "without approval": Case(school("Miscellaneous"), "2024-01-15", NOT_MET),
    "approval not told": Case(school("Miscellaneous", section_41=None), "2024-01-15", NOT_MET),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_section_41_of_any_type(case):
    assert found(section_41_of_any_type, case) == case.expected
