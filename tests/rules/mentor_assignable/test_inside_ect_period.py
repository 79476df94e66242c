"""MENT-3: a mentorship lies within the ECT's time at the school."""

import pytest

from ect_rules.rules.mentor_assignable import inside_ect_period
from tests.builders import assignment, ect_period
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the ECT's period: started_on, finished_on"]
AT_SCHOOL = ect_period("2025-09-02", "2026-07-31")
FOR_GOOD = ect_period("2025-09-02")

CASES = {
    "the one is no ECT": Case(assignment(registered=False), "2026-01-15", NOT_APPLICABLE),
    "the other is no mentor": Case(assignment(a_mentor=False), "2026-01-15", NOT_APPLICABLE),
    "from the day before the ECT starts": Case(
        assignment("2025-09-01", "2026-07-31", ect=AT_SCHOOL),
        "2026-01-15",
        NOT_MET,
        ["OUTSIDE_ECT_PERIOD"],
        actions=["CHANGE_DAYS"],
        reads=READS,
    ),
    "from the day on which the ECT starts": Case(
        assignment("2025-09-02", "2026-07-30", ect=AT_SCHOOL), "2026-01-15", MET, reads=READS
    ),
    "from the day after the ECT starts": Case(
        assignment("2025-09-03", "2026-07-30", ect=AT_SCHOOL), "2026-01-15", MET
    ),
    "until the day before the ECT's last": Case(
        assignment("2025-10-01", "2026-07-30", ect=AT_SCHOOL), "2026-01-15", MET
    ),
    "until the ECT's last day": Case(
        assignment("2025-10-01", "2026-07-31", ect=AT_SCHOOL), "2026-01-15", MET
    ),
    "until the day after the ECT's last": Case(
        assignment("2025-10-01", "2026-08-01", ect=AT_SCHOOL),
        "2026-01-15",
        NOT_MET,
        ["OUTSIDE_ECT_PERIOD"],
        actions=["CHANGE_DAYS"],
    ),
    "open ended, and so is the ECT's time": Case(
        assignment("2025-10-01", ect=FOR_GOOD), "2026-01-15", MET
    ),
    "open ended, and the ECT has a last day": Case(
        assignment("2025-10-01", ect=AT_SCHOOL),
        "2026-01-15",
        NOT_MET,
        ["OUTSIDE_ECT_PERIOD"],
        actions=["CHANGE_DAYS"],
    ),
    "with a last day, and the ECT has none": Case(
        assignment("2025-10-01", "2099-07-31", ect=FOR_GOOD), "2026-01-15", MET
    ),
    "before the ECT starts for good": Case(
        assignment("2025-09-01", ect=FOR_GOOD),
        "2026-01-15",
        NOT_MET,
        ["OUTSIDE_ECT_PERIOD"],
        actions=["CHANGE_DAYS"],
    ),
    "wholly after the ECT has left": Case(
        assignment("2026-09-01", "2026-10-01", ect=AT_SCHOOL),
        "2026-01-15",
        NOT_MET,
        ["OUTSIDE_ECT_PERIOD"],
        actions=["CHANGE_DAYS"],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_inside_ect_period(case):
    assert found(inside_ect_period, case) == case.expected
