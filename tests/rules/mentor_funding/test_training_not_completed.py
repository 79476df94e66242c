"""FUND-2b: training that is completed is not funded again.

The stored reason bars, whatever day is stored with it: so it does in RECT. So does a completed
declaration that counts; where none of them counts any more, the stored completion is gone.
"""

import pytest
from attrs import evolve

from ect_rules.facts import ClawbackStatus
from ect_rules.rules.mentor_funding import training_not_completed
from tests.builders import (
    COMPLETED,
    EARLY_ROLL_OUT,
    NOT_COMPLETED,
    declaration,
    mentor,
    training,
)
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

COMPLETED_IN_JULY = declaration("2026-07-10T09:00+01:00", "completed")
LOSS = "mentor_became_ineligible_for_funding"
READS = [f"the teacher: {LOSS}_on, {LOSS}_reason"]

MARKED = mentor(
    lost=NOT_COMPLETED,
    training=[training("2023-09-01")],
    declarations=[declaration("2024-05-10T09:00+01:00", "completed")],
)

CASES = {
    "marked as not completed, and declared as completed: the day before the mark counts": Case(
        MARKED, "2024-07-30", NOT_MET, ["TRAINING_COMPLETED"]
    ),
    "the day from which the mark counts, and says so in a rule of its own": Case(
        MARKED, "2024-07-31", MET
    ),
    "the day before the stored day": Case(
        mentor(lost=COMPLETED, lost_on="2025-07-31"),
        "2025-07-30",
        NOT_MET,
        ["TRAINING_COMPLETED"],
        reads=READS,
    ),
    "the stored day": Case(
        mentor(lost=COMPLETED, lost_on="2025-07-31"),
        "2025-07-31",
        NOT_MET,
        ["TRAINING_COMPLETED"],
    ),
    "the day after the stored day": Case(
        mentor(lost=COMPLETED, lost_on="2025-07-31"),
        "2025-08-01",
        NOT_MET,
        ["TRAINING_COMPLETED"],
    ),
    "a stored day far ahead": Case(
        mentor(lost=COMPLETED, lost_on="2099-01-01"),
        "2026-01-15",
        NOT_MET,
        ["TRAINING_COMPLETED"],
    ),
    "the reason without a day": Case(
        mentor(lost=COMPLETED, lost_on=None), "2026-01-15", NOT_MET, ["TRAINING_COMPLETED"]
    ),
    "a completed declaration counts": Case(
        mentor(training=[training()], declarations=[COMPLETED_IN_JULY]),
        "2026-07-15",
        NOT_MET,
        ["TRAINING_COMPLETED"],
        reads=[*READS, "the declaration: declaration_date, payment_status, clawback_status"],
    ),
    "a completed declaration counts, the day before it": Case(
        mentor(training=[training()], declarations=[COMPLETED_IN_JULY]),
        "2026-07-09",
        NOT_MET,
        ["TRAINING_COMPLETED"],
    ),
    "the stored completion's declaration was clawed back": Case(
        mentor(
            lost=COMPLETED,
            training=[training()],
            declarations=[evolve(COMPLETED_IN_JULY, clawback_status=ClawbackStatus.CLAWED_BACK)],
        ),
        "2026-07-15",
        MET,
        reads=[*READS, "the declaration: declaration_date, payment_status, clawback_status"],
    ),
    "a declaration of another milestone": Case(
        mentor(training=[training()], declarations=[declaration("2026-07-10T09:00+01:00")]),
        "2026-07-15",
        MET,
        reads=READS,
    ),
    "no loss of funding is recorded": Case(mentor(), "2026-01-15", MET, reads=READS),
    "funding was lost for another reason": Case(
        mentor(lost=EARLY_ROLL_OUT), "2026-01-15", MET, reads=READS
    ),
    "funding was lost for a third reason": Case(mentor(lost=NOT_COMPLETED), "2026-01-15", MET),
    "nothing is recorded under the TRN": Case(mentor(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_training_not_completed(case):
    assert found(training_not_completed, case) == case.expected
