"""GATE-E1: an ECT must be in the Teaching Record System (TRS)."""

import pytest

from ect_rules.rules.ect_registrable import found_in_trs
from tests.builders import ect_candidate
from tests.rules.table import MET, NOT_MET, Case, found

CASES = {
    "a teacher": Case(ect_candidate(), "2026-01-15", MET, reads=[]),
    "nobody": Case(
        ect_candidate(known=False),
        "2026-01-15",
        NOT_MET,
        ["NOT_FOUND_IN_TRS"],
        actions=["CHECK_TRN"],
        reads=[],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_found_in_trs(case):
    assert found(found_in_trs, case) == case.expected
