"""GATE-M4: a mentor is registered at a school once."""

import pytest

from ect_rules.rules.mentor_registrable import not_mentor_here
from tests.builders import ANOTHER_SCHOOL, mentor_candidate, mentor_period
from tests.rules.table import MET, NOT_MET, Case, found

READS = ["the mentor's period: urn, finished_on"]


def with_one(started, finished=None, **more):
    return mentor_candidate(at_schools=[mentor_period(started, finished, **more)])


def barred(given, **more):
    return Case(
        given,
        "2026-01-15",
        NOT_MET,
        ["ALREADY_MENTOR_AT_SCHOOL"],
        actions=["ASSIGN_EXISTING_MENTOR"],
        **more,
    )


CASES = {
    "never a mentor": Case(mentor_candidate(), "2026-01-15", MET, reads=[]),
    "here, without a last day": barred(with_one("2024-09-01"), reads=READS),
    "here from a later day, without a last day": barred(with_one("2026-09-01")),
    "here until a day to come": Case(with_one("2024-09-01", "2026-07-31"), "2026-01-15", MET),
    "here before": Case(with_one("2024-09-01", "2025-07-31"), "2026-01-15", MET, reads=[]),
    "elsewhere, without a last day": Case(
        with_one("2024-09-01", urn=ANOTHER_SCHOOL), "2026-01-15", MET, reads=[]
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_not_mentor_here(case):
    assert found(not_mentor_here, case) == case.expected
