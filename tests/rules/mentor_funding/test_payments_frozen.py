"""FUND-10: a warning once the contract period of the mentor's latest training no longer pays."""

import pytest

from ect_rules.facts import ContractPeriod
from ect_rules.rules.mentor_funding import payments_frozen
from tests.builders import instant, mentor, training
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

FROZEN = ["PAYMENTS_FROZEN"]
READS = ["the training: contract_period, started_on", "contract period 2022: payments_frozen_at"]


def trained_in_2022(frozen_at):
    year = ContractPeriod(2022, payments_frozen_at=instant(frozen_at))
    return mentor(training=[training("2022-09-01", year=2022)], training_year=year)


CASES = {
    "the day before": Case(
        trained_in_2022("2025-06-16T09:00+01:00"), "2025-06-15", NOT_MET, reads=READS
    ),
    "the day": Case(
        trained_in_2022("2025-06-16T09:00+01:00"),
        "2025-06-16",
        MET,
        warnings=FROZEN,
        reads=READS,
    ),
    "the day after": Case(
        trained_in_2022("2025-06-16T09:00+01:00"), "2025-06-17", MET, warnings=FROZEN
    ),
    "by London's clock it is that day already": Case(
        trained_in_2022("2025-06-15T23:00+00:00"), "2025-06-15", NOT_MET
    ),
    "by London's clock it is the day before still": Case(
        trained_in_2022("2025-06-15T22:59+00:00"), "2025-06-15", MET, warnings=FROZEN
    ),
    "the contract period pays": Case(trained_in_2022(None), "2025-06-16", NOT_MET),
    "the contract period is not told": Case(
        mentor(training=[training("2022-09-01", year=2022)]),
        "2025-06-16",
        CANNOT_TELL,
        reads=["the training: contract_period, started_on"],
    ),
    "no training": Case(mentor(), "2025-06-16", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_payments_frozen(case):
    assert found(payments_frozen, case) == case.expected
