"""REPL-4: on the programme already, and takes on another ECT."""

import pytest

from ect_rules.rules.mentor_kind import replacing
from tests.builders import COMPLETED, mentor, mentor_and_colleagues, mentoring, training
from tests.rules.mentor_kind.situations import taking_on, taking_over
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

ON = "2026-01-15"
YES = ["REPLACING_MENTOR"]
READS = [
    "the first mentorship: ect_at_school_period_id, started_on, finished_on",
    "the second mentorship: ect_at_school_period_id, started_on, finished_on",
    "the training: started_on, finished_on, withdrawn_at, deferred_at",
]


def unknown_day_of_loss():
    return taking_on(lost=COMPLETED, lost_on=None)


def of_unknown_ects():
    links = [
        mentoring("2025-09-01", name="the first mentorship"),
        mentoring(
            "2026-01-05", ect_known=False, ect="the other's period", name="the second mentorship"
        ),
    ]
    return mentor_and_colleagues(mentor(mentorships=links, training=[training("2025-09-01")]))


CASES = {
    "takes on another ECT": Case(taking_on(), ON, MET, YES, reads=READS),
    "the day before taking on another": Case(taking_on(), "2026-01-04", MET, YES),
    "both on one day": Case(taking_on("2026-01-05", "2026-01-05"), ON, NOT_MET, reads=READS),
    "the same ECT at another school": Case(taking_on(another="1000001"), ON, NOT_MET),
    "who the ECT is has not been told": Case(of_unknown_ects(), ON, CANNOT_TELL, reads=READS),
    "training began the day before": Case(
        taking_on(training=[training("2026-01-04")]), ON, MET, YES
    ),
    "training began on the day": Case(taking_on(training=[training("2026-01-05")]), ON, NOT_MET),
    "training ended the day before": Case(
        taking_on(training=[training("2025-09-01", "2026-01-04")]), ON, NOT_MET
    ),
    "training ended on the day": Case(
        taking_on(training=[training("2025-09-01", "2026-01-05")]), ON, MET, YES
    ),
    "withdrawn the day before": Case(
        taking_on(training=[training(withdrawn="2026-01-04T09:00+00:00")]), ON, NOT_MET
    ),
    "withdrawn the day after": Case(
        taking_on(training=[training(withdrawn="2026-01-06T09:00+00:00")]), ON, MET, YES
    ),
    "deferred the day before": Case(
        taking_on(training=[training(deferred="2026-01-04T09:00+00:00")]), ON, MET, YES
    ),
    "training led by the school is no training of a mentor": Case(
        taking_on(training=[training(led_by="school")]), ON, NOT_MET
    ),
    "funding was lost the day before": Case(
        taking_on(lost=COMPLETED, lost_on="2026-01-04"), ON, NOT_MET
    ),
    "funding was lost on the day": Case(
        taking_on(lost=COMPLETED, lost_on="2026-01-05"), ON, NOT_MET
    ),
    "funding was lost the day after": Case(
        taking_on(lost=COMPLETED, lost_on="2026-01-06"), ON, MET, YES
    ),
    "the day on which funding was lost is not told": Case(unknown_day_of_loss(), ON, CANNOT_TELL),
    "a first mentorship, with training dated back": Case(
        taking_over(training=[training("2025-09-01")]), ON, NOT_MET
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_replacing(case):
    assert found(replacing, case) == case.expected
