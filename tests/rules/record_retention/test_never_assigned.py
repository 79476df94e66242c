"""DATA-3: no mentorship of any date."""

import pytest

from ect_rules.rules.record_retention import never_assigned
from tests.builders import at_school, mentor, mentoring
from tests.rules.table import MET, NOT_MET, Case, found

NEVER = ["NEVER_ASSIGNED"]
BOTH = ["ASSIGN_TO_ECT", "ERASE_RECORD"]
PERIOD = ["the mentor's period: started_on, finished_on"]


def unassigned(*days):
    return mentor(mentorships=[], at_schools=[at_school(*days)])


CASES = {
    "on the last day at the school": Case(
        unassigned("2024-09-01", "2026-01-15"), "2026-01-15", MET, NEVER, actions=BOTH, reads=PERIOD
    ),
    "the day after the last at the school": Case(
        unassigned("2024-09-01", "2026-01-15"),
        "2026-01-16",
        MET,
        NEVER,
        actions=["ERASE_RECORD"],
        reads=PERIOD,
    ),
    "the day before the first at the school": Case(
        unassigned("2024-09-01", "2026-01-15"), "2024-08-31", MET, NEVER, actions=BOTH
    ),
    "an ECT now": Case(mentor(), "2026-01-15", NOT_MET, reads=["the mentorship: started_on"]),
    "an ECT before": Case(
        mentor(mentorships=[mentoring("2024-09-01", "2025-07-31")]), "2026-01-15", NOT_MET
    ),
    "an ECT to come": Case(mentor(mentorships=[mentoring("2026-09-01")]), "2026-01-15", NOT_MET),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_never_assigned(case):
    assert found(never_assigned, case) == case.expected
