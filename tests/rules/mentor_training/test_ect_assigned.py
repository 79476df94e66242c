"""TRAIN-E3: the mentor has been named as somebody's mentor, whenever. Contract periods up to 2024."""

import pytest

from ect_rules.rules.mentor_training import ect_assigned
from tests.builders import at_school, mentor, mentoring, nobodys_mentor
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

CASES = {
    "never assigned": Case(
        mentor(at_schools=[at_school("2022-09-01")], mentorships=[]),
        "2022-09-01",
        NOT_MET,
        ["NO_ECT_ASSIGNED"],
        actions=["ASSIGN_TO_ECT"],
        reads=["the mentor's period: started_on, finished_on"],
    ),
    "the day before the mentorship starts": Case(
        mentor(mentorships=[mentoring("2022-09-01", "2023-07-31")]),
        "2022-08-31",
        MET,
        reads=["the mentorship: started_on"],
    ),
    "the day on which the mentorship starts": Case(
        mentor(mentorships=[mentoring("2022-09-01", "2023-07-31")]), "2022-09-01", MET
    ),
    "the day after the mentorship ended": Case(
        mentor(mentorships=[mentoring("2022-09-01", "2023-07-31")]), "2023-08-01", MET
    ),
    "a teacher who is no mentor": Case(nobodys_mentor(), "2022-09-01", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_ect_assigned(case):
    assert found(ect_assigned, case) == case.expected
