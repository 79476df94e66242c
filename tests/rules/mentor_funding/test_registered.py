"""FUND-0: the teacher has been registered as a mentor, whenever."""

import pytest

from ect_rules.rules.mentor_funding import registered
from tests.builders import at_school, mentor, nobodys_mentor
from tests.rules.table import MET, NOT_MET, Case, found

CASES = {
    "never registered as a mentor": Case(
        nobodys_mentor(),
        "2026-01-15",
        NOT_MET,
        ["NOT_A_MENTOR"],
        actions=["REGISTER_AS_MENTOR"],
        reads=[],
    ),
    "the day before the mentor starts at the school": Case(
        mentor(at_schools=[at_school("2024-09-01", "2025-07-31")]), "2024-08-31", MET
    ),
    "the day on which the mentor starts": Case(
        mentor(at_schools=[at_school("2024-09-01", "2025-07-31")]),
        "2024-09-01",
        MET,
        reads=["the mentor's period: started_on"],
    ),
    "the day after the mentor left": Case(
        mentor(at_schools=[at_school("2024-09-01", "2025-07-31")]), "2025-08-01", MET
    ),
    "of two schools the first is named": Case(
        mentor(
            at_schools=[
                at_school("2025-01-01", name="the second period"),
                at_school("2024-09-01", name="the first period"),
            ]
        ),
        "2026-01-15",
        MET,
        reads=["the first period: started_on"],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_registered(case):
    assert found(registered, case) == case.expected
