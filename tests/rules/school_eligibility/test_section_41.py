"""SCH-3: an independent school with section 41 approval is eligible. No day matters."""

import pytest

from ect_rules.rules.school_eligibility import section_41
from tests.builders import school
from tests.rules.table import MET, NOT_MET, Case, found

READS = ["school 100001: gias_type, section_41_approved"]

CASES = {
    "an independent school with approval": Case(
        school("Other independent school", section_41=True),
        "2026-01-15",
        MET,
        ["SECTION_41_INDEPENDENT"],
        reads=READS,
    ),
    "an independent special school with approval": Case(
        school("Other independent special school", section_41=True),
        "2026-01-15",
        MET,
        ["SECTION_41_INDEPENDENT"],
    ),
    "an independent school without approval": Case(
        school("Other independent school", section_41=False), "2026-01-15", NOT_MET, reads=READS
    ),
    "an independent school, approval not told": Case(
        school("Other independent school", section_41=None), "2026-01-15", NOT_MET
    ),
    "approval lifts no other type": Case(
        school("Miscellaneous", section_41=True), "2026-01-15", NOT_MET
    ),
    "the type is not told": Case(school(None, section_41=True), "2026-01-15", NOT_MET),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_section_41(case):
    assert found(section_41, case) == case.expected
