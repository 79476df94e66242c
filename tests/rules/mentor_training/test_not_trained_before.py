"""TRAIN-2: a mentor is trained once. The stored reason says so, on any day."""

import pytest

from ect_rules.rules.mentor_training import not_trained_before
from tests.builders import COMPLETED, EARLY_ROLL_OUT, NOT_COMPLETED, mentor
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

LOSS = (
    "the teacher: mentor_became_ineligible_for_funding_on, "
    "mentor_became_ineligible_for_funding_reason"
)

READS = [LOSS]

CASES = {
    "no loss of funding is recorded": Case(mentor(), "2026-01-15", MET, reads=READS),
    "the training was completed, the day before the stored day": Case(
        mentor(lost=COMPLETED, lost_on="2025-07-31"), "2025-07-30", NOT_MET, reads=READS
    ),
    "the training was completed, on the stored day": Case(
        mentor(lost=COMPLETED, lost_on="2025-07-31"), "2025-07-31", NOT_MET
    ),
    "the training was completed, the day after": Case(
        mentor(lost=COMPLETED, lost_on="2025-07-31"), "2025-08-01", NOT_MET
    ),
    "trained in the early roll-out": Case(mentor(lost=EARLY_ROLL_OUT), "2026-01-15", NOT_MET),
    "started and not completed": Case(mentor(lost=NOT_COMPLETED), "2026-01-15", NOT_MET),
    "nothing is recorded under the TRN": Case(mentor(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_not_trained_before(case):
    assert found(not_trained_before, case) == case.expected
