"""DATA-0b: a mentor-at-school period of any date, or a bare row kept as evidence."""

import pytest

from ect_rules.rules.record_retention import registered
from tests.builders import COMPLETED, EARLY_ROLL_OUT, NOT_COMPLETED, mentor, nobodys_mentor
from tests.rules.table import MET, NOT_MET, Case, found

LOSS = (
    "the teacher: mentor_became_ineligible_for_funding_on, "
    "mentor_became_ineligible_for_funding_reason"
)

CASES = {
    "never registered as a mentor": Case(
        nobodys_mentor(), "2026-01-15", MET, ["NOT_A_MENTOR"], reads=[LOSS]
    ),
    "registered as a mentor": Case(
        mentor(), "2026-01-15", NOT_MET, reads=["the mentor's period: started_on"]
    ),
    "the day before the mentor starts at the school": Case(mentor(), "2024-08-31", NOT_MET),
    "a bare row kept for an early roll-out mentor": Case(
        nobodys_mentor(lost=EARLY_ROLL_OUT, lost_on="2021-04-19"),
        "2026-01-15",
        NOT_MET,
        reads=[LOSS],
    ),
    "a bare row of one who completed": Case(nobodys_mentor(lost=COMPLETED), "2026-01-15", NOT_MET),
    "a bare row of one who did not complete": Case(
        nobodys_mentor(lost=NOT_COMPLETED), "2026-01-15", NOT_MET
    ),
    "a bare row, the day before funding is lost": Case(
        nobodys_mentor(lost=EARLY_ROLL_OUT, lost_on="2021-04-19"), "2021-04-18", NOT_MET
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_registered(case):
    assert found(registered, case) == case.expected
