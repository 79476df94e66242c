"""MENT-2: a mentor is at the ECT's school. No day matters."""

import pytest

from ect_rules.rules.mentor_assignable import same_school
from tests.builders import ANOTHER_SCHOOL, assignment, ect_period, mentor_period
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the ECT's period: urn", "the mentor's period: urn"]

CASES = {
    "the one is no ECT": Case(assignment(registered=False), "2026-01-15", NOT_APPLICABLE),
    "the other is no mentor": Case(assignment(a_mentor=False), "2026-01-15", NOT_APPLICABLE),
    "both at one school": Case(assignment(), "2026-01-15", MET, reads=READS),
    "the mentor at another school": Case(
        assignment(mentor=mentor_period(urn=ANOTHER_SCHOOL)),
        "2026-01-15",
        NOT_MET,
        ["DIFFERENT_SCHOOL"],
        actions=["CHOOSE_ANOTHER_MENTOR"],
        reads=READS,
    ),
    "the ECT at another school": Case(
        assignment(ect=ect_period(urn=ANOTHER_SCHOOL)),
        "2026-01-15",
        NOT_MET,
        ["DIFFERENT_SCHOOL"],
        actions=["CHOOSE_ANOTHER_MENTOR"],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_same_school(case):
    assert found(same_school, case) == case.expected
