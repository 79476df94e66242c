"""TRAIN-1: nobody starts training who is not fundable; the reasons are those of mentor funding."""

import pytest

from ect_rules.rules.mentor_training import fundable
from tests.builders import COMPLETED, mentor, mentoring, nobodys_mentor
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

CASES = {
    "the day before the mentorship starts": Case(
        mentor(mentorships=[mentoring("2025-09-01")]),
        "2025-08-31",
        NOT_MET,
        ["ASSIGNMENT_NOT_STARTED"],
        because=["ASSIGNMENT_NOT_STARTED"],
        reads=[],
    ),
    "the day on which the mentorship starts": Case(
        mentor(mentorships=[mentoring("2025-09-01")]),
        "2025-09-01",
        MET,
        ["ELIGIBLE"],
        because=["ELIGIBLE"],
        reads=[],
    ),
    "the day after the mentorship starts": Case(
        mentor(mentorships=[mentoring("2025-09-01")]),
        "2025-09-02",
        MET,
        ["ELIGIBLE"],
        because=["ELIGIBLE"],
    ),
    "prohibited, completed and never assigned": Case(
        mentor(prohibited=True, lost=COMPLETED, mentorships=[]),
        "2026-01-15",
        NOT_MET,
        ["PROHIBITED_FROM_TEACHING", "TRAINING_COMPLETED", "NO_ECT_ASSIGNED"],
        because=["PROHIBITED_FROM_TEACHING", "TRAINING_COMPLETED", "NO_ECT_ASSIGNED"],
        actions=["ASSIGN_TO_ECT"],
    ),
    "a teacher who is no mentor": Case(
        nobodys_mentor(),
        "2026-01-15",
        NOT_MET,
        ["NOT_A_MENTOR"],
        because=["NOT_A_MENTOR"],
        actions=["REGISTER_AS_MENTOR"],
    ),
    "nothing is recorded under the TRN": Case(
        nobodys_mentor(known=False),
        "2026-01-15",
        NOT_MET,
        ["TRN_NOT_KNOWN"],
        because=["TRN_NOT_KNOWN"],
    ),
    "whether prohibited is not told": Case(
        mentor(prohibited=None),
        "2026-01-15",
        CANNOT_TELL,
        ["CANNOT_TELL"],
        because=["CANNOT_TELL"],
        actions=["TELL_MISSING_FACTS"],
        reads=[],
    ),
    "the warnings of funding pass through": Case(
        mentor(mentorships=[mentoring(induction="Passed")]),
        "2026-01-15",
        MET,
        ["ELIGIBLE"],
        because=["ELIGIBLE"],
        warnings=["ASSIGNED_ECT_CONCLUDED"],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_fundable(case):
    assert found(fundable, case) == case.expected
