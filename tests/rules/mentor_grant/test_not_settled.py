"""GRANT-2026-27: conditions that were not found."""

import pytest

from ect_rules.rules.mentor_grant import not_settled
from tests.builders import mentor
from tests.rules.table import MET, NOT_APPLICABLE, Case, found

CASES = {
    "the last day of 2025-26": Case(mentor(), "2026-08-31", NOT_APPLICABLE),
    "the first day of 2026-27": Case(
        mentor(),
        "2026-09-01",
        MET,
        ["GRANT_CONDITIONS_NOT_FOUND"],
        actions=["LOOK_UP_CONDITIONS"],
        reads=[],
    ),
    "years later": Case(
        mentor(),
        "2040-01-15",
        MET,
        ["GRANT_CONDITIONS_NOT_FOUND"],
        actions=["LOOK_UP_CONDITIONS"],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_not_settled(case):
    assert found(not_settled, case) == case.expected
