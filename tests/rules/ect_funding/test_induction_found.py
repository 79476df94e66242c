"""EFUND-E8: an ECT without induction goes to somebody who looks. No day matters."""

import pytest

from ect_rules.rules.ect_funding import induction_found
from tests.builders import ecf_checks, ect_funding
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

STATUS = "the teacher: trs_induction_status"
PERIOD = "the induction: started_on, finished_on, outcome"
CHECK = "the checks: no_induction"
NONE = (NOT_MET, ["NO_INDUCTION"])
RECORD = ["RECORD_INDUCTION"]


def without_period(status, **given):
    return ect_funding(induction=status, inductions=[], **given)


CASES = {
    "the check found one": Case(
        without_period("None", ecf=ecf_checks()), "2024-01-15", MET, reads=[CHECK, STATUS]
    ),
    "the check found none": Case(
        ect_funding(ecf=ecf_checks(no_induction=True)),
        "2024-01-15",
        *NONE,
        actions=RECORD,
        reads=[CHECK, STATUS, PERIOD],
    ),
    "validated by hand as eligible": Case(
        ect_funding(ecf=ecf_checks(validated=("eligible", "none"), no_induction=True)),
        "2024-01-15",
        MET,
    ),
    # Without the check.
    "a period": Case(ect_funding(induction=None), "2024-01-15", MET, reads=[STATUS, PERIOD]),
    "in progress": Case(without_period("InProgress"), "2024-01-15", MET, reads=[STATUS]),
    "exempt": Case(without_period("Exempt"), "2024-01-15", MET),
    "required to complete": Case(
        without_period("RequiredToComplete"), "2024-01-15", *NONE, actions=RECORD, reads=[STATUS]
    ),
    "none": Case(without_period("None"), "2024-01-15", *NONE, actions=RECORD),
    "nothing is told": Case(without_period(None), "2024-01-15", CANNOT_TELL, reads=[STATUS]),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_induction_found(case):
    assert found(induction_found, case) == case.expected
