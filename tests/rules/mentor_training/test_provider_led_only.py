"""TRAIN-8: mentor training is only ever provider-led. No day matters."""

import pytest

from ect_rules.rules.mentor_training import provider_led_only
from tests.builders import mentor, training
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

CASES = {
    "the training is provider-led": Case(
        mentor(training=[training()]), "2026-01-15", MET, reads=["the training: training_programme"]
    ),
    "the training is school-led": Case(
        mentor(training=[training(led_by="school")]),
        "2026-01-15",
        NOT_MET,
        reads=["the training: training_programme"],
    ),
    "one training is provider-led and one is school-led": Case(
        mentor(training=[training(), training(led_by="school", name="the other training")]),
        "2026-01-15",
        NOT_MET,
        reads=["the training: training_programme", "the other training: training_programme"],
    ),
    "no training": Case(mentor(), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_provider_led_only(case):
    assert found(provider_led_only, case) == case.expected
