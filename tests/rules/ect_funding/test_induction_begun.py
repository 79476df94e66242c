"""EFUND-1: funding counts from the day induction starts."""

import pytest

from ect_rules.rules.ect_funding import induction_begun
from tests.builders import ect_funding, induction_period
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the induction: started_on"]
TWO = ect_funding(
    inductions=[
        induction_period("2025-09-01", "2025-12-31"),
        induction_period("2026-04-01", name="the second"),
    ]
)

CASES = {
    "the day before": Case(
        ect_funding(), "2025-08-31", NOT_MET, ["INDUCTION_NOT_STARTED"], reads=READS
    ),
    "the first day": Case(ect_funding(), "2025-09-01", MET, reads=READS),
    "the day after": Case(ect_funding(), "2025-09-02", MET),
    "in a break between two periods": Case(TWO, "2026-01-15", MET, reads=READS),
    "before the first of two": Case(TWO, "2025-08-31", NOT_MET, ["INDUCTION_NOT_STARTED"]),
    "no period": Case(ect_funding(inductions=[]), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_induction_begun(case):
    assert found(induction_begun, case) == case.expected
