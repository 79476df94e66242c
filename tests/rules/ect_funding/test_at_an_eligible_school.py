"""EFUND-4g: the school must be one that DfE funds."""

import pytest

from ect_rules.rules.ect_funding import at_an_eligible_school
from tests.builders import ect_funding, school
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the ECT's period: urn"]
BARRED = (NOT_MET, ["SCHOOL_NOT_ELIGIBLE"])
CHECK = ["CHECK_SCHOOL"]
CLOSED = school(gias_status="closed")

CASES = {
    "a community school that is open": Case(
        ect_funding(), "2026-01-15", MET, because=["STATE_FUNDED_OPEN"], reads=READS
    ),
    "a closed school": Case(
        ect_funding(at=CLOSED),
        "2026-01-15",
        *BARRED,
        actions=CHECK,
        because=["SCHOOL_CLOSED"],
        reads=READS,
    ),
    "a closed school that is marked as eligible": Case(
        ect_funding(at=school(gias_status="closed", marked=True)),
        "2026-01-15",
        MET,
        because=["MARKED_AS_ELIGIBLE"],
    ),
    "closed and independent": Case(
        ect_funding(at=school("Other independent school", "closed")),
        "2026-01-15",
        *BARRED,
        actions=CHECK,
        because=["SCHOOL_CLOSED", "INDEPENDENT_WITHOUT_SECTION_41"],
    ),
    "nothing is told of the school": Case(
        ect_funding(at=school(None, None, section_41=None)),
        "2026-01-15",
        CANNOT_TELL,
        because=["CANNOT_TELL"],
        reads=READS,
    ),
    "the last day at a closed school": Case(
        ect_funding(at=CLOSED, finished="2026-01-15"),
        "2026-01-15",
        *BARRED,
        actions=CHECK,
        because=["SCHOOL_CLOSED"],
    ),
    "the day after, when another rule bars": Case(
        ect_funding(at=CLOSED, finished="2026-01-15"), "2026-01-16", NOT_APPLICABLE
    ),
    "not registered": Case(ect_funding(registered=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_at_an_eligible_school(case):
    assert found(at_an_eligible_school, case) == case.expected
