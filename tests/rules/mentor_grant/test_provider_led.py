"""GRANT-training: provider-led training in the academic year."""

import pytest

from ect_rules.rules.mentor_grant import provider_led
from tests.builders import mentor, training
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

IN_YEAR = "2026-01-15"
READS = [
    "the training: training_programme, started_on, finished_on, withdrawn_at, deferred_at",
]
NOT_IN_YEAR = ["NO_TRAINING_IN_ACADEMIC_YEAR"]


def trained(*periods):
    return mentor(training=periods)


CASES = {
    "no training": Case(
        trained(), IN_YEAR, NOT_MET, ["TRAINING_NOT_STARTED"], actions=["START_TRAINING"], reads=[]
    ),
    "training led by the school": Case(
        trained(training(led_by="school")),
        IN_YEAR,
        NOT_MET,
        ["NO_PROVIDER_LED_TRAINING"],
        reads=READS,
    ),
    "training runs": Case(trained(training()), IN_YEAR, MET, reads=READS),
    "training begins later in the year": Case(trained(training("2026-08-31")), IN_YEAR, MET),
    "training begins in the next year": Case(
        trained(training("2026-09-01")), IN_YEAR, NOT_MET, NOT_IN_YEAR
    ),
    "ended on the first day of the year": Case(
        trained(training("2024-09-01", "2025-09-01")), IN_YEAR, MET
    ),
    "ended on the day before": Case(
        trained(training("2024-09-01", "2025-08-31")), IN_YEAR, NOT_MET, NOT_IN_YEAR
    ),
    "withdrawn on the first day of the year": Case(
        trained(training("2024-09-01", withdrawn="2025-09-01T09:00+01:00")), IN_YEAR, MET
    ),
    "withdrawn on the day before": Case(
        trained(training("2024-09-01", withdrawn="2025-08-31T09:00+01:00")),
        IN_YEAR,
        NOT_MET,
        NOT_IN_YEAR,
    ),
    "deferred on the day before": Case(
        trained(training("2024-09-01", deferred="2025-08-31T09:00+01:00")),
        IN_YEAR,
        NOT_MET,
        NOT_IN_YEAR,
    ),
    "deferred before, and taken up again": Case(
        trained(
            training("2024-09-01", deferred="2025-08-31T09:00+01:00"),
            training("2026-01-05", name="the next training"),
        ),
        IN_YEAR,
        MET,
    ),
    "the day before there are conditions": Case(
        trained(training("2020-09-01")), "2021-08-31", NOT_APPLICABLE
    ),
    "the day after the last with conditions": Case(
        trained(training()), "2026-09-01", NOT_APPLICABLE
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_provider_led(case):
    assert found(provider_led, case) == case.expected
