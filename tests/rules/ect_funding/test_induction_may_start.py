"""EFUND-6: may an appropriate body start induction?"""

import pytest

from ect_rules.rules.ect_funding import induction_may_start
from tests.builders import ect_funding
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

FIELDS = "trs_induction_status, prohibited_from_teaching, qts_held, qts_awarded_on"
READS = [f"the teacher: {FIELDS}"]
MAY = {"induction_may_start": True}
MAY_NOT = {"induction_may_start": False}
UNTOLD = {"induction": None, "prohibited": None, "qts": None}


def told(**given):
    return ect_funding(**(UNTOLD | given))


CASES = {
    "in progress": Case(ect_funding(), "2026-01-15", MET, details=MAY, reads=READS),
    "required to complete": Case(
        ect_funding(induction="RequiredToComplete"), "2026-01-15", MET, details=MAY
    ),
    "none": Case(ect_funding(induction="None"), "2026-01-15", MET, details=MAY),
    "passed": Case(
        ect_funding(induction="Passed"), "2026-01-15", NOT_MET, details=MAY_NOT, reads=READS
    ),
    "failed": Case(ect_funding(induction="Failed"), "2026-01-15", NOT_MET, details=MAY_NOT),
    "failed in Wales": Case(
        ect_funding(induction="FailedInWales"), "2026-01-15", NOT_MET, details=MAY_NOT
    ),
    "exempt": Case(ect_funding(induction="Exempt"), "2026-01-15", NOT_MET, details=MAY_NOT),
    "prohibited": Case(ect_funding(prohibited=True), "2026-01-15", NOT_MET, details=MAY_NOT),
    "without QTS": Case(ect_funding(qts=False), "2026-01-15", NOT_MET, details=MAY_NOT),
    "the day before QTS": Case(
        ect_funding(qts_on="2026-01-15"), "2026-01-14", NOT_MET, details=MAY_NOT
    ),
    "the day of QTS": Case(ect_funding(qts_on="2026-01-15"), "2026-01-15", MET, details=MAY),
    # One that forbids it is enough.
    "passed, and nothing else is told": Case(
        told(induction="Passed"), "2026-01-15", NOT_MET, details=MAY_NOT
    ),
    "prohibited, and nothing else is told": Case(
        told(prohibited=True), "2026-01-15", NOT_MET, details=MAY_NOT
    ),
    "without QTS, and nothing else is told": Case(
        told(qts=False), "2026-01-15", NOT_MET, details=MAY_NOT
    ),
    # One that is not told is enough.
    "the status is not told": Case(
        ect_funding(induction=None), "2026-01-15", CANNOT_TELL, reads=READS
    ),
    "whether prohibited is not told": Case(ect_funding(prohibited=None), "2026-01-15", CANNOT_TELL),
    "QTS is not told": Case(ect_funding(qts=None), "2026-01-15", CANNOT_TELL),
    "nothing is recorded": Case(ect_funding(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_induction_may_start(case):
    assert found(induction_may_start, case) == case.expected
