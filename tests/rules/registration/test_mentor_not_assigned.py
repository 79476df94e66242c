"""REG-7: otherwise a mentor is missing. An existing mentor is offered where there is one."""

import pytest

from ect_rules.rules.registration import mentor_not_assigned
from tests.builders import ANOTHER_MENTOR, THE_ECT, ect, mentor_period
from tests.rules.table import MET, Case, found

NEW_ONLY = ["REGISTER_NEW_MENTOR"]
EXISTING_FIRST = ["ASSIGN_EXISTING_MENTOR", "REGISTER_NEW_MENTOR"]

CASES = {
    "the school has no mentor": Case(
        ect(), "2026-01-15", MET, ["MENTOR_NOT_ASSIGNED"], actions=NEW_ONLY, reads=[]
    ),
    "the school has a mentor without a last day": Case(
        ect(mentors_here=[mentor_period()]),
        "2026-01-15",
        MET,
        ["MENTOR_NOT_ASSIGNED"],
        actions=EXISTING_FIRST,
        reads=["the mentor's period: started_on, finished_on"],
    ),
    "the school's mentor starts tomorrow": Case(
        ect(mentors_here=[mentor_period("2026-01-16")]),
        "2026-01-15",
        MET,
        ["MENTOR_NOT_ASSIGNED"],
        actions=EXISTING_FIRST,
    ),
    "the school's mentor has a last day, long after": Case(
        ect(mentors_here=[mentor_period(finished="2099-07-31")]),
        "2026-01-15",
        MET,
        ["MENTOR_NOT_ASSIGNED"],
        actions=NEW_ONLY,
        reads=[],
    ),
    "the school's mentor left yesterday": Case(
        ect(mentors_here=[mentor_period(finished="2026-01-14")]),
        "2026-01-15",
        MET,
        ["MENTOR_NOT_ASSIGNED"],
        actions=NEW_ONLY,
    ),
    "the school's only mentor is the ECT": Case(
        ect(mentors_here=[mentor_period(trn=THE_ECT)]),
        "2026-01-15",
        MET,
        ["MENTOR_NOT_ASSIGNED"],
        actions=NEW_ONLY,
        reads=[],
    ),
    "of the school's mentors one has a last day, one is the ECT, and one is offered": Case(
        ect(
            mentors_here=[
                mentor_period(finished="2026-07-31", name="the leaving mentor"),
                mentor_period(trn=THE_ECT, name="the ECT as mentor"),
                mentor_period(trn=ANOTHER_MENTOR, name="the offered mentor"),
            ]
        ),
        "2026-01-15",
        MET,
        ["MENTOR_NOT_ASSIGNED"],
        actions=EXISTING_FIRST,
        reads=["the offered mentor: started_on, finished_on"],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_mentor_not_assigned(case):
    assert found(mentor_not_assigned, case) == case.expected
