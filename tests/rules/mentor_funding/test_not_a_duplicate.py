"""FUND-3: one person is funded under one record. Contract periods up to 2024."""

import pytest

from ect_rules.rules.mentor_funding import not_a_duplicate
from tests.builders import ecf_checks, mentor
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

READS = ["the checks: profile_duplicity"]


def mentor_with(duplicity, **checks):
    return mentor(ecf=ecf_checks("mentor", duplicity=duplicity, **checks))


CASES = {
    "the only profile": Case(mentor_with("single"), "2022-09-01", MET, reads=READS),
    "the first of two profiles": Case(mentor_with("primary"), "2022-09-01", MET),
    "the second of two profiles": Case(
        mentor_with("secondary"),
        "2022-09-01",
        NOT_MET,
        ["DUPLICATE_RECORD"],
        actions=["MERGE_RECORDS"],
        reads=READS,
    ),
    "not told": Case(mentor_with(None), "2022-09-01", CANNOT_TELL, reads=READS),
    "no checks are told": Case(mentor(), "2022-09-01", CANNOT_TELL, reads=[]),
    "the second of two profiles, validated by hand as eligible": Case(
        mentor_with("secondary", validated=("eligible", "none")), "2022-09-01", MET
    ),
    "refused by hand because of it": Case(
        mentor_with("single", validated=("ineligible", "duplicate_profile")),
        "2022-09-01",
        NOT_MET,
        ["DUPLICATE_RECORD"],
        actions=["MERGE_RECORDS"],
        reads=["the checks: manually_validated, status, reason"],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_not_a_duplicate(case):
    assert found(not_a_duplicate, case) == case.expected
