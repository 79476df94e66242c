"""What training periods say on a day."""

import pytest

from ect_rules.training import (
    contract_period,
    counting,
    first_training_from,
    going,
    interruption,
    judged_by,
    latest,
    led_by_provider,
    may_be_assigned_from,
    provider_led,
    provider_led_during,
    reads_of_latest,
    reads_of_training,
)
from tests.builders import at_school, day, mentor, mentoring, training

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


def test_the_contract_period_of_training_is_the_one_told_or_that_of_its_first_day():
    assert contract_period(training("2025-09-01", year=2024)) == 2024
    assert contract_period(training("2025-05-31")) == 2024
    assert contract_period(training("2025-06-01")) == 2025


IN_2023, IN_2025 = training("2023-09-01"), training("2025-09-01")
MENTORING_2023 = mentoring("2023-09-01", training=[training("2023-09-01")])
MENTORING_2025 = mentoring("2025-09-01", training=[training("2025-09-01")])
UNTOLD = mentoring("2026-01-01", training=[])

# The mentor's own training, the mentorships, the day, and the contract period.
JUDGED = {
    "the mentor's own training": ([IN_2023], [MENTORING_2025], "2026-01-15", 2023),
    "the latest of the mentor's own": ([IN_2023, IN_2025], [], "2022-01-15", 2025),
    "the latest, in whatever order they are": ([IN_2025, IN_2023], [], "2022-01-15", 2025),
    "of two that start together the first given": (
        [training(year=2024), training(year=2025)],
        [],
        "2026-01-15",
        2024,
    ),
    "training to come": ([training("2026-09-01")], [], "2025-01-15", 2026),
    "training of a contract period that is not that of its first day": (
        [training("2025-09-01", year=2024)],
        [],
        "2026-01-15",
        2024,
    ),
    "the ECT's training": ([], [MENTORING_2023], "2026-01-15", 2023),
    "that of the ECT assigned last": ([], [MENTORING_2023, MENTORING_2025], "2022-01-15", 2025),
    "the latest training of that ECT": (
        [],
        [mentoring("2023-09-01", training=[IN_2025, IN_2023])],
        "2022-01-15",
        2025,
    ),
    "that of the ECT before, where the last one's is not told": (
        [],
        [MENTORING_2023, UNTOLD],
        "2026-01-15",
        2023,
    ),
    "that of the day, where no training is told": ([], [UNTOLD], "2026-01-15", 2025),
    "that of the day, on 31 May": ([], [], "2025-05-31", 2024),
    "that of the day, on 1 June": ([], [], "2025-06-01", 2025),
}


@pytest.mark.parametrize(("own", "links", "on", "expected"), JUDGED.values(), ids=JUDGED)
def test_judged_by(own, links, on, expected):
    assert judged_by(own, links, day(on)) == expected


EARLIER, LATER = mentoring("2025-09-01"), mentoring("2026-01-16")
COUNTING = {
    "none": ([], "2026-01-15", []),
    "all have begun": ([EARLIER, LATER], "2026-01-16", [EARLIER, LATER]),
    "one has begun": ([EARLIER, LATER], "2026-01-15", [EARLIER]),
    "none has begun": ([EARLIER, LATER], "2025-08-31", [EARLIER, LATER]),
}


@pytest.mark.parametrize(("links", "on", "expected"), COUNTING.values(), ids=COUNTING)
def test_counting(links, on, expected):
    assert list(counting(links, day(on))) == expected


def test_going_is_current_or_future():
    past, present, future = (
        mentoring("2025-09-01", "2026-01-14"),
        mentoring("2025-09-01", "2026-01-15"),
        mentoring("2026-01-16"),
    )
    assert going([past, present, future], day("2026-01-15")) == [present, future]


SCHOOL_LED = training("2025-09-01", "2026-01-15", led_by="school")
PROVIDER_LED = training("2026-01-16")
LED = {
    "nothing is told": ([], "2026-01-15", None),
    "the current one is school-led": ([SCHOOL_LED, PROVIDER_LED], "2026-01-15", False),
    "the current one is provider-led": ([SCHOOL_LED, PROVIDER_LED], "2026-01-16", True),
    "the next one is provider-led": ([PROVIDER_LED], "2026-01-15", True),
    "all have ended": ([SCHOOL_LED], "2026-01-16", False),
}


@pytest.mark.parametrize(("given", "on", "expected"), LED.values(), ids=LED)
def test_led_by_provider(given, on, expected):
    assert led_by_provider(mentoring(training=given), day(on)) is expected


DURING = {
    "nothing is told": ([], None),
    "school-led": ([training(led_by="school")], False),
    "provider-led to the day before": ([training("2025-08-01", "2025-08-31")], False),
    "provider-led to the first day": ([training("2025-08-01", "2025-09-01")], True),
}


@pytest.mark.parametrize(("given", "expected"), DURING.values(), ids=DURING)
def test_provider_led_during(given, expected):
    assert provider_led_during(given, mentoring("2025-09-01")) is expected


def test_a_mentor_may_be_assigned_from_the_day_or_from_the_start_at_a_school():
    on = day("2026-01-15")
    assert may_be_assigned_from(mentor(at_schools=[at_school("2024-09-01")]), on) == on
    coming = [at_school("2026-03-01"), at_school("2026-02-01")]
    assert may_be_assigned_from(mentor(at_schools=coming), on) == day("2026-02-01")
    assert may_be_assigned_from(mentor(at_schools=[]), on) == on


def test_the_first_training_waits_for_the_school_and_the_mentorship():
    on = day("2026-01-15")
    to_come = mentoring("2026-02-01")
    assert first_training_from(mentor(mentorships=[mentoring()]), on) == on
    assert first_training_from(mentor(mentorships=[to_come]), on) == day("2026-02-01")
    later_here = mentor(at_schools=[at_school("2026-03-01")], mentorships=[to_come])
    assert first_training_from(later_here, on) == day("2026-03-01")
    assert first_training_from(mentor(mentorships=[]), on) == on


def test_what_findings_about_training_go_by():
    first, second = training("2024-09-01"), training("2025-09-01", "2026-01-14")
    link = mentoring(training=[second])
    dates = ("started_on", "finished_on")
    assert reads_of_training([link]) == ((*link.ect_training, "training_programme", *dates),)
    assert reads_of_latest([first, second]) == ((second, *dates, "withdrawn_at", "deferred_at"),)
    assert reads_of_latest([training(led_by="school")]) == ()
