"""FUND-E5: another TRN may be another person. Contract periods up to 2024."""

import pytest

from ect_rules.rules.mentor_funding import same_trn
from tests.builders import ecf_checks, mentor
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

READS = ["the checks: different_trn"]


def mentor_with(**checks):
    return mentor(ecf=ecf_checks("mentor", **checks))


CASES = {
    "the same TRN": Case(mentor_with(), "2022-09-01", MET, reads=READS),
    "another TRN": Case(
        mentor_with(different_trn=True),
        "2022-09-01",
        NOT_MET,
        ["DIFFERENT_TRN"],
        actions=["CONFIRM_TRN"],
        reads=READS,
    ),
    "not told": Case(mentor_with(different_trn=None), "2022-09-01", CANNOT_TELL, reads=READS),
    "no checks are told": Case(mentor(), "2022-09-01", CANNOT_TELL, reads=[]),
    "another TRN, validated by hand as eligible": Case(
        mentor_with(different_trn=True, validated=("eligible", "none")), "2022-09-01", MET
    ),
    "left for a check by hand": Case(
        mentor_with(validated=("manual_check", "different_trn")),
        "2022-09-01",
        NOT_MET,
        ["DIFFERENT_TRN"],
        actions=["CONFIRM_TRN"],
        reads=["the checks: manually_validated, status, reason"],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_same_trn(case):
    assert found(same_trn, case) == case.expected
