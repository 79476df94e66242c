"""EFUND-2: an exempt ECT is not funded, on any day while TRS says so, and from the stored day."""

import pytest

from ect_rules.rules.ect_funding import not_exempt
from tests.builders import ect_funding
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the teacher: trs_induction_status, ect_became_ineligible_for_funding_on"]
BARRED = (NOT_MET, ["INDUCTION_EXEMPT"])

CASES = {
    "in progress": Case(ect_funding(), "2026-01-15", MET, reads=READS),
    "passed, which another rule bars": Case(ect_funding(induction="Passed"), "2026-01-15", MET),
    "exempt": Case(ect_funding(induction="Exempt"), "2026-01-15", *BARRED, reads=READS),
    "exempt, the day before it was seen": Case(
        ect_funding(induction="Exempt", exempt_on="2026-01-15"), "2026-01-14", *BARRED
    ),
    "seen to be exempt, the day before": Case(
        ect_funding(exempt_on="2026-01-15"), "2026-01-14", MET
    ),
    "seen to be exempt, on that day": Case(
        ect_funding(exempt_on="2026-01-15"), "2026-01-15", *BARRED
    ),
    "seen to be exempt, the day after": Case(
        ect_funding(exempt_on="2026-01-15"), "2026-01-16", *BARRED
    ),
    "seen to be exempt, the status not told": Case(
        ect_funding(induction=None, exempt_on="2026-01-15"), "2026-01-15", *BARRED
    ),
    "the status is not told": Case(
        ect_funding(induction=None), "2026-01-15", CANNOT_TELL, reads=READS
    ),
    "the status is not told, the day before it was seen to be exempt": Case(
        ect_funding(induction=None, exempt_on="2026-01-15"), "2026-01-14", CANNOT_TELL
    ),
    "nothing is recorded": Case(ect_funding(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_not_exempt(case):
    assert found(not_exempt, case) == case.expected
