"""AMB-3: a warning where the ECT has failed induction in Wales."""

import pytest

from ect_rules.rules.registration import failed_in_wales
from tests.builders import ect, mentored
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the teacher: trs_induction_status"]

CASES = {
    "TRS says FailedInWales": Case(
        ect(induction="FailedInWales"),
        "2026-01-15",
        MET,
        warnings=["INDUCTION_FAILED_IN_WALES"],
        reads=READS,
    ),
    "TRS says FailedInWales, and a mentor is assigned": Case(
        ect(induction="FailedInWales", mentorships=[mentored("2025-09-01")]),
        "2026-01-15",
        MET,
        warnings=["INDUCTION_FAILED_IN_WALES"],
    ),
    "TRS says InProgress": Case(ect(induction="InProgress"), "2026-01-15", NOT_MET, reads=READS),
    "TRS says None": Case(ect(induction="None"), "2026-01-15", NOT_MET),
    "TRS says RequiredToComplete": Case(ect(induction="RequiredToComplete"), "2026-01-15", NOT_MET),
    "TRS says Passed": Case(ect(induction="Passed"), "2026-01-15", NOT_MET),
    "TRS says Failed": Case(ect(induction="Failed"), "2026-01-15", NOT_MET),
    "TRS says Exempt": Case(ect(induction="Exempt"), "2026-01-15", NOT_MET),
    "the induction status is not told": Case(
        ect(induction=None), "2026-01-15", CANNOT_TELL, reads=READS
    ),
    "nothing is recorded under the TRN": Case(ect(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_failed_in_wales(case):
    assert found(failed_in_wales, case) == case.expected
