"""EFUND-4f: who has left the school is at no eligible one there."""

import pytest

from ect_rules.rules.ect_funding import at_the_school
from tests.builders import ect_funding
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the ECT's period: finished_on"]
LEFT = (NOT_MET, ["LEFT_SCHOOL"])

CASES = {
    "no last day": Case(ect_funding(), "2026-01-15", MET, reads=READS),
    "the day before the last day": Case(ect_funding(finished="2026-01-15"), "2026-01-14", MET),
    "the last day": Case(ect_funding(finished="2026-01-15"), "2026-01-15", MET),
    "the day after": Case(
        ect_funding(finished="2026-01-15"),
        "2026-01-16",
        *LEFT,
        actions=["REGISTER_ECT"],
        reads=READS,
    ),
    "before the first day": Case(ect_funding(), "2021-08-31", MET),
    "not registered": Case(ect_funding(registered=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_at_the_school(case):
    assert found(at_the_school, case) == case.expected
