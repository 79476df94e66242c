"""GATE-E12: how far ahead an ECT who moves school may be registered."""

import pytest

from ect_rules.rules.ect_registrable import start_not_too_far
from tests.builders import ANOTHER_SCHOOL, day, ect_candidate, ect_period
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

BEFORE = ect_period("2025-09-01", urn=ANOTHER_SCHOOL)
READS = ["the ECT's period: urn, started_on, finished_on"]


def moving(started, before=BEFORE):
    return ect_candidate(started, registrations=[before])


def barred(given, on="2026-01-15", **more):
    return Case(given, on, NOT_MET, ["START_TOO_FAR"], actions=["REGISTER_LATER"], **more)


CASES = {
    "never registered": Case(ect_candidate("2027-01-01"), "2026-01-15", NOT_APPLICABLE),
    "the school before has a last day": Case(
        moving("2027-01-01", ect_period("2025-09-01", "2026-07-31", urn=ANOTHER_SCHOOL)),
        "2026-01-15",
        NOT_APPLICABLE,
    ),
    "the school before is this one": Case(
        moving("2027-01-01", ect_period("2025-09-01")), "2026-01-15", NOT_APPLICABLE
    ),
    "the day before four months ahead": Case(moving("2026-05-14"), "2026-01-15", MET, reads=READS),
    "four months ahead": Case(moving("2026-05-15"), "2026-01-15", MET),
    "the day after": barred(moving("2026-05-16"), reads=READS),
    "the day after, asked a day later": Case(moving("2026-05-16"), "2026-01-16", MET),
    "a month without that day: its last day": Case(moving("2026-02-28"), "2025-10-31", MET),
    "a month without that day: the day after": barred(moving("2026-03-01"), "2025-10-31"),
}

EARLIEST = {
    ("2026-05-16", "2026-01-15"): "2026-01-16",
    ("2026-09-01", "2026-01-15"): "2026-05-01",
    ("2026-02-28", "2025-01-01"): "2025-10-28",
    ("2026-03-01", "2025-01-01"): "2025-11-01",
    ("2026-05-15", "2026-01-15"): "2026-01-15",
    ("2026-01-01", "2026-01-15"): "2026-01-15",
}


@pytest.mark.parametrize(("started", "on"), EARLIEST)
def test_from_when_it_may_be_registered(started, on):
    first = day(EARLIEST[started, on])
    assert start_not_too_far.earliest(moving(started), day(on)) == first
    assert max(day(on), *start_not_too_far.days(moving(started))) == first


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_start_not_too_far(case):
    assert found(start_not_too_far, case) == case.expected
