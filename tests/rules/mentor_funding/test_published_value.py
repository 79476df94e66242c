"""AMB-1: RECT's published value, whether the mentor was ever fundable. By London's days."""

import pytest

from ect_rules.rules.mentor_funding import published_value
from tests.builders import COMPLETED, NOT_COMPLETED, declaration, mentor, training
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

EVER = {"published_eligible_for_funding": True}
NEVER = {"published_eligible_for_funding": False}
FIRST = "the teacher: mentor_first_became_eligible_for_training_at"
LOSS = "mentor_became_ineligible_for_funding"
READS = [FIRST, f"the teacher: {LOSS}_on, {LOSS}_reason"]


def mentor_who(became_eligible, lost_on=None, lost=COMPLETED):
    return mentor(first_eligible=became_eligible, lost=lost if lost_on else None, lost_on=lost_on)


def mentor_with_a_completed_declaration(declared, **given):
    return mentor(
        first_eligible="2025-09-01T09:00+01:00",
        training=[training()],
        declarations=[declaration(declared, "completed", **given)],
    )


CASES = {
    "neither is known: nothing is published": Case(
        mentor_who(None), "2026-01-15", NOT_MET, reads=READS
    ),
    "became eligible, and has lost nothing": Case(
        mentor_who("2025-09-01T09:00+01:00"), "2026-01-15", MET, details=EVER, reads=READS
    ),
    "became eligible the day before funding was lost": Case(
        mentor_who("2025-09-01T09:00+01:00", "2025-09-02"), "2026-01-15", MET, details=EVER
    ),
    "became eligible on the day on which funding was lost": Case(
        mentor_who("2025-09-01T09:00+01:00", "2025-09-01"), "2026-01-15", MET, details=EVER
    ),
    "became eligible the day after funding was lost": Case(
        mentor_who("2025-09-01T09:00+01:00", "2025-08-31"),
        "2026-01-15",
        NOT_MET,
        details=NEVER,
    ),
    "by London's clock it was the day after": Case(
        mentor_who("2025-08-31T23:00+00:00", "2025-08-31"),
        "2026-01-15",
        NOT_MET,
        details=NEVER,
    ),
    "by London's clock it was the same day": Case(
        mentor_who("2025-08-31T22:59+00:00", "2025-08-31"), "2026-01-15", MET, details=EVER
    ),
    "never became eligible, and lost it": Case(
        mentor_who(None, "2025-09-01", NOT_COMPLETED), "2026-01-15", NOT_MET, details=NEVER
    ),
    "asked about a day before either": Case(
        mentor_who("2025-09-01T09:00+01:00", "2025-09-02"), "2021-09-01", MET, details=EVER
    ),
    "completed after becoming eligible": Case(
        mentor_with_a_completed_declaration("2026-01-10T09:00+00:00"),
        "2026-01-15",
        MET,
        details=EVER,
        reads=[*READS, "the declaration: declaration_date, payment_status, clawback_status"],
    ),
    "completed before becoming eligible": Case(
        mentor_with_a_completed_declaration("2025-08-31T09:00+01:00"),
        "2026-01-15",
        NOT_MET,
        details=NEVER,
    ),
    "nothing is recorded under the TRN": Case(mentor(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_published_value(case):
    assert found(published_value, case) == case.expected
