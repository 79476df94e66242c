"""Only a mentor is assigned as one."""

import pytest

from ect_rules.rules.mentor_assignable import mentor_registered
from tests.builders import assignment
from tests.rules.table import MET, NOT_MET, Case, found

CASES = {
    "a mentor": Case(assignment(), "2026-01-15", MET, reads=["the mentor's period: started_on"]),
    "nobody's mentor": Case(
        assignment(a_mentor=False),
        "2026-01-15",
        NOT_MET,
        ["NOT_A_MENTOR"],
        actions=["REGISTER_NEW_MENTOR"],
        reads=[],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_mentor_registered(case):
    assert found(mentor_registered, case) == case.expected
