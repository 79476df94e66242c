"""GATE-E4: the induction status in TRS is not Passed. No day matters."""

import pytest

from ect_rules.rules.ect_registrable import induction_not_passed
from tests.builders import ect_candidate
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the teacher: trs_induction_status"]
OTHERS = [
    status
    for status in (
        "None",
        "RequiredToComplete",
        "InProgress",
        "Passed",
        "Failed",
        "FailedInWales",
        "Exempt",
    )
    if status != "Passed"
]

CASES = {
    "Passed": Case(
        ect_candidate(induction="Passed"), "2026-01-15", NOT_MET, ["INDUCTION_PASSED"], reads=READS
    ),
    **{s: Case(ect_candidate(induction=s), "2026-01-15", MET, reads=READS) for s in OTHERS},
    "not told": Case(ect_candidate(induction=None), "2026-01-15", CANNOT_TELL, reads=READS),
    "nobody": Case(ect_candidate(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_induction_not_passed(case):
    assert found(induction_not_passed, case) == case.expected
