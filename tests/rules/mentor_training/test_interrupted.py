"""TRAIN-6: deferring or withdrawing, from its day in London; it takes no eligibility away."""

import pytest

from ect_rules.rules.mentor_training import interrupted
from tests.builders import COMPLETED, mentor, training
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the training: withdrawn_at, deferred_at"]

CASES = {
    "neither withdrawn nor deferred": Case(
        mentor(training=[training()]), "2026-01-15", NOT_MET, reads=READS
    ),
    "the day before the withdrawal": Case(
        mentor(training=[training(withdrawn="2026-01-15T09:00+00:00")]), "2026-01-14", NOT_MET
    ),
    "the day of the withdrawal": Case(
        mentor(training=[training(withdrawn="2026-01-15T09:00+00:00")]),
        "2026-01-15",
        MET,
        reads=READS,
    ),
    "the day after the withdrawal": Case(
        mentor(training=[training(withdrawn="2026-01-15T09:00+00:00")]), "2026-01-16", MET
    ),
    "the day before the deferral": Case(
        mentor(training=[training(deferred="2026-01-15T09:00+00:00")]), "2026-01-14", NOT_MET
    ),
    "the day of the deferral": Case(
        mentor(training=[training(deferred="2026-01-15T09:00+00:00")]), "2026-01-15", MET
    ),
    "the last moment of a summer day in London": Case(
        mentor(training=[training(withdrawn="2026-06-30T22:59:59+00:00")]), "2026-06-30", MET
    ),
    "past midnight in London, which is the day before in UTC": Case(
        mentor(training=[training(withdrawn="2026-06-30T23:00:00+00:00")]), "2026-06-30", NOT_MET
    ),
    "an earlier training was withdrawn, the latest was not": Case(
        mentor(
            training=[
                training("2024-09-01", withdrawn="2024-10-01T09:00+00:00"),
                training("2025-09-01", name="the latest training"),
            ]
        ),
        "2026-01-15",
        NOT_MET,
        reads=["the latest training: withdrawn_at, deferred_at"],
    ),
    "the training was completed": Case(
        mentor(lost=COMPLETED, training=[training(withdrawn="2026-01-15T09:00+00:00")]),
        "2026-01-15",
        NOT_APPLICABLE,
    ),
    "no training": Case(mentor(), "2026-01-15", NOT_APPLICABLE),
    "training led by the school is no training of a mentor": Case(
        mentor(training=[training(led_by="school", withdrawn="2026-01-15T09:00+00:00")]),
        "2026-01-15",
        NOT_APPLICABLE,
    ),
    "nothing is recorded under the TRN": Case(
        mentor(known=False, training=[training()]), "2026-01-15", NOT_APPLICABLE
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_interrupted(case):
    assert found(interrupted, case) == case.expected
