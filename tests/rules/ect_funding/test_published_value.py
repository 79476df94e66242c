"""EFUND-3: what RECT publishes: was the ECT ever fundable? The day asked about does not matter."""

import pytest

from ect_rules.rules.ect_funding import published_value
from tests.builders import ect_funding
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

FIELDS = "ect_first_became_eligible_for_training_at, ect_became_ineligible_for_funding_on"
READS = [f"the teacher: {FIELDS}"]
EVER = {"published_eligible_for_funding": True}
NEVER = {"published_eligible_for_funding": False}
NOON = "2026-06-15T12:00+00:00"

CASES = {
    "neither is stored": Case(ect_funding(), "2026-01-15", NOT_MET, reads=READS),
    "eligible": Case(
        ect_funding(first_eligible=NOON), "2026-01-15", MET, details=EVER, reads=READS
    ),
    "lost before being eligible": Case(
        ect_funding(exempt_on="2026-06-15"), "2026-01-15", NOT_MET, details=NEVER, reads=READS
    ),
    "lost the day before": Case(
        ect_funding(first_eligible=NOON, exempt_on="2026-06-14"),
        "2026-01-15",
        NOT_MET,
        details=NEVER,
    ),
    "lost on the same day": Case(
        ect_funding(first_eligible=NOON, exempt_on="2026-06-15"), "2026-01-15", MET, details=EVER
    ),
    "lost the day after": Case(
        ect_funding(first_eligible=NOON, exempt_on="2026-06-16"), "2026-01-15", MET, details=EVER
    ),
    "the day in London counts: still the 15th": Case(
        ect_funding(first_eligible="2026-06-15T22:59+00:00", exempt_on="2026-06-15"),
        "2026-01-15",
        MET,
        details=EVER,
    ),
    "the day in London counts: the 16th already": Case(
        ect_funding(first_eligible="2026-06-15T23:00+00:00", exempt_on="2026-06-15"),
        "2026-01-15",
        NOT_MET,
        details=NEVER,
    ),
    "nothing is recorded": Case(ect_funding(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_published_value(case):
    assert found(published_value, case) == case.expected
