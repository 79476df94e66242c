"""What training periods say on a day."""

import pytest

from ect_rules.training import interruption, latest, provider_led
from tests.builders import day, training

EARLY, LATE = "2026-01-15T09:00+00:00", "2026-01-15T15:00+00:00"
BEFORE, AFTER = "2026-01-14T09:00+00:00", "2026-01-16T09:00+00:00"

ON_15_JANUARY = {
    "neither": ({}, None),
    "withdrawn the day before": ({"withdrawn": BEFORE}, "WITHDRAWN"),
    "withdrawn on the day": ({"withdrawn": LATE}, "WITHDRAWN"),
    "withdrawn the day after": ({"withdrawn": AFTER}, None),
    "deferred the day before": ({"deferred": BEFORE}, "DEFERRED"),
    "deferred on the day": ({"deferred": LATE}, "DEFERRED"),
    "deferred the day after": ({"deferred": AFTER}, None),
    "deferred, then withdrawn": ({"deferred": EARLY, "withdrawn": LATE}, "WITHDRAWN"),
    "withdrawn, then deferred": ({"withdrawn": EARLY, "deferred": LATE}, "DEFERRED"),
    "both in one moment": ({"withdrawn": LATE, "deferred": LATE}, "DEFERRED"),
    "deferred, to be withdrawn the day after": (
        {"deferred": BEFORE, "withdrawn": AFTER},
        "DEFERRED",
    ),
    "withdrawn, to be deferred the day after": (
        {"withdrawn": BEFORE, "deferred": AFTER},
        "WITHDRAWN",
    ),
    "by London's clock it is the day before still": (
        {"withdrawn": "2026-01-15T23:59+00:00"},
        "WITHDRAWN",
    ),
    "by London's clock it is the day after": ({"withdrawn": "2026-01-16T00:00+00:00"}, None),
}


@pytest.mark.parametrize(("given", "expected"), ON_15_JANUARY.values(), ids=ON_15_JANUARY)
def test_interruption_on_15_january(given, expected):
    assert interruption(training(**given), day("2026-01-15")) == expected


def test_latest_is_the_one_that_starts_last():
    old, new, old_too = training("2024-09-01"), training("2025-09-01"), training("2024-10-01")
    assert latest([old, new, old_too]) is new


def test_of_two_that_start_together_the_first_is_the_latest():
    first, second = training(name="first"), training(name="second")
    assert latest([first, second]) is first


def test_of_none_there_is_no_latest():
    assert latest([]) is None


def test_provider_led_keeps_the_order():
    one, other, third = training(), training(led_by="school"), training("2024-09-01")
    assert provider_led([one, other, third]) == [one, third]
