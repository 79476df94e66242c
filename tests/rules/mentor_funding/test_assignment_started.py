"""FUND-5: funding counts from the day mentoring starts, and is not lost with the ECT."""

import pytest

from ect_rules.rules.mentor_funding import assignment_started
from tests.builders import mentor, mentoring
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

CASES = {
    "the day before the mentorship starts": Case(
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-14")]),
        "2025-08-31",
        NOT_MET,
        ["ASSIGNMENT_NOT_STARTED"],
        reads=["the mentorship: started_on"],
    ),
    "the day on which the mentorship starts": Case(
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-14")]),
        "2025-09-01",
        MET,
        reads=["the mentorship: started_on"],
    ),
    "the day after the mentorship starts": Case(
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-14")]), "2025-09-02", MET
    ),
    "the day after the mentorship ended": Case(
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-14")]), "2026-01-15", MET
    ),
    "one mentorship has ended and the next has not started": Case(
        mentor(
            mentorships=[
                mentoring("2026-09-01", name="the second mentorship"),
                mentoring("2025-09-01", "2025-12-31", name="the first mentorship"),
            ]
        ),
        "2026-01-15",
        MET,
        reads=["the first mentorship: started_on"],
    ),
    "the day before the first of two mentorships": Case(
        mentor(
            mentorships=[
                mentoring("2026-09-01", name="the second mentorship"),
                mentoring("2025-09-01", "2025-12-31", name="the first mentorship"),
            ]
        ),
        "2025-08-31",
        NOT_MET,
        ["ASSIGNMENT_NOT_STARTED"],
        reads=["the first mentorship: started_on"],
    ),
    "never assigned, which another rule says": Case(
        mentor(mentorships=[]), "2026-01-15", NOT_APPLICABLE
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_assignment_started(case):
    assert found(assignment_started, case) == case.expected
