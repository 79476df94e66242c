"""EFUND-0b: is there a registration to speak of?"""

import pytest

from ect_rules.rules.ect_funding import registered
from tests.builders import THE_SCHOOL, ect_funding
from tests.rules.table import MET, NOT_MET, Case, found

NAMED = {"ect_at_school_period_id": "the ECT's period", "urn": THE_SCHOOL}
READS = ["the ECT's period: started_on"]

CASES = {
    "the teacher is not registered as an ECT": Case(
        ect_funding(registered=False),
        "2026-01-15",
        MET,
        ["NOT_REGISTERED_AS_ECT"],
        actions=["REGISTER_ECT"],
        reads=[],
    ),
    "an ECT": Case(ect_funding(), "2026-01-15", NOT_MET, details=NAMED, reads=READS),
    "the day before the ECT starts": Case(ect_funding(), "2021-08-31", NOT_MET, details=NAMED),
    "the day after the ECT has left": Case(
        ect_funding(finished="2026-01-14"), "2026-01-15", NOT_MET, details=NAMED
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_registered(case):
    assert found(registered, case) == case.expected
