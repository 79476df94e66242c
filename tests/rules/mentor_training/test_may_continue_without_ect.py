"""TRAIN-4: training that has begun may go on without an ECT."""

import pytest

from ect_rules.rules.mentor_training import may_continue_without_ect
from tests.builders import NOT_COMPLETED, mentor, mentoring, training
from tests.rules.table import MET, NOT_MET, Case, found


def in_training_until_july(until="2026-01-14", **given):
    """Mentored until that day, and in training from October to July."""
    return mentor(
        mentorships=[mentoring("2025-09-01", until)],
        training=[training("2025-10-01", "2026-07-31", **given)],
    )


MAY_GO_ON = ["MAY_CONTINUE_WITHOUT_ECT"]
LOSS = (
    "the teacher: mentor_became_ineligible_for_funding_on, "
    "mentor_became_ineligible_for_funding_reason"
)
READS = [
    LOSS,
    "the training: started_on, finished_on, withdrawn_at, deferred_at",
    "the mentorship: finished_on",
]

CASES = {
    "the day before the mentorship ends": Case(
        in_training_until_july(), "2026-01-13", NOT_MET, reads=READS
    ),
    "the last day of the mentorship": Case(in_training_until_july(), "2026-01-14", NOT_MET),
    "the day after the mentorship ended": Case(
        in_training_until_july(), "2026-01-15", MET, MAY_GO_ON, reads=READS
    ),
    "the last day of the training": Case(in_training_until_july(), "2026-07-31", MET, MAY_GO_ON),
    "the day after the training ended": Case(in_training_until_july(), "2026-08-01", NOT_MET),
    "the day before the training starts": Case(
        in_training_until_july("2025-09-15"), "2025-09-30", NOT_MET
    ),
    "the day on which the training starts": Case(
        in_training_until_july("2025-09-15"), "2025-10-01", MET, MAY_GO_ON
    ),
    "training without a last day": Case(
        mentor(
            mentorships=[mentoring("2025-09-01", "2026-01-14")], training=[training("2025-10-01")]
        ),
        "2026-01-15",
        MET,
        MAY_GO_ON,
    ),
    "the next ECT has not started": Case(
        mentor(
            mentorships=[mentoring("2025-09-01", "2026-01-14"), mentoring("2026-02-01")],
            training=[training("2025-10-01")],
        ),
        "2026-01-15",
        NOT_MET,
    ),
    "funding is lost, and a period of training goes on": Case(
        mentor(
            lost=NOT_COMPLETED,
            mentorships=[mentoring("2025-09-01", "2026-01-14")],
            training=[training("2025-10-01")],
        ),
        "2026-01-15",
        NOT_MET,
    ),
    "the day before the withdrawal": Case(
        in_training_until_july(withdrawn="2026-03-01T12:00+00:00"), "2026-02-28", MET, MAY_GO_ON
    ),
    "the day of the withdrawal": Case(
        in_training_until_july(withdrawn="2026-03-01T12:00+00:00"), "2026-03-01", NOT_MET
    ),
    "the day of a deferral": Case(
        in_training_until_july(deferred="2026-03-01T12:00+00:00"), "2026-03-01", NOT_MET
    ),
    "training led by the school is no training of a mentor": Case(
        in_training_until_july(led_by="school"),
        "2026-01-15",
        NOT_MET,
        reads=[LOSS, "the mentorship: finished_on"],
    ),
    "only the latest training counts": Case(
        mentor(
            mentorships=[mentoring("2025-09-01", "2026-01-14")],
            training=[training("2025-10-01"), training("2026-02-01")],
        ),
        "2026-01-15",
        NOT_MET,
    ),
    "no training": Case(
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-14")]), "2026-01-15", NOT_MET
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_may_continue_without_ect(case):
    assert found(may_continue_without_ect, case) == case.expected
