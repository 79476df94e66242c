"""EFUND-4e: the appropriate body has recorded the induction. No day matters."""

import pytest

from ect_rules.rules.ect_funding import induction_recorded
from tests.builders import ect_funding
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

STATUS = "the teacher: trs_induction_status"
PERIOD = "the induction: started_on, finished_on, outcome"
NONE = (NOT_MET, ["NO_INDUCTION"])
RECORD = ["RECORD_INDUCTION"]


def without_period(status, **given):
    return ect_funding(induction=status, inductions=[], **given)


CASES = {
    "a period": Case(ect_funding(), "2026-01-15", MET, reads=[STATUS, PERIOD]),
    "a period to come": Case(ect_funding(), "2025-08-31", MET),
    "required to complete": Case(
        without_period("RequiredToComplete"), "2026-01-15", *NONE, actions=RECORD, reads=[STATUS]
    ),
    "in progress, and we have no period": Case(
        without_period("InProgress"), "2026-01-15", *NONE, actions=RECORD
    ),
    "the status is not told": Case(without_period(None), "2026-01-15", *NONE, actions=RECORD),
    "passed": Case(without_period("Passed"), "2026-01-15", NOT_APPLICABLE),
    "failed": Case(without_period("Failed"), "2026-01-15", NOT_APPLICABLE),
    "failed in Wales": Case(without_period("FailedInWales"), "2026-01-15", NOT_APPLICABLE),
    "exempt": Case(without_period("Exempt"), "2026-01-15", NOT_APPLICABLE),
    "nothing is recorded": Case(ect_funding(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_induction_recorded(case):
    assert found(induction_recorded, case) == case.expected
