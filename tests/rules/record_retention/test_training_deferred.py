"""DATA-2: the training that began last is deferred."""

import pytest

from ect_rules.rules.record_retention import training_deferred
from tests.builders import mentor, training
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

AT = "2026-01-15T09:00+00:00"
LATER = "2026-01-16T09:00+00:00"
READS = ["the training: started_on, withdrawn_at, deferred_at"]
YES = ["TRAINING_DEFERRED"]


def trained(*periods):
    return mentor(mentorships=[], training=periods)


CASES = {
    "the day before the deferral": Case(
        trained(training(deferred=AT)), "2026-01-14", NOT_MET, reads=READS
    ),
    "the day of the deferral": Case(
        trained(training(deferred=AT)), "2026-01-15", MET, YES, reads=READS
    ),
    "the day after the deferral": Case(trained(training(deferred=AT)), "2026-01-16", MET, YES),
    "training ended when it was deferred": Case(
        trained(training("2025-09-01", "2026-01-15", deferred=AT)), "2026-02-01", MET, YES
    ),
    "deferred, then withdrawn": Case(
        trained(training(deferred=AT, withdrawn=LATER)), "2026-01-16", NOT_MET
    ),
    "withdrawn, then deferred": Case(
        trained(training(withdrawn=AT, deferred=LATER)), "2026-01-16", MET, YES
    ),
    "the day before training begins again": Case(
        trained(
            training("2025-09-01", deferred=AT), training("2026-04-01", name="the next training")
        ),
        "2026-03-31",
        MET,
        YES,
        reads=READS,
    ),
    "the day on which training begins again": Case(
        trained(
            training("2025-09-01", deferred=AT), training("2026-04-01", name="the next training")
        ),
        "2026-04-01",
        NOT_MET,
        reads=["the next training: started_on, withdrawn_at, deferred_at"],
    ),
    "no training": Case(trained(), "2026-01-15", NOT_MET, reads=[]),
    "there is an ECT": Case(mentor(training=[training(deferred=AT)]), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_training_deferred(case):
    assert found(training_deferred, case) == case.expected
