"""GATE-E3: an ECT is registered at a school once."""

import pytest

from ect_rules.rules.ect_registrable import not_registered_here
from tests.builders import ANOTHER_SCHOOL, ect_candidate, ect_period
from tests.rules.table import MET, NOT_MET, Case, found

READS = ["the ECT's period: urn, finished_on"]


def with_one(started, finished=None, **more):
    return ect_candidate(registrations=[ect_period(started, finished, **more)])


CASES = {
    "never registered": Case(ect_candidate(), "2026-01-15", MET, reads=[]),
    "here, without a last day": Case(
        with_one("2025-09-01"), "2026-01-15", NOT_MET, ["ALREADY_ECT_AT_SCHOOL"], reads=READS
    ),
    "here from a later day, without a last day": Case(
        with_one("2026-09-01"), "2026-01-15", NOT_MET, ["ALREADY_ECT_AT_SCHOOL"]
    ),
    "here until a day to come": Case(with_one("2025-09-01", "2026-07-31"), "2026-01-15", MET),
    "here before": Case(with_one("2024-09-01", "2025-07-31"), "2026-01-15", MET, reads=[]),
    "elsewhere, without a last day": Case(
        with_one("2025-09-01", urn=ANOTHER_SCHOOL), "2026-01-15", MET, reads=[]
    ),
    "here before, and again without a last day": Case(
        ect_candidate(
            registrations=[
                ect_period("2024-09-01", "2025-07-31", name="the first"),
                ect_period("2025-09-01"),
            ]
        ),
        "2026-01-15",
        NOT_MET,
        ["ALREADY_ECT_AT_SCHOOL"],
        reads=READS,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_not_registered_here(case):
    assert found(not_registered_here, case) == case.expected
