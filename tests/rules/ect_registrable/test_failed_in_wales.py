"""Induction failed in Wales does not bar, but deserves a second look. No day matters."""

import pytest

from ect_rules.rules.ect_registrable import failed_in_wales
from tests.builders import ect_candidate
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the teacher: trs_induction_status"]

CASES = {
    "failed in Wales": Case(
        ect_candidate(induction="FailedInWales"),
        "2026-01-15",
        MET,
        warnings=["INDUCTION_FAILED_IN_WALES"],
        reads=READS,
    ),
    "in progress": Case(ect_candidate(), "2026-01-15", NOT_MET, reads=READS),
    "failed": Case(ect_candidate(induction="Failed"), "2026-01-15", NOT_MET),
    "not told": Case(ect_candidate(induction=None), "2026-01-15", CANNOT_TELL, reads=READS),
    "nobody": Case(ect_candidate(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_failed_in_wales(case):
    assert found(failed_in_wales, case) == case.expected
