"""MENT-4: a mentorship lies within the mentor's time at the school."""

import pytest

from ect_rules.rules.mentor_assignable import inside_mentor_period
from tests.builders import assignment, mentor_period
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the mentor's period: started_on, finished_on"]
AT_SCHOOL = mentor_period("2025-09-02", "2026-07-31")
FOR_GOOD = mentor_period("2025-09-02")

CASES = {
    "the one is no ECT": Case(assignment(registered=False), "2026-01-15", NOT_APPLICABLE),
    "the other is no mentor": Case(assignment(a_mentor=False), "2026-01-15", NOT_APPLICABLE),
    "from the day before the mentor starts": Case(
        assignment("2025-09-01", "2026-07-31", mentor=AT_SCHOOL),
        "2026-01-15",
        NOT_MET,
        ["OUTSIDE_MENTOR_PERIOD"],
        actions=["CHANGE_DAYS"],
        reads=READS,
    ),
    "from the day on which the mentor starts": Case(
        assignment("2025-09-02", "2026-07-30", mentor=AT_SCHOOL), "2026-01-15", MET, reads=READS
    ),
    "from the day after the mentor starts": Case(
        assignment("2025-09-03", "2026-07-30", mentor=AT_SCHOOL), "2026-01-15", MET
    ),
    "until the day before the mentor's last": Case(
        assignment("2025-10-01", "2026-07-30", mentor=AT_SCHOOL), "2026-01-15", MET
    ),
    "until the mentor's last day": Case(
        assignment("2025-10-01", "2026-07-31", mentor=AT_SCHOOL), "2026-01-15", MET
    ),
    "until the day after the mentor's last": Case(
        assignment("2025-10-01", "2026-08-01", mentor=AT_SCHOOL),
        "2026-01-15",
        NOT_MET,
        ["OUTSIDE_MENTOR_PERIOD"],
        actions=["CHANGE_DAYS"],
    ),
    "open ended, and so is the mentor's time": Case(
        assignment("2025-10-01", mentor=FOR_GOOD), "2026-01-15", MET
    ),
    "open ended, and the mentor has a last day": Case(
        assignment("2025-10-01", mentor=AT_SCHOOL),
        "2026-01-15",
        NOT_MET,
        ["OUTSIDE_MENTOR_PERIOD"],
        actions=["CHANGE_DAYS"],
    ),
    "with a last day, and the mentor has none": Case(
        assignment("2025-10-01", "2099-07-31", mentor=FOR_GOOD), "2026-01-15", MET
    ),
    "before the mentor starts for good": Case(
        assignment("2025-09-01", mentor=FOR_GOOD),
        "2026-01-15",
        NOT_MET,
        ["OUTSIDE_MENTOR_PERIOD"],
        actions=["CHANGE_DAYS"],
    ),
    "wholly after the mentor has left": Case(
        assignment("2026-09-01", "2026-10-01", mentor=AT_SCHOOL),
        "2026-01-15",
        NOT_MET,
        ["OUTSIDE_MENTOR_PERIOD"],
        actions=["CHANGE_DAYS"],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_inside_mentor_period(case):
    assert found(inside_mentor_period, case) == case.expected
