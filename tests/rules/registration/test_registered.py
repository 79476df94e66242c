"""REG-0b: is there a registration to speak of?"""

import pytest

from ect_rules.rules.registration import registered
from tests.builders import THE_SCHOOL, ect
from tests.rules.table import MET, NOT_MET, Case, found

NAMED = {"ect_at_school_period_id": "the ECT's period", "urn": THE_SCHOOL}

CASES = {
    "the teacher is not registered as an ECT": Case(
        ect(registered=False),
        "2026-01-15",
        MET,
        ["NOT_REGISTERED_AS_ECT"],
        actions=["REGISTER_ECT"],
        reads=[],
    ),
    "the day before the ECT starts, the registration is there": Case(
        ect("2025-09-01"),
        "2025-08-31",
        NOT_MET,
        details=NAMED,
        reads=["the ECT's period: started_on"],
    ),
    "the day on which the ECT starts": Case(
        ect("2025-09-01"), "2025-09-01", NOT_MET, details=NAMED
    ),
    "the day after the ECT has left, the registration is still there": Case(
        ect("2025-09-01", "2026-07-31"), "2026-08-01", NOT_MET, details=NAMED
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_registered(case):
    assert found(registered, case) == case.expected
