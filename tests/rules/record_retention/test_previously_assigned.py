"""DATA-4: past mentorships only."""

import pytest

from ect_rules.rules.record_retention import previously_assigned
from tests.builders import at_school, mentor, mentoring
from tests.rules.table import MET, NOT_MET, Case, found

BEFORE = ["PREVIOUSLY_ASSIGNED"]
BOTH = ["ASSIGN_TO_ECT", "REVIEW_RECORD"]
READS = ["the mentorship: finished_on"]
ENDED = mentor(mentorships=[mentoring("2024-09-01", "2026-01-15")])
LEFT = mentor(
    mentorships=[mentoring("2024-09-01", "2026-01-15")],
    at_schools=[at_school("2024-09-01", "2026-01-31")],
)

CASES = {
    "the last day of the mentorship": Case(ENDED, "2026-01-15", NOT_MET, reads=READS),
    "the day after its last": Case(ENDED, "2026-01-16", MET, BEFORE, actions=BOTH, reads=READS),
    "the day before its first": Case(ENDED, "2024-08-31", NOT_MET),
    "the last day at the school": Case(LEFT, "2026-01-31", MET, BEFORE, actions=BOTH),
    "the day after the last at the school": Case(
        LEFT, "2026-02-01", MET, BEFORE, actions=["REVIEW_RECORD"]
    ),
    "one has ended and one goes on": Case(
        mentor(
            mentorships=[
                mentoring("2024-09-01", "2025-07-31"),
                mentoring("2024-10-01", name="the other mentorship"),
            ]
        ),
        "2026-01-15",
        NOT_MET,
        reads=[*READS, "the other mentorship: finished_on"],
    ),
    "no mentorship at all": Case(mentor(mentorships=[]), "2026-01-15", NOT_MET, reads=[]),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_previously_assigned(case):
    assert found(previously_assigned, case) == case.expected
