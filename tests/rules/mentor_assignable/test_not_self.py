"""MENT-1: nobody mentors themselves. No day matters."""

import pytest

from ect_rules.rules.mentor_assignable import not_self
from tests.builders import ANOTHER_SCHOOL, THE_ECT, assignment, mentor_period
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the ECT's period: trn", "the mentor's period: trn"]

CASES = {
    "the one is no ECT": Case(assignment(registered=False), "2026-01-15", NOT_APPLICABLE),
    "the other is no mentor": Case(assignment(a_mentor=False), "2026-01-15", NOT_APPLICABLE),
    "two people": Case(assignment(), "2026-01-15", MET, reads=READS),
    "the ECT is proposed as their own mentor": Case(
        assignment(mentor=mentor_period(trn=THE_ECT)),
        "2026-01-15",
        NOT_MET,
        ["SELF_MENTORING"],
        actions=["CHOOSE_ANOTHER_MENTOR"],
        reads=READS,
    ),
    "the ECT is proposed as their own mentor at another school": Case(
        assignment(mentor=mentor_period(trn=THE_ECT, urn=ANOTHER_SCHOOL)),
        "2026-01-15",
        NOT_MET,
        ["SELF_MENTORING"],
        actions=["CHOOSE_ANOTHER_MENTOR"],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_not_self(case):
    assert found(not_self, case) == case.expected
