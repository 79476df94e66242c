"""GATE-M7: a start to come needs a contract period that is open for registrations."""

import pytest

from ect_rules.rules.mentor_registrable import registration_open
from tests.builders import contract_year, day, mentor_candidate
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

BARRED = {"actions": ["OPEN_REGISTRATIONS"]}

CASES = {
    "starts the day before, without a contract period": Case(
        mentor_candidate("2026-01-14", years=[]), "2026-01-15", MET, reads=[]
    ),
    "starts on the day, without a contract period": Case(
        mentor_candidate("2026-01-15", years=[]), "2026-01-15", MET
    ),
    "starts the day after, without a contract period": Case(
        mentor_candidate("2026-01-16", years=[]),
        "2026-01-15",
        NOT_MET,
        ["REGISTRATION_NOT_OPEN"],
        **BARRED,
        reads=[],
    ),
    "starts the day before, and the contract period is closed": Case(
        mentor_candidate("2026-01-14", years=[contract_year(enabled=False)]), "2026-01-15", MET
    ),
    "starts on the day, and the contract period is closed": Case(
        mentor_candidate("2026-01-15", years=[contract_year(enabled=False)]), "2026-01-15", MET
    ),
    "starts the day after, and the contract period is closed": Case(
        mentor_candidate("2026-01-16", years=[contract_year(enabled=False)]),
        "2026-01-15",
        NOT_MET,
        ["REGISTRATION_NOT_OPEN"],
        **BARRED,
        reads=["contract period 2025: enabled"],
    ),
    "starts the day after, and the contract period is open": Case(
        mentor_candidate("2026-01-16", years=[contract_year()]),
        "2026-01-15",
        MET,
        reads=["contract period 2025: enabled"],
    ),
    "starts the day after, and whether it is open is not told": Case(
        mentor_candidate("2026-01-16", years=[contract_year(enabled=None)]),
        "2026-01-15",
        CANNOT_TELL,
        reads=["contract period 2025: enabled"],
    ),
    "starts on the last day of the contract period that is open": Case(
        mentor_candidate("2026-05-31", years=[contract_year(2025)]), "2026-01-15", MET
    ),
    "starts on the first day of the next": Case(
        mentor_candidate("2026-06-01", years=[contract_year(2025)]),
        "2026-01-15",
        NOT_MET,
        ["REGISTRATION_NOT_OPEN"],
        **BARRED,
    ),
    "starts in the next, which is open too": Case(
        mentor_candidate("2026-06-01", years=[contract_year(2025), contract_year(2026)]),
        "2026-01-15",
        MET,
        reads=["contract period 2026: enabled"],
    ),
}


def test_it_may_change_on_the_start():
    assert registration_open.days(mentor_candidate("2026-09-01")) == (day("2026-09-01"),)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_registration_open(case):
    assert found(registration_open, case) == case.expected
