"""DATA-5: whether the earlier service would have archived the mentor."""

import pytest

from ect_rules.facts import ContractPeriod
from ect_rules.rules.record_retention import archivable_in_ecf1
from tests.builders import COMPLETED, declaration, instant, mentor, mentoring, training
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

FROZEN = ContractPeriod(2021, payments_frozen_at=instant("2024-06-18T00:00+01:00"))
OPEN = ContractPeriod(2024)


def never_mentored(year=2021, of=FROZEN, **given):
    return mentor(
        mentorships=[],
        training=[training("2021-09-01", year=year)],
        training_year=of,
        **given,
    )


READS = ["the training: contract_period, started_on", "contract period 2021: payments_frozen_at"]
DECLARED = "the declaration: payment_status, clawback_status"
CASES = {
    "a closed cohort, and never anybody's mentor": Case(
        never_mentored(), "2026-01-15", MET, reads=READS
    ),
    "the day before payments were frozen": Case(never_mentored(), "2024-06-17", MET),
    "payments are not frozen": Case(
        never_mentored(2024, OPEN),
        "2026-01-15",
        NOT_MET,
        reads=[READS[0], "contract period 2024: payments_frozen_at"],
    ),
    "the contract period is not told": Case(
        never_mentored(2021, None), "2026-01-15", CANNOT_TELL, reads=READS[:1]
    ),
    "the last contract period of that service": Case(
        never_mentored(2024, FROZEN), "2026-01-15", MET
    ),
    "the first contract period of the service after it": Case(
        never_mentored(2025, FROZEN), "2026-01-15", NOT_APPLICABLE
    ),
    "completed": Case(never_mentored(lost=COMPLETED), "2026-01-15", NOT_MET),
    "a mentor once": Case(
        mentor(
            mentorships=[mentoring("2021-09-01", "2022-07-31")],
            training=[training("2021-09-01", year=2021)],
            training_year=FROZEN,
        ),
        "2026-01-15",
        NOT_MET,
        reads=[*READS, "the mentorship: started_on"],
    ),
    "a declaration without payment": Case(
        never_mentored(declarations=[declaration(payment="no_payment")]),
        "2026-01-15",
        MET,
        reads=[*READS, DECLARED],
    ),
    "a voided declaration": Case(
        never_mentored(declarations=[declaration(payment="voided")]), "2026-01-15", MET
    ),
    "a paid declaration": Case(
        never_mentored(declarations=[declaration(payment="paid")]), "2026-01-15", NOT_MET
    ),
    "a declaration whose money was recovered": Case(
        never_mentored(declarations=[declaration(payment="voided", clawback="clawed_back")]),
        "2026-01-15",
        NOT_MET,
    ),
    "no training": Case(mentor(mentorships=[]), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_archivable_in_ecf1(case):
    assert found(archivable_in_ecf1, case) == case.expected
