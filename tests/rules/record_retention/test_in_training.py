"""DATA-2: the training that began last covers the day and is not interrupted."""

import pytest

from ect_rules.rules.record_retention import in_training
from tests.builders import mentor, mentoring, training
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the training: started_on, finished_on, withdrawn_at, deferred_at"]
YES = ["IN_TRAINING"]


def trained(*periods, **given):
    return mentor(mentorships=[], training=periods, **given)


CASES = {
    "the day before training begins": Case(
        trained(training("2025-09-01")), "2025-08-31", NOT_MET, reads=[]
    ),
    "its first day": Case(trained(training("2025-09-01")), "2025-09-01", MET, YES, reads=READS),
    "the day after its first": Case(trained(training("2025-09-01")), "2025-09-02", MET, YES),
    "its last day": Case(trained(training("2025-09-01", "2026-01-15")), "2026-01-15", MET, YES),
    "the day after its last": Case(
        trained(training("2025-09-01", "2026-01-15")), "2026-01-16", NOT_MET, reads=READS
    ),
    "the day before the withdrawal": Case(
        trained(training(withdrawn="2026-01-15T09:00+00:00")), "2026-01-14", MET, YES
    ),
    "the day of the withdrawal": Case(
        trained(training(withdrawn="2026-01-15T09:00+00:00")), "2026-01-15", NOT_MET
    ),
    "the day of the deferral": Case(
        trained(training(deferred="2026-01-15T09:00+00:00")), "2026-01-15", NOT_MET
    ),
    "one runs, and another is to begin": Case(
        trained(
            training("2025-09-01", "2026-01-31"),
            training("2026-02-01", name="the next training"),
        ),
        "2026-01-15",
        MET,
        YES,
        reads=READS,
    ),
    "one was withdrawn, and another runs": Case(
        trained(
            training("2024-09-01", withdrawn="2025-01-15T09:00+00:00"),
            training("2025-09-01", name="the next training"),
        ),
        "2026-01-15",
        MET,
        YES,
        reads=["the next training: started_on, finished_on, withdrawn_at, deferred_at"],
    ),
    "training led by the school is no training of a mentor": Case(
        trained(training(led_by="school")), "2026-01-15", NOT_MET, reads=[]
    ),
    "the last day with an ECT": Case(
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-15")], training=[training()]),
        "2026-01-15",
        NOT_APPLICABLE,
    ),
    "the day after the last with an ECT": Case(
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-15")], training=[training()]),
        "2026-01-16",
        MET,
        YES,
    ),
    "an ECT is to come": Case(
        mentor(mentorships=[mentoring("2026-09-01")], training=[training()]),
        "2026-01-15",
        NOT_APPLICABLE,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_in_training(case):
    assert found(in_training, case) == case.expected
