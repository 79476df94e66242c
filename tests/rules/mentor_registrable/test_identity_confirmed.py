"""GATE-M3: the school must show that it knows the mentor."""

import pytest

from ect_rules.rules.mentor_registrable import identity_confirmed
from tests.builders import mentor_candidate
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

CASES = {
    "confirmed": Case(mentor_candidate(identity=True), "2026-01-15", MET, reads=[]),
    "not confirmed": Case(
        mentor_candidate(identity=False),
        "2026-01-15",
        NOT_MET,
        ["IDENTITY_NOT_CONFIRMED"],
        actions=["CONFIRM_IDENTITY"],
        reads=[],
    ),
    "not told": Case(mentor_candidate(identity=None), "2026-01-15", CANNOT_TELL, reads=[]),
    "nobody to be confirmed": Case(
        mentor_candidate(known=False, identity=False), "2026-01-15", NOT_APPLICABLE
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_identity_confirmed(case):
    assert found(identity_confirmed, case) == case.expected
