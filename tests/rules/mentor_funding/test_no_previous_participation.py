"""FUND-E2: nobody is funded again after the early roll-out. Contract periods up to 2024."""

import pytest

from ect_rules.rules.mentor_funding import no_previous_participation
from tests.builders import COMPLETED, EARLY_ROLL_OUT, ecf_checks, mentor
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

BARRED = ["PREVIOUS_PARTICIPATION"]
READS = ["the checks: previous_participation"]


def mentor_with(**checks):
    return mentor(ecf=ecf_checks("mentor", **checks))


CASES = {
    "did not take part": Case(mentor_with(), "2022-09-01", MET, reads=READS),
    "took part": Case(
        mentor_with(previous_participation=True), "2022-09-01", NOT_MET, BARRED, reads=READS
    ),
    "took part, and so it is stored too": Case(
        mentor(lost=EARLY_ROLL_OUT, ecf=ecf_checks("mentor", previous_participation=True)),
        "2022-09-01",
        NOT_MET,
        BARRED,
    ),
    "not told": Case(
        mentor_with(previous_participation=None), "2022-09-01", CANNOT_TELL, reads=READS
    ),
    "no checks are told": Case(mentor(), "2022-09-01", CANNOT_TELL, reads=[]),
    "no checks are told, and the training was completed": Case(
        mentor(lost=COMPLETED), "2022-09-01", CANNOT_TELL
    ),
    "no checks are told, and the early roll-out is stored, which another rule says": Case(
        mentor(lost=EARLY_ROLL_OUT), "2022-09-01", NOT_APPLICABLE
    ),
    "took part, validated by hand as eligible": Case(
        mentor_with(previous_participation=True, validated=("eligible", "none")),
        "2022-09-01",
        MET,
        reads=["the checks: manually_validated, status, reason"],
    ),
    "refused by hand because of it": Case(
        mentor_with(validated=("ineligible", "previous_participation")),
        "2022-09-01",
        NOT_MET,
        BARRED,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_no_previous_participation(case):
    assert found(no_previous_participation, case) == case.expected
