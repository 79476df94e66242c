"""TRAIN-7: a warning from the second anniversary of the first day of training."""

import pytest

from ect_rules.rules.mentor_training import two_years_access
from tests.builders import COMPLETED, NOT_COMPLETED, mentor, training
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

TWO_YEARS = ["TWO_YEARS_ACCESS"]
READS = ["the training: started_on, withdrawn_at"]

CASES = {
    "the day before the second anniversary": Case(
        mentor(training=[training("2024-01-15")]), "2026-01-14", NOT_MET, reads=READS
    ),
    "the second anniversary": Case(
        mentor(training=[training("2024-01-15")]),
        "2026-01-15",
        MET,
        warnings=TWO_YEARS,
        reads=READS,
    ),
    "the day after the second anniversary": Case(
        mentor(training=[training("2024-01-15")]), "2026-01-16", MET, warnings=TWO_YEARS
    ),
    "begun on 29 February, on 28 February": Case(
        mentor(training=[training("2024-02-29")]), "2026-02-28", NOT_MET
    ),
    "begun on 29 February, on 1 March": Case(
        mentor(training=[training("2024-02-29")]), "2026-03-01", MET, warnings=TWO_YEARS
    ),
    "the first of two trainings counts": Case(
        mentor(
            training=[
                training("2025-09-01", name="the second training"),
                training("2024-01-15", "2024-12-31", name="the first training"),
            ]
        ),
        "2026-01-15",
        MET,
        warnings=TWO_YEARS,
        reads=[
            "the second training: started_on, withdrawn_at",
            "the first training: started_on, withdrawn_at",
        ],
    ),
    "the training has ended": Case(
        mentor(training=[training("2024-01-15", "2024-12-31")]),
        "2026-01-15",
        MET,
        warnings=TWO_YEARS,
    ),
    "the day before a withdrawal": Case(
        mentor(training=[training("2024-01-15", withdrawn="2026-01-16T09:00+00:00")]),
        "2026-01-15",
        MET,
        warnings=TWO_YEARS,
    ),
    "the day of a withdrawal": Case(
        mentor(training=[training("2024-01-15", withdrawn="2026-01-15T09:00+00:00")]),
        "2026-01-15",
        NOT_MET,
    ),
    "the first of two trainings was withdrawn": Case(
        mentor(
            training=[
                training("2024-01-15", "2024-12-31", withdrawn="2024-12-31T09:00+00:00"),
                training("2025-09-01"),
            ]
        ),
        "2026-01-15",
        NOT_MET,
    ),
    "deferred, which is no withdrawal": Case(
        mentor(training=[training("2024-01-15", deferred="2025-01-15T09:00+00:00")]),
        "2026-01-15",
        MET,
        warnings=TWO_YEARS,
    ),
    "training led by the school came before": Case(
        mentor(training=[training("2023-09-01", led_by="school"), training("2025-09-01")]),
        "2026-01-15",
        NOT_MET,
    ),
    "the training was completed": Case(
        mentor(lost=COMPLETED, training=[training("2024-01-15")]), "2026-01-15", NOT_APPLICABLE
    ),
    "started and not completed": Case(
        mentor(lost=NOT_COMPLETED, training=[training("2024-01-15")]),
        "2026-01-15",
        NOT_APPLICABLE,
    ),
    "no training": Case(mentor(), "2026-01-15", NOT_APPLICABLE),
    "nothing is recorded under the TRN": Case(
        mentor(known=False, training=[training("2024-01-15")]), "2026-01-15", NOT_APPLICABLE
    ),
}

# The days on which the finding may change and that no record names.
DAYS = {
    "training from 15 January 2024": (["2024-01-15"], ["2026-01-15"]),
    "training from 29 February 2024": (["2024-02-29"], ["2026-03-01"]),
    "two trainings": (["2025-09-01", "2024-01-15"], ["2026-01-15"]),
    "no training": ([], []),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_two_years_access(case):
    assert found(two_years_access, case) == case.expected


@pytest.mark.parametrize(("started", "expected"), DAYS.values(), ids=DAYS)
def test_days(started, expected):
    days = two_years_access.days(mentor(training=[training(start) for start in started]))
    assert [day.isoformat() for day in days] == expected


def test_days_of_training_led_by_the_school():
    assert list(two_years_access.days(mentor(training=[training(led_by="school")]))) == []
