"""DATA-1: an ECT now or to come."""

import pytest

from ect_rules.rules.record_retention import ect_assigned
from tests.builders import mentor, mentoring
from tests.rules.table import MET, NOT_MET, Case, found

ONE = mentor(mentorships=[mentoring("2025-09-01", "2026-01-15")])
TWO = mentor(
    mentorships=[
        mentoring("2025-09-01", "2026-01-15", name="the first mentorship"),
        mentoring("2026-01-16", name="the second mentorship"),
    ]
)
READS = ["the mentorship: started_on, finished_on"]

CASES = {
    "the day before the mentorship": Case(ONE, "2025-08-31", MET, ["FUTURE_ECT"], reads=READS),
    "its first day": Case(ONE, "2025-09-01", MET, ["CURRENT_ECT"], reads=READS),
    "the day after its first": Case(ONE, "2025-09-02", MET, ["CURRENT_ECT"]),
    "its last day": Case(ONE, "2026-01-15", MET, ["CURRENT_ECT"]),
    "the day after its last": Case(ONE, "2026-01-16", NOT_MET, reads=READS),
    "no mentorship at all": Case(mentor(mentorships=[]), "2026-01-15", NOT_MET, reads=[]),
    "without a last day": Case(
        mentor(mentorships=[mentoring("2025-09-01")]), "2100-01-01", MET, ["CURRENT_ECT"]
    ),
    "one now and one to come": Case(
        TWO,
        "2026-01-15",
        MET,
        ["CURRENT_ECT", "FUTURE_ECT"],
        reads=[
            "the first mentorship: started_on, finished_on",
            "the second mentorship: started_on, finished_on",
        ],
    ),
    "one past and one now": Case(
        TWO,
        "2026-01-16",
        MET,
        ["CURRENT_ECT"],
        reads=["the second mentorship: started_on, finished_on"],
    ),
    "two to come": Case(TWO, "2025-08-31", MET, ["FUTURE_ECT"]),
    "the ECT has passed induction": Case(
        mentor(mentorships=[mentoring(induction="Passed")]), "2026-01-15", MET, ["CURRENT_ECT"]
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_ect_assigned(case):
    assert found(ect_assigned, case) == case.expected
