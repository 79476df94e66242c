"""FUND-2c: training started and not completed is not funded again, from 31 July 2024."""

import pytest

from ect_rules.rules.mentor_funding import training_not_abandoned
from tests.builders import COMPLETED, EARLY_ROLL_OUT, NOT_COMPLETED, mentor
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

LOSS = "mentor_became_ineligible_for_funding"
READS = [f"the teacher: {LOSS}_on, {LOSS}_reason"]

CASES = {
    "the day before the rule is in force": Case(
        mentor(lost=NOT_COMPLETED, lost_on="2024-07-30"), "2024-07-30", NOT_APPLICABLE, reads=[]
    ),
    "the day on which the rule is in force": Case(
        mentor(lost=NOT_COMPLETED, lost_on="2024-07-30"),
        "2024-07-31",
        NOT_MET,
        ["TRAINING_STARTED_NOT_COMPLETED"],
        actions=["ASK_TO_TRAIN_AGAIN"],
        reads=READS,
    ),
    "the day after": Case(
        mentor(lost=NOT_COMPLETED, lost_on="2024-07-30"),
        "2024-08-01",
        NOT_MET,
        ["TRAINING_STARTED_NOT_COMPLETED"],
        actions=["ASK_TO_TRAIN_AGAIN"],
    ),
    "a stored day far ahead": Case(
        mentor(lost=NOT_COMPLETED, lost_on="2099-01-01"),
        "2024-07-31",
        NOT_MET,
        ["TRAINING_STARTED_NOT_COMPLETED"],
        actions=["ASK_TO_TRAIN_AGAIN"],
    ),
    "no loss of funding is recorded": Case(mentor(), "2024-07-31", MET, reads=READS),
    "no loss of funding is recorded, the day before the rule is in force": Case(
        mentor(), "2024-07-30", NOT_APPLICABLE
    ),
    "the training was completed": Case(mentor(lost=COMPLETED), "2026-01-15", MET),
    "trained in the early roll-out": Case(mentor(lost=EARLY_ROLL_OUT), "2026-01-15", MET),
    "nothing is recorded under the TRN": Case(mentor(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_training_not_abandoned(case):
    assert found(training_not_abandoned, case) == case.expected
