"""EFUND-4b: training is funded for as long as induction goes on."""

import pytest

from ect_rules.rules.ect_funding import induction_not_concluded
from tests.builders import ect_funding, induction_period
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

STATUS = "the teacher: trs_induction_status"
PERIOD = "the induction: started_on, finished_on, outcome"
PASSED, FAILED = (NOT_MET, ["INDUCTION_PASSED"]), (NOT_MET, ["INDUCTION_FAILED"])
WALES = (NOT_MET, ["INDUCTION_FAILED_IN_WALES"])


def ended(finished, outcome, status):
    period = induction_period("2024-09-01", finished, outcome)
    return ect_funding(induction=status, inductions=[period])


CASES = {
    "in progress": Case(ect_funding(), "2026-01-15", MET, reads=[STATUS, PERIOD]),
    "required to complete": Case(ect_funding(induction="RequiredToComplete"), "2026-01-15", MET),
    "none": Case(ect_funding(induction="None"), "2026-01-15", MET),
    "exempt, which another rule bars": Case(ect_funding(induction="Exempt"), "2026-01-15", MET),
    "passed": Case(
        ect_funding(induction="Passed", inductions=[]), "2026-01-15", *PASSED, reads=[STATUS]
    ),
    "failed": Case(ect_funding(induction="Failed", inductions=[]), "2026-01-15", *FAILED),
    "failed in Wales": Case(
        ect_funding(induction="FailedInWales", inductions=[]), "2026-01-15", *WALES
    ),
    "passed, the period without an outcome": Case(
        ended("2026-01-15", None, "Passed"), "2026-01-15", *PASSED
    ),
    "the day before the last day of induction": Case(
        ended("2026-01-15", "pass", "Passed"), "2026-01-14", MET
    ),
    "the last day of induction": Case(ended("2026-01-15", "pass", "Passed"), "2026-01-15", MET),
    "the day after it": Case(ended("2026-01-15", "pass", "Passed"), "2026-01-16", *PASSED),
    "the last day of induction that is failed": Case(
        ended("2026-01-15", "fail", "Failed"), "2026-01-15", MET
    ),
    "the day after that": Case(ended("2026-01-15", "fail", "Failed"), "2026-01-16", *FAILED),
    "the outcome is told and TRS does not show it yet": Case(
        ended("2026-01-15", "fail", "InProgress"), "2026-01-16", *FAILED
    ),
    "the outcome is told and the status is not": Case(
        ended("2026-01-15", "pass", None), "2026-01-16", *PASSED
    ),
    "an induction that was left without an outcome": Case(
        ended("2026-01-15", None, "RequiredToComplete"), "2026-01-16", MET
    ),
    "nothing is told": Case(
        ect_funding(induction=None, inductions=[]), "2026-01-15", CANNOT_TELL, reads=[STATUS]
    ),
    "nothing is recorded": Case(ect_funding(known=False), "2026-01-15", CANNOT_TELL),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_induction_not_concluded(case):
    assert found(induction_not_concluded, case) == case.expected
