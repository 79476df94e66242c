"""TRAIN-0: the teacher has been registered as a mentor, whenever. Contract periods up to 2024."""

import pytest

from ect_rules.rules.mentor_training import registered
from tests.builders import at_school, mentor, nobodys_mentor
from tests.rules.table import MET, NOT_MET, Case, found

CASES = {
    "never registered as a mentor": Case(
        nobodys_mentor(),
        "2022-09-01",
        NOT_MET,
        ["NOT_A_MENTOR"],
        actions=["REGISTER_AS_MENTOR"],
        reads=[],
    ),
    "the day before the mentor starts at the school": Case(
        mentor(at_schools=[at_school("2022-09-01", "2023-07-31")]), "2022-08-31", MET
    ),
    "the day on which the mentor starts": Case(
        mentor(at_schools=[at_school("2022-09-01", "2023-07-31")]),
        "2022-09-01",
        MET,
        reads=["the mentor's period: started_on"],
    ),
    "the day after the mentor left": Case(
        mentor(at_schools=[at_school("2022-09-01", "2023-07-31")]), "2023-08-01", MET
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_registered(case):
    assert found(registered, case) == case.expected
