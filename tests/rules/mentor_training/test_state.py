"""TRAIN-5: where the mentor's training stands."""

import pytest

from ect_rules.rules.mentor_training import state
from tests.builders import COMPLETED, EARLY_ROLL_OUT, NOT_COMPLETED, mentor, training
from tests.rules.table import MET, NOT_APPLICABLE, Case, found

LOSS = (
    "the teacher: mentor_became_ineligible_for_funding_on, "
    "mentor_became_ineligible_for_funding_reason"
)


def in_training(**given):
    return mentor(training=[training("2025-10-01", "2026-07-31", **given)])


READS = ["the training: started_on, finished_on, withdrawn_at, deferred_at"]
LOST = [LOSS]

CASES = {
    "no training": Case(
        mentor(),
        "2026-01-15",
        MET,
        details={"state": "NOT_STARTED"},
        reads=[LOSS],
    ),
    "the day before the training starts": Case(
        in_training(),
        "2025-09-30",
        MET,
        details={"state": "NOT_STARTED"},
        reads=[
            LOSS,
            "the training: started_on, finished_on, withdrawn_at, deferred_at",
        ],
    ),
    "the day on which the training starts": Case(
        in_training(),
        "2025-10-01",
        MET,
        details={"state": "IN_TRAINING"},
        reads=[
            LOSS,
            "the training: started_on, finished_on, withdrawn_at, deferred_at",
        ],
    ),
    "the day after the training starts": Case(
        in_training(), "2025-10-02", MET, details={"state": "IN_TRAINING"}
    ),
    "the last day of the training": Case(
        in_training(), "2026-07-31", MET, details={"state": "IN_TRAINING"}
    ),
    "the day after the last day": Case(
        in_training(), "2026-08-01", MET, details={"state": "FINISHED"}
    ),
    "training without a last day": Case(
        mentor(training=[training("2025-10-01")]),
        "2099-01-01",
        MET,
        details={"state": "IN_TRAINING"},
    ),
    "the day before the withdrawal": Case(
        in_training(withdrawn="2026-01-16T09:00+00:00"),
        "2026-01-15",
        MET,
        details={"state": "IN_TRAINING"},
    ),
    "the day of the withdrawal": Case(
        in_training(withdrawn="2026-01-15T09:00+00:00"),
        "2026-01-15",
        MET,
        details={"state": "WITHDRAWN"},
    ),
    "the day after the withdrawal": Case(
        in_training(withdrawn="2026-01-14T09:00+00:00"),
        "2026-01-15",
        MET,
        details={"state": "WITHDRAWN"},
    ),
    "withdrawn, and the training ended": Case(
        in_training(withdrawn="2026-01-15T09:00+00:00"),
        "2026-08-01",
        MET,
        details={"state": "WITHDRAWN"},
    ),
    "withdrawn before the training starts": Case(
        in_training(withdrawn="2025-09-15T09:00+00:00"),
        "2025-09-30",
        MET,
        details={"state": "WITHDRAWN"},
    ),
    "the day before the deferral": Case(
        in_training(deferred="2026-01-16T09:00+00:00"),
        "2026-01-15",
        MET,
        details={"state": "IN_TRAINING"},
    ),
    "the day of the deferral": Case(
        in_training(deferred="2026-01-15T09:00+00:00"),
        "2026-01-15",
        MET,
        details={"state": "DEFERRED"},
    ),
    "a new training after a withdrawal": Case(
        mentor(
            training=[
                training("2025-10-01", "2025-12-31", withdrawn="2025-12-31T09:00+00:00"),
                training("2026-01-01", name="the new training"),
            ]
        ),
        "2026-01-15",
        MET,
        details={"state": "IN_TRAINING"},
        reads=[
            LOSS,
            "the new training: started_on, finished_on, withdrawn_at, deferred_at",
        ],
    ),
    "the latest-starting training gives the state, even if it is to come": Case(
        mentor(training=[training("2025-10-01"), training("2026-09-01")]),
        "2026-01-15",
        MET,
        details={"state": "NOT_STARTED"},
    ),
    "training led by the school is no training of a mentor": Case(
        in_training(led_by="school"),
        "2026-01-15",
        MET,
        details={"state": "NOT_STARTED"},
        reads=[LOSS],
    ),
    "the training was completed": Case(
        mentor(lost=COMPLETED), "2026-01-15", MET, details={"state": "COMPLETED"}, reads=LOST
    ),
    "the training was completed, and another runs": Case(
        mentor(lost=COMPLETED, training=[training()]),
        "2026-01-15",
        MET,
        details={"state": "COMPLETED"},
        reads=[
            LOSS,
            "the training: started_on, finished_on, withdrawn_at, deferred_at",
        ],
    ),
    "trained in the early roll-out": Case(
        mentor(lost=EARLY_ROLL_OUT), "2026-01-15", MET, details={"state": "COMPLETED"}
    ),
    "started and not completed": Case(
        mentor(lost=NOT_COMPLETED), "2026-01-15", MET, details={"state": "STARTED_NOT_COMPLETED"}
    ),
    "nothing is recorded under the TRN": Case(mentor(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_state(case):
    assert found(state, case) == case.expected
