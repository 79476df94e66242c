"""GATE-M8: how far ahead a mentor who moves may be registered."""

import pytest

from ect_rules.rules.mentor_registrable import start_not_too_far
from tests.builders import ANOTHER_SCHOOL, day, mentor_candidate, mentor_period
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the mentor's period: started_on, finished_on"]


def moving(started, finished=None, here_only=True):
    there = mentor_period("2024-09-01", finished, urn=ANOTHER_SCHOOL)
    return mentor_candidate(started, at_schools=[there], here_only=here_only)


def barred(given, on="2026-01-15", **more):
    return Case(given, on, NOT_MET, ["START_TOO_FAR"], actions=["REGISTER_LATER"], **more)


CASES = {
    "mentors nowhere": Case(
        mentor_candidate("2027-01-01", here_only=True), "2026-01-15", NOT_APPLICABLE
    ),
    "the day before four months ahead": Case(moving("2026-05-14"), "2026-01-15", MET, reads=READS),
    "four months ahead": Case(moving("2026-05-15"), "2026-01-15", MET),
    "the day after": barred(moving("2026-05-16"), reads=READS),
    "the day after, asked a day later": Case(moving("2026-05-16"), "2026-01-16", MET),
    "the day after, and stays there too": Case(
        moving("2026-05-16", here_only=False), "2026-01-15", NOT_APPLICABLE
    ),
    "the day after, and not told whether they leave": Case(
        moving("2026-05-16", here_only=None), "2026-01-15", CANNOT_TELL, reads=READS
    ),
    "four months ahead, and not told whether they leave": Case(
        moving("2026-05-15", here_only=None), "2026-01-15", MET
    ),
    "the day after, and has left there by then": Case(
        moving("2026-05-16", "2026-05-15"), "2026-01-15", NOT_APPLICABLE
    ),
    "the day after, the last day there": barred(moving("2026-05-16", "2026-05-16")),
}


def test_from_when_it_may_be_registered():
    given = moving("2026-09-01")
    assert start_not_too_far.earliest(given, day("2026-01-15")) == day("2026-05-01")
    assert start_not_too_far.earliest(given, day("2026-08-15")) == day("2026-08-15")
    assert start_not_too_far.days(given) == (day("2026-05-01"),)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_start_not_too_far(case):
    assert found(start_not_too_far, case) == case.expected
