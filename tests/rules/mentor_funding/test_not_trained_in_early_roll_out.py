"""FUND-2a: training in the early roll-out was the once.

The stored reason bars, whatever day is stored with it: so it does in RECT.
"""

import pytest

from ect_rules.rules.mentor_funding import not_trained_in_early_roll_out
from tests.builders import COMPLETED, EARLY_ROLL_OUT, NOT_COMPLETED, mentor
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

LOSS = "mentor_became_ineligible_for_funding"
READS = [f"the teacher: {LOSS}_on, {LOSS}_reason"]

CASES = {
    "the day before the stored day": Case(
        mentor(lost=EARLY_ROLL_OUT, lost_on="2021-04-19"),
        "2021-04-18",
        NOT_MET,
        ["TRAINED_IN_EARLY_ROLL_OUT"],
        reads=READS,
    ),
    "the stored day": Case(
        mentor(lost=EARLY_ROLL_OUT, lost_on="2021-04-19"),
        "2021-04-19",
        NOT_MET,
        ["TRAINED_IN_EARLY_ROLL_OUT"],
    ),
    "the day after the stored day": Case(
        mentor(lost=EARLY_ROLL_OUT, lost_on="2021-04-19"),
        "2021-04-20",
        NOT_MET,
        ["TRAINED_IN_EARLY_ROLL_OUT"],
    ),
    "a stored day far ahead": Case(
        mentor(lost=EARLY_ROLL_OUT, lost_on="2099-01-01"),
        "2026-01-15",
        NOT_MET,
        ["TRAINED_IN_EARLY_ROLL_OUT"],
    ),
    "the reason without a day": Case(
        mentor(lost=EARLY_ROLL_OUT, lost_on=None),
        "2026-01-15",
        NOT_MET,
        ["TRAINED_IN_EARLY_ROLL_OUT"],
    ),
    "no loss of funding is recorded": Case(mentor(), "2026-01-15", MET, reads=READS),
    "funding was lost for another reason": Case(
        mentor(lost=COMPLETED), "2026-01-15", MET, reads=READS
    ),
    "funding was lost for a third reason": Case(mentor(lost=NOT_COMPLETED), "2026-01-15", MET),
    "nothing is recorded under the TRN": Case(mentor(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_not_trained_in_early_roll_out(case):
    assert found(not_trained_in_early_roll_out, case) == case.expected
