"""AMB-8: a warning where every ECT still linked has passed or failed induction."""

import pytest

from ect_rules.rules.mentor_funding import assigned_ect_concluded
from tests.builders import mentor, mentoring
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

CASES = {
    "the ECT has passed": Case(
        mentor(mentorships=[mentoring(induction="Passed")]),
        "2026-01-15",
        MET,
        warnings=["ASSIGNED_ECT_CONCLUDED"],
        reads=["the teacher: trs_induction_status"],
    ),
    "the ECT has failed": Case(
        mentor(mentorships=[mentoring(induction="Failed")]),
        "2026-01-15",
        MET,
        warnings=["ASSIGNED_ECT_CONCLUDED"],
    ),
    "the ECT is in induction": Case(
        mentor(mentorships=[mentoring(induction="InProgress")]),
        "2026-01-15",
        NOT_MET,
        reads=["the teacher: trs_induction_status"],
    ),
    "the ECT is exempt": Case(
        mentor(mentorships=[mentoring(induction="Exempt")]), "2026-01-15", NOT_MET
    ),
    "the ECT has failed in Wales": Case(
        mentor(mentorships=[mentoring(induction="FailedInWales")]), "2026-01-15", NOT_MET
    ),
    "TRS says None": Case(mentor(mentorships=[mentoring(induction="None")]), "2026-01-15", NOT_MET),
    "one ECT has passed and one has failed": Case(
        mentor(mentorships=[mentoring(induction="Passed"), mentoring(induction="Failed")]),
        "2026-01-15",
        MET,
        warnings=["ASSIGNED_ECT_CONCLUDED"],
        reads=["the teacher: trs_induction_status"] * 2,
    ),
    "one ECT has passed and one is in induction": Case(
        mentor(mentorships=[mentoring(induction="Passed"), mentoring(induction="InProgress")]),
        "2026-01-15",
        NOT_MET,
    ),
    "one ECT has passed and one is not told": Case(
        mentor(mentorships=[mentoring(induction="Passed"), mentoring(induction=None)]),
        "2026-01-15",
        CANNOT_TELL,
        reads=["the teacher: trs_induction_status"] * 2,
    ),
    "one ECT is not told and one is in induction": Case(
        mentor(mentorships=[mentoring(induction=None), mentoring(induction="InProgress")]),
        "2026-01-15",
        NOT_MET,
    ),
    "nothing is recorded about the ECT": Case(
        mentor(mentorships=[mentoring(ect_known=False)]), "2026-01-15", CANNOT_TELL, reads=[]
    ),
    "on the last day of mentoring the one in induction": Case(
        mentor(
            mentorships=[
                mentoring("2025-09-01", "2026-01-14", induction="InProgress"),
                mentoring("2025-09-01", induction="Passed"),
            ]
        ),
        "2026-01-14",
        NOT_MET,
    ),
    "the day after mentoring the one in induction ended": Case(
        mentor(
            mentorships=[
                mentoring("2025-09-01", "2026-01-14", induction="InProgress"),
                mentoring("2025-09-01", induction="Passed"),
            ]
        ),
        "2026-01-15",
        MET,
        warnings=["ASSIGNED_ECT_CONCLUDED"],
        reads=["the teacher: trs_induction_status"],
    ),
    "the day before mentoring the one who has passed starts": Case(
        mentor(mentorships=[mentoring("2026-01-16", induction="Passed")]),
        "2026-01-15",
        MET,
        warnings=["ASSIGNED_ECT_CONCLUDED"],
    ),
    "every mentorship has ended": Case(
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-14", induction="Passed")]),
        "2026-01-15",
        NOT_APPLICABLE,
    ),
    "never assigned": Case(mentor(mentorships=[]), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_assigned_ect_concluded(case):
    assert found(assigned_ect_concluded, case) == case.expected
