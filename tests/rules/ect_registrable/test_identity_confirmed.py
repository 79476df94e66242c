"""GATE-E2: the school must show that it knows the ECT."""

import pytest

from ect_rules.rules.ect_registrable import identity_confirmed
from tests.builders import ect_candidate
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

CASES = {
    "confirmed": Case(ect_candidate(identity=True), "2026-01-15", MET, reads=[]),
    "not confirmed": Case(
        ect_candidate(identity=False),
        "2026-01-15",
        NOT_MET,
        ["IDENTITY_NOT_CONFIRMED"],
        actions=["CONFIRM_IDENTITY"],
        reads=[],
    ),
    "not told": Case(ect_candidate(identity=None), "2026-01-15", CANNOT_TELL, reads=[]),
    "nobody to be confirmed": Case(
        ect_candidate(known=False, identity=False), "2026-01-15", NOT_APPLICABLE
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_identity_confirmed(case):
    assert found(identity_confirmed, case) == case.expected
