"""SCH-0: an administrator's mark settles it. GIAS has one present row, so no day matters."""

import pytest

from ect_rules.rules.school_eligibility import marked_as_eligible
from tests.builders import school
from tests.rules.table import MET, NOT_MET, Case, found

READS = ["school 100001: marked_as_eligible"]

CASES = {
    "the school is marked": Case(
        school(marked=True), "2026-01-15", MET, ["MARKED_AS_ELIGIBLE"], reads=READS
    ),
    "the school is marked and closed": Case(
        school(gias_status="closed", marked=True), "2026-01-15", MET, ["MARKED_AS_ELIGIBLE"]
    ),
    "the school is marked and nothing else is told": Case(
        school(None, None, section_41=None, marked=True), "2026-01-15", MET, ["MARKED_AS_ELIGIBLE"]
    ),
    "the school is not marked": Case(school(marked=False), "2026-01-15", NOT_MET, reads=READS),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_marked_as_eligible(case):
    assert found(marked_as_eligible, case) == case.expected
