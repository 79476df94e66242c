"""KIND-2: otherwise the mentor is an ordinary one."""

import pytest

from ect_rules.rules.mentor_kind import ordinary
from tests.builders import mentor, mentor_and_colleagues
from tests.rules.table import MET, Case, found

CASES = {
    "always, for nothing is left to ask": Case(
        mentor_and_colleagues(mentor()), "2026-01-15", MET, ["ORDINARY_MENTOR"], reads=[]
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_ordinary(case):
    assert found(ordinary, case) == case.expected
