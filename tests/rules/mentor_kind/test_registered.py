"""KIND-0b: the teacher has been registered as a mentor, whenever."""

import pytest

from ect_rules.rules.mentor_kind import registered
from tests.builders import at_school, mentor, mentor_and_colleagues, nobodys_mentor
from tests.rules.table import MET, NOT_MET, Case, found

LEFT = mentor_and_colleagues(mentor(at_schools=[at_school("2024-09-01", "2025-07-31")]))

CASES = {
    "never registered as a mentor": Case(
        mentor_and_colleagues(nobodys_mentor()),
        "2026-01-15",
        MET,
        ["NOT_A_MENTOR"],
        actions=["REGISTER_AS_MENTOR"],
        reads=[],
    ),
    "the day before the mentor starts": Case(LEFT, "2024-08-31", NOT_MET),
    "the day on which the mentor starts": Case(
        LEFT, "2024-09-01", NOT_MET, reads=["the mentor's period: started_on"]
    ),
    "the day after the mentor left": Case(LEFT, "2025-08-01", NOT_MET),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_registered(case):
    assert found(registered, case) == case.expected
