"""REG-1: from the day after the last day the ECT has left."""

import pytest

from ect_rules.rules.registration import left_school
from tests.builders import ect
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

CASES = {
    "the day before the ECT's last day": Case(
        ect(finished="2026-07-31"),
        "2026-07-30",
        NOT_MET,
        reads=["the ECT's period: finished_on"],
    ),
    "on the last day the ECT is still there": Case(
        ect(finished="2026-07-31"), "2026-07-31", NOT_MET
    ),
    "the day after the last day": Case(
        ect(finished="2026-07-31"),
        "2026-08-01",
        MET,
        ["LEFT_SCHOOL"],
        reads=["the ECT's period: finished_on"],
    ),
    "the day after the last day, whoever reported it": Case(
        ect(finished="2026-07-31", reported_by="100001"), "2026-08-01", MET, ["LEFT_SCHOOL"]
    ),
    "an ECT without a last day has not left": Case(ect(finished=None), "2099-01-01", NOT_MET),
    "an ECT who has not started has not left": Case(
        ect("2025-09-01", "2026-07-31"), "2025-08-31", NOT_MET
    ),
    "the day after an only day": Case(
        ect("2025-09-01", "2025-09-01"), "2025-09-02", MET, ["LEFT_SCHOOL"]
    ),
    "a teacher who is not registered": Case(ect(registered=False), "2026-08-01", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_left_school(case):
    assert found(left_school, case) == case.expected
