"""EFUND-7: one training is funded at a time. For contract periods up to 2024."""

import pytest

from ect_rules.rules.ect_registrable import not_in_mentor_training
from tests.builders import ect_candidate, training
from tests.rules.table import MET, NOT_MET, Case, found

READS = ["the training: started_on, finished_on"]


def trained(*days, **more):
    return ect_candidate(mentor_training=[training(*days, mentor="the mentor's period", **more)])


def barred(given, on, **more):
    return Case(given, on, NOT_MET, ["IN_MENTOR_TRAINING"], actions=["END_MENTOR_TRAINING"], **more)


CASES = {
    "never trained as a mentor": Case(ect_candidate(), "2024-10-01", MET, reads=[]),
    "the day before training starts": Case(trained("2024-10-02"), "2024-10-01", MET, reads=[]),
    "the day training starts": barred(trained("2024-10-01"), "2024-10-01", reads=READS),
    "the day training ends": barred(trained("2023-09-01", "2024-10-01"), "2024-10-01"),
    "the day after": Case(trained("2023-09-01", "2024-09-30"), "2024-10-01", MET),
    "withdrawn that day": Case(
        trained("2023-09-01", withdrawn="2024-10-01T12:00+01:00"), "2024-10-01", MET
    ),
    "withdrawn the day after": barred(
        trained("2023-09-01", withdrawn="2024-10-02T12:00+01:00"), "2024-10-01"
    ),
    "deferred": Case(trained("2023-09-01", deferred="2024-09-01T12:00+01:00"), "2024-10-01", MET),
    "led by the school": Case(trained("2023-09-01", led_by="school"), "2024-10-01", MET),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_not_in_mentor_training(case):
    assert found(not_in_mentor_training, case) == case.expected
