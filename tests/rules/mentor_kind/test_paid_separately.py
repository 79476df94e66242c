"""UNF-2: who pays for an unfunded mentor's access."""

import pytest

from ect_rules.rules.mentor_kind import paid_separately
from tests.builders import mentor, mentor_and_colleagues, mentoring
from tests.rules.mentor_kind.situations import trained_by
from tests.rules.table import MET, NOT_APPLICABLE, Case, found

ON = "2026-01-15"


def mentors(*theirs, own=()):
    return mentor_and_colleagues(mentor(mentorships=[mentoring(training=theirs)], training=own))


CASES = {
    "the last contract period before": Case(
        mentors(trained_by("Alpha", year=2024)),
        ON,
        MET,
        warnings=["UNFUNDED_PAID_SEPARATELY"],
        reads=["the training: contract_period, started_on"],
    ),
    "the first contract period from": Case(
        mentors(trained_by("Alpha", year=2025)), ON, MET, warnings=["UNFUNDED_IN_ECT_FEE"]
    ),
    "not told, and training began on 31 May": Case(
        mentors(trained_by("Alpha", started="2025-05-31")),
        ON,
        MET,
        warnings=["UNFUNDED_PAID_SEPARATELY"],
    ),
    "not told, and training began on 1 June": Case(
        mentors(trained_by("Alpha", started="2025-06-01")),
        ON,
        MET,
        warnings=["UNFUNDED_IN_ECT_FEE"],
    ),
    "the latest training with the provider": Case(
        mentors(
            trained_by("Alpha", year=2024, started="2024-09-01"), trained_by("Alpha", year=2025)
        ),
        ON,
        MET,
        warnings=["UNFUNDED_IN_ECT_FEE"],
    ),
    "one provider of each": Case(
        mentors(trained_by("Alpha", year=2024), trained_by("Beta", year=2025)),
        ON,
        MET,
        warnings=["UNFUNDED_PAID_SEPARATELY", "UNFUNDED_IN_ECT_FEE"],
    ),
    "no unfunded mentor": Case(
        mentors(trained_by("Alpha"), own=[trained_by("Alpha")]), ON, NOT_APPLICABLE
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_paid_separately(case):
    assert found(paid_separately, case) == case.expected
