"""TRAIN-3: the first training may start while an ECT's current or next training is provider-led."""

import pytest

from ect_rules.rules.mentor_training import first_training_may_start
from tests.builders import COMPLETED, mentor, mentoring, training
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

LOSS = (
    "the teacher: mentor_became_ineligible_for_funding_on, "
    "mentor_became_ineligible_for_funding_reason"
)

START = ["START_TRAINING"]


def mentoring_one_with(*ects_training):
    return mentor(mentorships=[mentoring("2025-09-01", "2026-01-31", training=ects_training)])


CASES = {
    "the ECT's training is provider-led": Case(
        mentoring_one_with(training("2025-09-01")),
        "2026-01-15",
        MET,
        actions=START,
        reads=[
            LOSS,
            "the mentorship: finished_on",
            "the training: training_programme, started_on, finished_on",
        ],
    ),
    "on the last day of the ECT's provider-led training": Case(
        mentoring_one_with(training("2025-09-01", "2026-01-15")), "2026-01-15", MET, actions=START
    ),
    "the day after the ECT's provider-led training ended": Case(
        mentoring_one_with(training("2025-09-01", "2026-01-14")),
        "2026-01-15",
        NOT_MET,
        reads=[
            LOSS,
            "the mentorship: finished_on",
            "the training: training_programme, started_on, finished_on",
        ],
    ),
    "the day before the ECT's provider-led training starts": Case(
        mentoring_one_with(training("2026-01-16")), "2026-01-15", MET, actions=START
    ),
    "the ECT's training is school-led": Case(
        mentoring_one_with(training(led_by="school")), "2026-01-15", NOT_MET
    ),
    "the last day of the ECT's school-led training, before a provider-led one": Case(
        mentoring_one_with(
            training("2025-09-01", "2026-01-15", led_by="school"),
            training("2026-01-16", name="the next training"),
        ),
        "2026-01-15",
        NOT_MET,
    ),
    "the day after the ECT's school-led training ended": Case(
        mentoring_one_with(
            training("2025-09-01", "2026-01-15", led_by="school"),
            training("2026-01-16", name="the next training"),
        ),
        "2026-01-16",
        MET,
        actions=START,
        reads=[
            LOSS,
            "the mentorship: finished_on",
            "the training: training_programme, started_on, finished_on",
            "the next training: training_programme, started_on, finished_on",
        ],
    ),
    "the day before the mentorship starts": Case(
        mentoring_one_with(training()), "2025-08-31", MET, actions=START
    ),
    "the last day of the mentorship": Case(
        mentoring_one_with(training()), "2026-01-31", MET, actions=START
    ),
    "the day after the mentorship ended": Case(
        mentoring_one_with(training()), "2026-02-01", NOT_APPLICABLE
    ),
    "one ECT's training is school-led, another's is provider-led": Case(
        mentor(
            mentorships=[
                mentoring(training=[training(led_by="school")]),
                mentoring(training=[training(name="the other training")]),
            ]
        ),
        "2026-01-15",
        MET,
        actions=START,
        reads=[
            LOSS,
            "the mentorship: finished_on",
            "the mentorship: finished_on",
            "the training: training_programme, started_on, finished_on",
            "the other training: training_programme, started_on, finished_on",
        ],
    ),
    "one ECT's training is school-led, of another's nothing is told": Case(
        mentor(
            mentorships=[
                mentoring(training=[training(led_by="school")]),
                mentoring(training=[], name="the other mentorship"),
            ]
        ),
        "2026-01-15",
        CANNOT_TELL,
        reads=[
            LOSS,
            "the mentorship: finished_on",
            "the other mentorship: finished_on",
            "the training: training_programme, started_on, finished_on",
        ],
    ),
    "of one ECT's training nothing is told, another's is provider-led": Case(
        mentor(mentorships=[mentoring(training=[]), mentoring()]), "2026-01-15", MET, actions=START
    ),
    "the ECT whose training is not told is gone": Case(
        mentor(
            mentorships=[
                mentoring("2025-09-01", "2026-01-14", training=[]),
                mentoring("2025-09-02", training=[training(led_by="school")]),
            ]
        ),
        "2026-01-15",
        NOT_MET,
    ),
    "funding is lost": Case(
        mentor(lost=COMPLETED),
        "2026-01-15",
        NOT_MET,
        reads=[
            LOSS,
            "the mentorship: finished_on",
            "the training: training_programme, started_on, finished_on",
        ],
    ),
    "the mentor has been trained": Case(
        mentor(training=[training("2024-09-01", "2024-09-30")]), "2026-01-15", NOT_APPLICABLE
    ),
    "the mentor's training is still to come": Case(
        mentor(training=[training("2026-09-01")]), "2026-01-15", NOT_APPLICABLE
    ),
    "the mentor has no ECT": Case(mentor(mentorships=[]), "2026-01-15", NOT_APPLICABLE),
    "nothing is recorded under the TRN": Case(mentor(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_first_training_may_start(case):
    assert found(first_training_may_start, case) == case.expected
