"""TRAIN-E1: the earlier service's checks on the mentor are told. Contract periods up to 2024."""

import pytest

from ect_rules.rules.mentor_training import checks_complete
from tests.builders import ecf_checks, mentor, nobodys_mentor
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

CASES = {
    "told": Case(
        mentor(ecf=ecf_checks("mentor")), "2022-09-01", MET, reads=["the checks: status, reason"]
    ),
    "told, and one of them is not": Case(
        mentor(ecf=ecf_checks("mentor", active_flags=None)), "2022-09-01", MET
    ),
    "not told": Case(
        mentor(),
        "2022-09-01",
        NOT_MET,
        ["CHECKS_NOT_COMPLETE"],
        actions=["COMPLETE_CHECKS"],
        reads=[],
    ),
    "a teacher who is no mentor": Case(nobodys_mentor(), "2022-09-01", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_checks_complete(case):
    assert found(checks_complete, case) == case.expected
