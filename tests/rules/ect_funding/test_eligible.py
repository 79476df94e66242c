"""EFUND-4: otherwise the training is fundable. Asked only where nothing is in doubt."""

import pytest

from ect_rules.rules.ect_funding import eligible
from tests.builders import ect_funding
from tests.rules.table import MET, Case, found

CASES = {
    "an ECT whom nothing bars": Case(ect_funding(), "2026-01-15", MET, ["ELIGIBLE"], reads=[]),
    "it reads nothing: the other rules have by then": Case(
        ect_funding(qts=None), "2026-01-15", MET, ["ELIGIBLE"], reads=[]
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_eligible(case):
    assert found(eligible, case) == case.expected
