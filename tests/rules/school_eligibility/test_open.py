"""SCH-1: the school is open. GIAS has one present row, so no day matters."""

import pytest

from ect_rules.rules.school_eligibility import open as is_open
from tests.builders import school
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

READS = ["school 100001: gias_status"]
CHECK = ["CHECK_SCHOOL"]

CASES = {
    "the school is open": Case(school(gias_status="open"), "2026-01-15", MET, reads=READS),
    "the school is open, but proposed to close": Case(
        school(gias_status="proposed_to_close"), "2026-01-15", MET
    ),
    "the school is closed": Case(
        school(gias_status="closed"),
        "2026-01-15",
        NOT_MET,
        ["SCHOOL_CLOSED"],
        actions=CHECK,
        reads=READS,
    ),
    "the school is proposed to open": Case(
        school(gias_status="proposed_to_open"),
        "2026-01-15",
        NOT_MET,
        ["SCHOOL_CLOSED"],
        actions=CHECK,
    ),
    "the status is not told": Case(
        school(gias_status=None), "2026-01-15", CANNOT_TELL, reads=READS
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_open(case):
    assert found(is_open, case) == case.expected
