"""EFUND-8: a contract period that no longer pays warns."""

import pytest

from ect_rules.facts import ContractPeriod
from ect_rules.rules.ect_funding import payments_frozen
from tests.builders import ect_funding, instant, training
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

TRAINING = "the training: contract_period, started_on"
BOTH = [TRAINING, "contract period 2023: payments_frozen_at"]
FROZEN = ["PAYMENTS_FROZEN"]


def trained(frozen_at=None):
    return ect_funding(
        training=[training("2023-09-01", year=2023)],
        training_year=ContractPeriod(2023, True, instant(frozen_at)),
    )


CASES = {
    "it pays": Case(trained(), "2026-01-15", NOT_MET, reads=BOTH),
    "the day before the freeze": Case(trained("2026-06-15T23:00+00:00"), "2026-06-15", NOT_MET),
    "the day of the freeze, in London": Case(
        trained("2026-06-15T23:00+00:00"), "2026-06-16", MET, warnings=FROZEN, reads=BOTH
    ),
    "the day after": Case(trained("2026-06-15T23:00+00:00"), "2026-06-17", MET, warnings=FROZEN),
    "nothing is told of the contract period": Case(
        ect_funding(training=[training()]), "2026-01-15", CANNOT_TELL, reads=[TRAINING]
    ),
    "no training": Case(ect_funding(), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_payments_frozen(case):
    assert found(payments_frozen, case) == case.expected
