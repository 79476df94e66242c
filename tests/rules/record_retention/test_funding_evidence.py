"""DATA-2: a loss of funding is recorded, of whatever day."""

import pytest

from ect_rules.rules.record_retention import funding_evidence
from tests.builders import (
    COMPLETED,
    EARLY_ROLL_OUT,
    NOT_COMPLETED,
    declaration,
    mentor,
    nobodys_mentor,
    training,
)
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

LOSS = (
    "the teacher: mentor_became_ineligible_for_funding_on, "
    "mentor_became_ineligible_for_funding_reason"
)
YES = ["FUNDING_EVIDENCE"]

CASES = {
    "funding is not lost": Case(mentor(mentorships=[]), "2026-01-15", NOT_MET, reads=[LOSS]),
    "completed": Case(mentor(mentorships=[], lost=COMPLETED), "2026-01-15", MET, YES, reads=[LOSS]),
    "trained in the early roll-out, and no mentor record": Case(
        nobodys_mentor(lost=EARLY_ROLL_OUT), "2026-01-15", MET, YES
    ),
    "started and not completed": Case(
        mentor(mentorships=[], lost=NOT_COMPLETED), "2026-01-15", MET, YES
    ),
    "the day before funding is lost": Case(
        mentor(mentorships=[], lost=COMPLETED, lost_on="2026-01-16"), "2026-01-15", MET, YES
    ),
    "a completed declaration counts": Case(
        mentor(
            mentorships=[],
            training=[training()],
            declarations=[declaration("2026-01-10T09:00+00:00", "completed")],
        ),
        "2026-01-15",
        MET,
        YES,
        reads=[LOSS, "the declaration: declaration_date, payment_status, clawback_status"],
    ),
    "the completed declaration was voided": Case(
        mentor(
            mentorships=[],
            training=[training()],
            declarations=[declaration("2026-01-10T09:00+00:00", "completed", payment="voided")],
        ),
        "2026-01-15",
        NOT_MET,
    ),
    "there is an ECT": Case(mentor(lost=COMPLETED), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_funding_evidence(case):
    assert found(funding_evidence, case) == case.expected
