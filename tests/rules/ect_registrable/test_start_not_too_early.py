"""GATE-E10: how far back an ECT's start may lie."""

import pytest

from ect_rules.rules.ect_registrable import start_not_too_early
from tests.builders import day, ect_candidate
from tests.rules.table import MET, NOT_MET, Case, found

BARRED = {"actions": ["GIVE_LATER_START"]}

CASES = {
    "the day before the contract period two before": Case(
        ect_candidate("2023-05-31"),
        "2026-01-15",
        NOT_MET,
        ["START_TOO_EARLY"],
        **BARRED,
        reads=[],
    ),
    "its first day": Case(ect_candidate("2023-06-01"), "2026-01-15", MET, reads=[]),
    "the day after": Case(ect_candidate("2023-06-02"), "2026-01-15", MET),
    "the same start on the last day of the current contract period": Case(
        ect_candidate("2023-06-01"), "2026-05-31", MET
    ),
    "the same start a day later": Case(
        ect_candidate("2023-06-01"), "2026-06-01", NOT_MET, ["START_TOO_EARLY"], **BARRED
    ),
    "the last day of that contract period, the day before it is too early": Case(
        ect_candidate("2024-05-31"), "2026-05-31", MET
    ),
    "to come": Case(ect_candidate("2026-09-01"), "2026-01-15", MET),
}


def test_it_changes_on_the_day_on_which_the_start_becomes_too_early():
    for started in ("2023-06-01", "2024-05-31"):
        assert start_not_too_early.days(ect_candidate(started)) == (day("2026-06-01"),)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_start_not_too_early(case):
    assert found(start_not_too_early, case) == case.expected
