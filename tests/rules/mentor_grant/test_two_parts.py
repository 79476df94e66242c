"""GRANT-2021-22: 36 hours over two years, in two parts."""

import pytest

from ect_rules.rules.mentor_grant import two_parts
from tests.rules.mentor_grant.parts import declared, outcome, reads
from tests.rules.table import MET, NOT_APPLICABLE, Case, found

DUE, NOT_YET, NOT = ["GRANT_DUE"], ["GRANT_NOT_YET_DUE"], ["GRANT_NOT_DUE"]
DECLARE = ["DECLARE_MILESTONE"]
STARTED = ("2021-10-10", "started")
READS = reads(1)


def part(number, due):
    return {"details": (18.0 if due else 0.0, ((f"part {number}", 18, due),))}


CASES = {
    "started, the day before the data cut": Case(
        declared(STARTED), "2022-05-31", MET, NOT_YET, **part(1, False)
    ),
    "started, at the data cut": Case(
        declared(STARTED), "2022-06-01", MET, DUE, **part(1, True), reads=READS
    ),
    "started, on the last day of the year": Case(
        declared(STARTED), "2022-08-31", MET, DUE, **part(1, True)
    ),
    "no start declaration": Case(
        declared(), "2022-06-01", MET, NOT_YET, actions=DECLARE, **part(1, False)
    ),
    "the start declaration was voided": Case(
        declared((*STARTED, {"payment": "voided"})),
        "2022-06-01",
        MET,
        NOT_YET,
        actions=DECLARE,
        **part(1, False),
    ),
    "the day before the start declaration": Case(
        declared(("2022-07-10", "started")),
        "2022-07-09",
        MET,
        NOT_YET,
        actions=DECLARE,
        **part(1, False),
    ),
    "the day of the start declaration": Case(
        declared(("2022-07-10", "started")), "2022-07-10", MET, DUE, **part(1, True)
    ),
    "withdrawn at the data cut": Case(
        declared(STARTED, withdrawn="2022-06-01T09:00+01:00"),
        "2022-07-01",
        MET,
        NOT,
        **part(1, False),
    ),
    "withdrawn the day after": Case(
        declared(STARTED, withdrawn="2022-06-02T09:00+01:00"),
        "2022-07-01",
        MET,
        DUE,
        **part(1, True),
    ),
    # Registered by 31 May, else in the next summer.
    "began on 31 May": Case(
        declared(("2022-06-10", "started"), started="2022-05-31"),
        "2022-07-01",
        MET,
        DUE,
        **part(1, True),
    ),
    "began on 1 June": Case(
        declared(("2022-06-10", "started"), started="2022-06-01"),
        "2022-07-01",
        MET,
        NOT,
        **part(1, False),
    ),
    "began on 1 June, in the next summer": Case(
        declared(("2022-06-10", "started"), started="2022-06-01"),
        "2023-06-01",
        MET,
        DUE,
        **part(1, True),
    ),
    "began before the national roll-out": Case(
        declared(STARTED, started="2021-07-01"), "2022-06-01", MET, DUE, **part(1, True)
    ),
    # Year 2.
    "year 2, declaration 3": Case(
        declared(STARTED, ("2022-06-10", "retained-2")),
        "2023-06-01",
        MET,
        NOT_YET,
        actions=DECLARE,
        **part(2, False),
    ),
    "year 2, declaration 4, the day before 1 June": Case(
        declared(STARTED, ("2022-10-10", "retained-3")),
        "2023-05-31",
        MET,
        NOT_YET,
        **part(2, False),
    ),
    "year 2, declaration 4": Case(
        declared(STARTED, ("2022-10-10", "retained-3")), "2023-06-01", MET, DUE, **part(2, True)
    ),
    "year 2, declaration 5": Case(
        declared(STARTED, ("2023-02-10", "retained-4")), "2023-06-01", MET, DUE, **part(2, True)
    ),
    "year 2, completed": Case(
        declared(STARTED, ("2023-06-10", "completed")), "2023-06-10", MET, DUE, **part(2, True)
    ),
    # Its academic years.
    "the last day of 2022-23": Case(
        declared(STARTED, ("2022-10-10", "retained-3")), "2023-08-31", MET, DUE, **part(2, True)
    ),
    "the first day of 2023-24": Case(declared(STARTED), "2023-09-01", NOT_APPLICABLE),
    "the day before 2021-22": Case(declared(STARTED), "2021-08-31", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_two_parts(case):
    assert outcome(found(two_parts, case)) == case.expected
