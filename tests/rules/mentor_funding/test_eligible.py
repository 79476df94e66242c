"""FUND-9: otherwise training is fundable. Asked only where nothing bars and nothing is in doubt."""

import pytest

from ect_rules.rules.mentor_funding import eligible
from tests.builders import mentor
from tests.rules.table import MET, Case, found

CASES = {
    "a mentor whom nothing bars": Case(mentor(), "2026-01-15", MET, ["ELIGIBLE"], reads=[]),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_eligible(case):
    assert found(eligible, case) == case.expected
