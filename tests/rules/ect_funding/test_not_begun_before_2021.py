"""EFUND-4c: induction that began before September 2021, and who joined the two-year programme."""

import pytest

from ect_rules.rules.ect_funding import not_begun_before_2021
from tests.builders import ect_funding, induction_period
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

STATUS = "the teacher: trs_induction_status"
PERIOD = "the induction: started_on, finished_on, outcome"
BARRED = (NOT_MET, ["PREVIOUS_INDUCTION"])


def begun(started, finished=None, outcome=None, status="InProgress"):
    period = induction_period(started, finished, outcome)
    return ect_funding(induction=status, inductions=[period])


CASES = {
    "no induction": Case(ect_funding(inductions=[]), "2022-01-15", MET, reads=[STATUS]),
    "begun on 31 August 2021": Case(
        begun("2021-08-31"), "2022-01-15", *BARRED, reads=[STATUS, PERIOD]
    ),
    "begun on 1 September 2021": Case(
        begun("2021-09-01"), "2022-01-15", MET, reads=[STATUS, PERIOD]
    ),
    "begun on 2 September 2021": Case(begun("2021-09-02"), "2022-01-15", MET),
    "begun before, and again after": Case(
        ect_funding(
            inductions=[
                induction_period("2021-01-01", "2021-07-31"),
                induction_period("2022-09-01", name="the second"),
            ]
        ),
        "2023-01-15",
        *BARRED,
    ),
    # Those who joined the two-year programme.
    "not finished, on 31 August 2023": Case(begun("2020-09-01"), "2023-08-31", *BARRED),
    "not finished, on 1 September 2023": Case(begun("2020-09-01"), "2023-09-01", MET),
    "not finished, on 2 September 2023": Case(begun("2020-09-01"), "2023-09-02", MET),
    "broken off, on 1 September 2023": Case(
        begun("2020-09-01", "2021-07-31", None, "RequiredToComplete"), "2023-09-01", MET
    ),
    "finished on 31 August 2023": Case(
        begun("2020-09-01", "2023-08-31", "pass", "Passed"), "2023-09-01", *BARRED
    ),
    "finished on 1 September 2023": Case(
        begun("2020-09-01", "2023-09-01", "pass", "Passed"), "2023-09-01", MET
    ),
    "passed on a day that is not told": Case(
        begun("2020-09-01", None, None, "Passed"), "2023-09-01", *BARRED
    ),
    "the status is not told, on 31 August 2023": Case(
        begun("2020-09-01", None, None, None), "2023-08-31", *BARRED
    ),
    "the status is not told, on 1 September 2023": Case(
        begun("2020-09-01", None, None, None), "2023-09-01", CANNOT_TELL, reads=[STATUS, PERIOD]
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_not_begun_before_2021(case):
    assert found(not_begun_before_2021, case) == case.expected
