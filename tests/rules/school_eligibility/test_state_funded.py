"""SCH-7: otherwise the school is open and state funded. Asked only where nothing is in doubt."""

import pytest

from ect_rules.rules.school_eligibility import state_funded
from tests.builders import school
from tests.rules.table import MET, Case, found

CASES = {
    "a community school that is open": Case(
        school(), "2026-01-15", MET, ["STATE_FUNDED_OPEN"], reads=[]
    ),
    "it reads nothing: the other rules have by then": Case(
        school(None, None), "2026-01-15", MET, ["STATE_FUNDED_OPEN"], reads=[]
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_state_funded(case):
    assert found(state_funded, case) == case.expected
