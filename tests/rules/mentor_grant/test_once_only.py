"""GRANT-once: not for one who was trained before."""

import pytest

from ect_rules.rules.mentor_grant import once_only
from tests.builders import (
    COMPLETED,
    EARLY_ROLL_OUT,
    NOT_COMPLETED,
    declaration,
    mentor,
    training,
)
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

LOSS = (
    "the teacher: mentor_became_ineligible_for_funding_on, "
    "mentor_became_ineligible_for_funding_reason"
)
IN_YEAR = "2026-01-15"

CASES = {
    "funding is not lost": Case(mentor(), IN_YEAR, MET, reads=[LOSS]),
    "trained in the early roll-out": Case(
        mentor(lost=EARLY_ROLL_OUT, lost_on="2021-04-19"),
        IN_YEAR,
        NOT_MET,
        ["TRAINED_IN_EARLY_ROLL_OUT"],
        reads=[LOSS],
    ),
    "trained in the early roll-out, without a day": Case(
        mentor(lost=EARLY_ROLL_OUT, lost_on=None), IN_YEAR, NOT_MET, ["TRAINED_IN_EARLY_ROLL_OUT"]
    ),
    "completed on the last day of the year before": Case(
        mentor(lost=COMPLETED, lost_on="2025-08-31"), IN_YEAR, NOT_MET, ["TRAINED_BEFORE"]
    ),
    "completed on the first day of the year": Case(
        mentor(lost=COMPLETED, lost_on="2025-09-01"), IN_YEAR, MET
    ),
    "completed on the last day of the year": Case(
        mentor(lost=COMPLETED, lost_on="2026-08-31"), "2026-08-31", MET
    ),
    "started and not completed, before": Case(
        mentor(lost=NOT_COMPLETED, lost_on="2024-07-31"), IN_YEAR, NOT_MET, ["TRAINED_BEFORE"]
    ),
    "a completed declaration of the year before": Case(
        mentor(
            training=[training("2023-09-01")],
            declarations=[declaration("2025-07-10T09:00+01:00", "completed")],
        ),
        IN_YEAR,
        NOT_MET,
        ["TRAINED_BEFORE"],
        reads=[LOSS, "the declaration: declaration_date, payment_status, clawback_status"],
    ),
    "the day of the loss is not told": Case(
        mentor(lost=COMPLETED, lost_on=None), IN_YEAR, CANNOT_TELL, reads=[LOSS]
    ),
    "the day before there are conditions": Case(
        mentor(lost=EARLY_ROLL_OUT), "2021-08-31", NOT_APPLICABLE
    ),
    "the first day with conditions": Case(
        mentor(lost=EARLY_ROLL_OUT), "2021-09-01", NOT_MET, ["TRAINED_IN_EARLY_ROLL_OUT"]
    ),
    "the day after the last with conditions": Case(
        mentor(lost=EARLY_ROLL_OUT), "2026-09-01", NOT_APPLICABLE
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_once_only(case):
    assert found(once_only, case) == case.expected
