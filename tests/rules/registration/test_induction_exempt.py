"""REG-5: the ECT is exempt from induction. TRS gives the present status, so no day matters."""

import pytest

from ect_rules.rules.registration import induction_exempt
from tests.builders import ect
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the teacher: trs_induction_status"]

CASES = {
    "TRS says Exempt": Case(
        ect(induction="Exempt"), "2026-01-15", MET, ["INDUCTION_EXEMPT"], reads=READS
    ),
    "TRS says Exempt, before the ECT starts": Case(
        ect("2025-09-01", induction="Exempt"), "2025-08-31", MET, ["INDUCTION_EXEMPT"]
    ),
    "TRS says Exempt, after the ECT has left": Case(
        ect(finished="2026-07-31", induction="Exempt"), "2026-08-01", MET, ["INDUCTION_EXEMPT"]
    ),
    "TRS says InProgress": Case(ect(induction="InProgress"), "2026-01-15", NOT_MET, reads=READS),
    "TRS says None": Case(ect(induction="None"), "2026-01-15", NOT_MET),
    "TRS says RequiredToComplete": Case(ect(induction="RequiredToComplete"), "2026-01-15", NOT_MET),
    "TRS says Passed": Case(ect(induction="Passed"), "2026-01-15", NOT_MET),
    "TRS says Failed": Case(ect(induction="Failed"), "2026-01-15", NOT_MET),
    "TRS says FailedInWales": Case(ect(induction="FailedInWales"), "2026-01-15", NOT_MET),
    "the induction status is not told": Case(
        ect(induction=None), "2026-01-15", CANNOT_TELL, reads=READS
    ),
    "nothing is recorded under the TRN": Case(ect(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_induction_exempt(case):
    assert found(induction_exempt, case) == case.expected
