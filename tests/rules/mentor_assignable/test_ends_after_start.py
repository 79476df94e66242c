"""MENT-6: a mentorship does not end before it starts."""

import pytest

from ect_rules.rules.mentor_assignable import ends_after_start
from tests.builders import assignment
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the proposed mentorship: started_on, finished_on"]

CASES = {
    "the one is no ECT": Case(assignment(registered=False), "2026-01-15", NOT_APPLICABLE),
    "the other is no mentor": Case(assignment(a_mentor=False), "2026-01-15", NOT_APPLICABLE),
    "ends the day before it starts": Case(
        assignment("2025-09-02", "2025-09-01"),
        "2026-01-15",
        NOT_MET,
        ["ENDS_BEFORE_START"],
        actions=["CHANGE_DAYS"],
        reads=READS,
    ),
    "ends on the day on which it starts": Case(
        assignment("2025-09-02", "2025-09-02"), "2026-01-15", MET, reads=READS
    ),
    "ends the day after it starts": Case(assignment("2025-09-02", "2025-09-03"), "2026-01-15", MET),
    "is open ended": Case(assignment("2025-09-02"), "2026-01-15", MET),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_ends_after_start(case):
    assert found(ends_after_start, case) == case.expected
