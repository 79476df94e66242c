"""FUND-4: the mentor has been assigned to an ECT, whenever."""

import pytest

from ect_rules.rules.mentor_funding import ect_assigned
from tests.builders import at_school, mentor, mentoring, nobodys_mentor
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

CASES = {
    "never assigned": Case(
        mentor(at_schools=[at_school("2024-09-01")], mentorships=[]),
        "2026-01-15",
        NOT_MET,
        ["NO_ECT_ASSIGNED"],
        actions=["ASSIGN_TO_ECT"],
        reads=["the mentor's period: started_on, finished_on"],
    ),
    "never assigned, and has left": Case(
        mentor(at_schools=[at_school("2024-09-01", "2025-07-31")], mentorships=[]),
        "2026-01-15",
        NOT_MET,
        ["NO_ECT_ASSIGNED"],
        actions=["ASSIGN_TO_ECT"],
    ),
    "the day before the mentorship starts": Case(
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-14")]),
        "2025-08-31",
        MET,
        reads=["the mentorship: started_on"],
    ),
    "the day on which the mentorship starts": Case(
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-14")]), "2025-09-01", MET
    ),
    "the day after the mentorship ended": Case(
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-14")]), "2026-01-15", MET
    ),
    "of two mentorships the first is named": Case(
        mentor(
            mentorships=[
                mentoring("2026-01-01", name="the second mentorship"),
                mentoring("2025-09-01", name="the first mentorship"),
            ]
        ),
        "2026-01-15",
        MET,
        reads=["the first mentorship: started_on"],
    ),
    "a teacher who is no mentor": Case(nobodys_mentor(), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_ect_assigned(case):
    assert found(ect_assigned, case) == case.expected
