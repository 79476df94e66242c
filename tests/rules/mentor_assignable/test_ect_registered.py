"""A mentor is assigned to somebody who is an ECT."""

import pytest

from ect_rules.rules.mentor_assignable import ect_registered
from tests.builders import assignment
from tests.rules.table import MET, NOT_MET, Case, found

CASES = {
    "an ECT": Case(assignment(), "2026-01-15", MET, reads=["the ECT's period: started_on"]),
    "nobody's ECT": Case(
        assignment(registered=False),
        "2026-01-15",
        NOT_MET,
        ["NOT_REGISTERED_AS_ECT"],
        actions=["REGISTER_ECT"],
        reads=[],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_ect_registered(case):
    assert found(ect_registered, case) == case.expected
