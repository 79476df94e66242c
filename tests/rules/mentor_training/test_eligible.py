"""TRAIN-9: otherwise the mentor may be trained. Asked only where nothing else gave a reason."""

import pytest

from ect_rules.rules.mentor_training import eligible
from tests.builders import mentor
from tests.rules.table import MET, Case, found

CASES = {
    "a mentor who is fundable": Case(mentor(), "2026-01-15", MET, ["ELIGIBLE"], reads=[]),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_eligible(case):
    assert found(eligible, case) == case.expected
