"""KIND-1: the first kind that is not ruled out hangs on what has not been told."""

import pytest

from ect_rules.rules.mentor_kind import told
from tests.builders import COMPLETED, mentor, mentor_and_colleagues, mentoring, training
from tests.rules.mentor_kind.situations import earlier, taking_on, taking_over, trained_by
from tests.rules.table import MET, NOT_MET, Case, found

ON = "2026-01-15"
DOUBT = {"reasons": ["CANNOT_TELL"], "actions": ["TELL_MISSING_FACTS"]}
FIELDS = "training_programme, lead_provider, partnership_confirmed"

CASES = {
    "a replacement": Case(taking_over(), ON, NOT_MET),
    "a replacement, and unfunded is in doubt": Case(
        taking_over(ect={"training": [trained_by(None, confirmed=None)]}), ON, NOT_MET
    ),
    "replacement is in doubt, and unfunded holds": Case(
        taking_over(earlier(by=None, declarations=[]), ect={"training": [trained_by("Alpha")]}),
        ON,
        MET,
        **DOUBT,
        reads=[
            "the mentorship: ect_at_school_period_id",
            f"the training: {FIELDS}",
            "the other mentorship: mentor_at_school_period_id",
        ],
    ),
    "replacing is in doubt, as the day of the loss is not told": Case(
        taking_on(lost=COMPLETED, lost_on=None), ON, MET, **DOUBT
    ),
    "replacing, and unfunded is in doubt": Case(taking_on(), ON, NOT_MET),
    "unfunded is in doubt": Case(mentor_and_colleagues(mentor()), ON, MET, **DOUBT),
    "unfunded": Case(
        mentor_and_colleagues(mentor(mentorships=[mentoring(training=[trained_by("Alpha")])])),
        ON,
        NOT_MET,
        reads=["the mentorship: ect_at_school_period_id", f"the training: {FIELDS}"],
    ),
    "none of them": Case(
        mentor_and_colleagues(
            mentor(mentorships=[mentoring(training=[training(led_by="school")])])
        ),
        ON,
        NOT_MET,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_told(case):
    assert found(told, case) == case.expected
