"""REG-6: a current or next mentorship completes the registration."""

import pytest

from ect_rules.rules.registration import mentor_assigned
from tests.builders import ANOTHER_MENTOR, THE_MENTOR, ect, mentored
from tests.rules.table import MET, NOT_MET, Case, found


def by_the_mentor(since):
    return {"mentor_trn": THE_MENTOR, "mentorship_started_on": since}


CASES = {
    "the ECT never had a mentor": Case(ect(), "2026-01-15", NOT_MET, reads=[]),
    "the day before the mentorship starts": Case(
        ect(mentorships=[mentored("2025-09-01", "2026-01-15")]),
        "2025-08-31",
        MET,
        ["MENTOR_ASSIGNED_FUTURE"],
        details=by_the_mentor("2025-09-01"),
        reads=["the mentorship: started_on, finished_on"],
    ),
    "the day on which the mentorship starts": Case(
        ect(mentorships=[mentored("2025-09-01", "2026-01-15")]),
        "2025-09-01",
        MET,
        ["MENTOR_ASSIGNED"],
        details=by_the_mentor("2025-09-01"),
        reads=["the mentorship: started_on, finished_on"],
    ),
    "the last day of the mentorship": Case(
        ect(mentorships=[mentored("2025-09-01", "2026-01-15")]),
        "2026-01-15",
        MET,
        ["MENTOR_ASSIGNED"],
        details=by_the_mentor("2025-09-01"),
    ),
    "the day after the mentorship ended": Case(
        ect(mentorships=[mentored("2025-09-01", "2026-01-15")]),
        "2026-01-16",
        NOT_MET,
        reads=["the mentorship: started_on, finished_on"],
    ),
    "a mentorship without a last day goes on": Case(
        ect(mentorships=[mentored("2025-09-01")]),
        "2099-01-01",
        MET,
        ["MENTOR_ASSIGNED"],
        details=by_the_mentor("2025-09-01"),
    ),
    "one mentor has gone and the next has not come": Case(
        ect(
            mentorships=[
                mentored("2025-09-01", "2025-12-31", name="the first mentorship"),
                mentored("2026-02-01", by=ANOTHER_MENTOR, name="the second mentorship"),
            ]
        ),
        "2026-01-15",
        MET,
        ["MENTOR_ASSIGNED_FUTURE"],
        details={"mentor_trn": ANOTHER_MENTOR, "mentorship_started_on": "2026-02-01"},
        reads=["the second mentorship: started_on, finished_on"],
    ),
    "both mentors have gone": Case(
        ect(
            mentorships=[
                mentored("2025-09-01", "2025-12-31", name="the first mentorship"),
                mentored("2026-01-01", "2026-01-14", name="the second mentorship"),
            ]
        ),
        "2026-01-15",
        NOT_MET,
        reads=[
            "the first mentorship: started_on, finished_on",
            "the second mentorship: started_on, finished_on",
        ],
    ),
    "of two mentorships to come the first is named": Case(
        ect(
            mentorships=[
                mentored("2026-03-01", by=ANOTHER_MENTOR, name="the later mentorship"),
                mentored("2026-02-01", "2026-02-28"),
            ]
        ),
        "2026-01-15",
        MET,
        ["MENTOR_ASSIGNED_FUTURE"],
        details=by_the_mentor("2026-02-01"),
    ),
    "a mentorship counts though we do not know whose it is": Case(
        ect(mentorships=[mentored("2025-09-01", by=None)]),
        "2026-01-15",
        MET,
        ["MENTOR_ASSIGNED"],
        details={"mentor_trn": None, "mentorship_started_on": "2025-09-01"},
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_mentor_assigned(case):
    assert found(mentor_assigned, case) == case.expected
