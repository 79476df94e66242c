"""SCH-4: an independent school needs section 41 approval. No day matters."""

import pytest

from ect_rules.rules.school_eligibility import independent_without_section_41
from tests.builders import school
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["school 100001: gias_type, section_41_approved"]
APPLY = ["APPLY_FOR_SECTION_41"]
INDEPENDENT, SPECIAL = "Other independent school", "Other independent special school"

CASES = {
    "an independent school with approval": Case(
        school(INDEPENDENT, section_41=True), "2026-01-15", MET, reads=READS
    ),
    "an independent special school with approval": Case(
        school(SPECIAL, section_41=True), "2026-01-15", MET
    ),
    "an independent school without approval": Case(
        school(INDEPENDENT, section_41=False),
        "2026-01-15",
        NOT_MET,
        ["INDEPENDENT_WITHOUT_SECTION_41"],
        actions=APPLY,
        reads=READS,
    ),
    "an independent special school without approval": Case(
        school(SPECIAL, section_41=False),
        "2026-01-15",
        NOT_MET,
        ["INDEPENDENT_WITHOUT_SECTION_41"],
        actions=APPLY,
    ),
    "an independent school, approval not told": Case(
        school(INDEPENDENT, section_41=None), "2026-01-15", CANNOT_TELL, reads=READS
    ),
    "the type is not told, without approval": Case(
        school(None, section_41=False), "2026-01-15", CANNOT_TELL, reads=READS
    ),
    "the type is none that GIAS has": Case(
        school("Wizarding school", section_41=False), "2026-01-15", CANNOT_TELL
    ),
    "the type is not told, with approval": Case(
        school(None, section_41=True), "2026-01-15", MET, reads=READS
    ),
    "neither type nor approval is told": Case(
        school(None, section_41=None), "2026-01-15", CANNOT_TELL
    ),
    "a community school needs no approval": Case(
        school("Community school", section_41=False), "2026-01-15", NOT_APPLICABLE
    ),
    "a community school, approval not told": Case(
        school("Community school", section_41=None), "2026-01-15", NOT_APPLICABLE
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_independent_without_section_41(case):
    assert found(independent_without_section_41, case) == case.expected
