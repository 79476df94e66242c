"""GRANT-2025-26-second-year: by term, for training that began before September 2025."""

import pytest

from ect_rules.rules.mentor_grant import second_year
from tests.rules.mentor_grant.parts import declared, outcome, reads
from tests.rules.table import MET, NOT_APPLICABLE, Case, found

DUE, NOT_YET, NOT = ["GRANT_DUE"], ["GRANT_NOT_YET_DUE"], ["GRANT_NOT_DUE"]
DECLARE = ["DECLARE_MILESTONE"]
AUTUMN = ("2025-10-10", "retained-3")
READS = reads(1)


def terms(autumn):
    names = ("autumn term", "spring term", "summer term")
    parts = tuple(zip(names, (6, 6, 6), (autumn, False, False), strict=True))
    return {"details": (6.0 * autumn, parts), "actions": DECLARE}


def trained(*declarations, started="2024-09-01", **given):
    return declared(*declarations, started=started, **given)


CASES = {
    "the day before August": Case(trained(AUTUMN), "2026-07-31", MET, NOT_YET, **terms(False)),
    "in August": Case(trained(AUTUMN), "2026-08-01", MET, DUE, **terms(True), reads=READS),
    "began on the last day before September": Case(
        trained(AUTUMN, started="2025-08-31"), "2026-08-01", MET, DUE, **terms(True)
    ),
    "began on the first day of September": Case(
        trained(AUTUMN, started="2025-09-01"), "2026-08-01", NOT_APPLICABLE
    ),
    "began in July, for the contract period 2025": Case(
        trained(AUTUMN, started="2025-07-01", year=2025), "2026-08-01", NOT_APPLICABLE
    ),
    "the third year": Case(
        trained(AUTUMN, started="2023-09-01"),
        "2026-08-01",
        MET,
        NOT,
        details=(0.0, (("terms", 18, False),)),
    ),
    "the day before 2025-26": Case(trained(), "2025-08-31", NOT_APPLICABLE),
    "the day after 2025-26": Case(trained(), "2026-09-01", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_second_year(case):
    assert outcome(found(second_year, case)) == case.expected


def test_its_parts_are_second_hand():
    case = CASES["in August"]
    parts = found(second_year, case)["details"]["parts"]
    assert all(part.second_hand for part in parts)
