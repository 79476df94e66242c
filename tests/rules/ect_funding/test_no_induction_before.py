"""EFUND-E3: an induction before this one. By the check, or else by the induction itself."""

import pytest

from ect_rules.rules.ect_funding import no_induction_before
from tests.builders import ecf_checks, ect_funding, induction_period
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

STATUS = "the teacher: trs_induction_status"
PERIOD = "the induction: started_on, finished_on, outcome"
CHECK = "the checks: previous_induction"
BARRED = (NOT_MET, ["PREVIOUS_INDUCTION"])


def begun(started, finished=None, outcome=None, **person):
    return ect_funding(inductions=[induction_period(started, finished, outcome)], **person)


CASES = {
    "the check found none": Case(
        ect_funding(ecf=ecf_checks(), induction="Passed"),
        "2024-01-15",
        MET,
        reads=[CHECK, STATUS, PERIOD],
    ),
    "the check found one": Case(
        ect_funding(ecf=ecf_checks(previous_induction=True)),
        "2024-01-15",
        *BARRED,
        reads=[CHECK, STATUS, PERIOD],
    ),
    "validated by hand as eligible": Case(
        ect_funding(ecf=ecf_checks(validated=("eligible", "none"), previous_induction=True)),
        "2024-01-15",
        MET,
    ),
    # Without the check.
    "begun on 31 August 2021, in progress": Case(
        begun("2021-08-31"), "2024-01-15", MET, reads=[STATUS, PERIOD]
    ),
    "begun on 31 August 2021, required to complete": Case(
        begun("2021-08-31", induction="RequiredToComplete"), "2024-01-15", *BARRED
    ),
    "begun on 1 September 2021, required to complete": Case(
        begun("2021-09-01", induction="RequiredToComplete"), "2024-01-15", MET
    ),
    "begun on 2 September 2021, required to complete": Case(
        begun("2021-09-02", induction="RequiredToComplete"), "2024-01-15", MET
    ),
    "passed, no period": Case(
        ect_funding(induction="Passed", inductions=[]), "2024-01-15", *BARRED, reads=[STATUS]
    ),
    "failed in Wales": Case(
        ect_funding(induction="FailedInWales", inductions=[]), "2024-01-15", *BARRED
    ),
    "on the last day of the period that was passed": Case(
        begun("2022-09-01", "2024-01-15", "pass", induction="Passed"), "2024-01-15", MET
    ),
    "on the day after it": Case(
        begun("2022-09-01", "2024-01-15", "pass", induction="Passed"), "2024-01-16", *BARRED
    ),
    "begun early, on the last day of the period that was passed": Case(
        begun("2020-09-01", "2024-01-15", "pass", induction="Passed"), "2024-01-15", MET
    ),
    "no induction": Case(ect_funding(induction="None", inductions=[]), "2024-01-15", MET),
    "the check is not told, nor the status": Case(
        begun("2022-09-01", induction=None, ecf=ecf_checks(previous_induction=None)),
        "2024-01-15",
        CANNOT_TELL,
        reads=[CHECK, STATUS, PERIOD],
    ),
    "nothing is recorded": Case(ect_funding(known=False), "2024-01-15", CANNOT_TELL),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_no_induction_before(case):
    assert found(no_induction_before, case) == case.expected
