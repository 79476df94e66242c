"""MENT-7: otherwise the mentor may be assigned. Asked only where no refusal holds."""

import pytest

from ect_rules.rules.mentor_assignable import assignable
from tests.builders import assignment
from tests.rules.table import MET, Case, found

CASES = {
    "a mentor and an ECT at one school": Case(
        assignment(), "2026-01-15", MET, ["ASSIGNABLE"], reads=[]
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_assignable(case):
    assert found(assignable, case) == case.expected
