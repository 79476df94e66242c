"""GATE-E6: the induction status in TRS is not Failed. No day matters."""

import pytest

from ect_rules.rules.ect_registrable import induction_not_failed
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
    if status != "Failed"
]

CASES = {
    "Failed": Case(
        ect_candidate(induction="Failed"), "2026-01-15", NOT_MET, ["INDUCTION_FAILED"], reads=READS
    ),
    **{s: Case(ect_candidate(induction=s), "2026-01-15", MET, reads=READS) for s in OTHERS},
    "not told": Case(ect_candidate(induction=None), "2026-01-15", CANNOT_TELL, reads=READS),
    "nobody": Case(ect_candidate(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_induction_not_failed(case):
    assert found(induction_not_failed, case) == case.expected
