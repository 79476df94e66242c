"""Academic years and terms, and the parts of a grant: one sentence each, with its hours."""

import itertools

import pytest

from ect_rules import grants
from ect_rules.academic import (
    academic_year_of,
    change_days,
    days_of,
    name_of,
    settled,
    summer_cut,
    terms_of,
    year_of_training,
)
from ect_rules.dated import ONE_DAY
from ect_rules.rule import MET
from tests.builders import day, declaration, mentor, training

YEARS = {
    "2025-08-31": (2024, "2024-25"),
    "2025-09-01": (2025, "2025-26"),
    "2025-12-31": (2025, "2025-26"),
    "2026-01-01": (2025, "2025-26"),
    "2099-09-01": (2099, "2099-00"),
}


@pytest.mark.parametrize(("on", "expected"), YEARS.items(), ids=YEARS)
def test_academic_year(on, expected):
    year = academic_year_of(day(on))
    assert (year, name_of(year)) == expected


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_the_terms_fill_the_academic_year(year):
    whole, terms = days_of(year), terms_of(year)
    assert (terms[0].started_on, terms[-1].finished_on) == (whole.started_on, whole.finished_on)
    for term, after in itertools.pairwise(terms):
        assert term.finished_on + ONE_DAY == after.started_on


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2021-08-31", False), ("2021-09-01", True), ("2026-08-31", True), ("2026-09-01", False)],
)
def test_settled(on, expected):
    assert settled(day(on)) is expected


def test_the_days_on_which_something_changes():
    days = change_days()
    assert {days_of(year).started_on for year in range(2021, 2028)} <= set(days)
    for year in range(2021, 2026):
        assert {summer_cut(year), *(term.started_on for term in terms_of(year))} <= set(days)


YEAR_OF_TRAINING = {
    "no training": ([], "2024-01-15", 0),
    "the first year": ([training("2023-09-01")], "2024-01-15", 1),
    "the second": ([training("2023-09-01")], "2024-09-01", 2),
    "the third": ([training("2023-09-01")], "2025-09-01", 3),
    "began on 31 May, in the year": ([training("2022-05-31")], "2022-06-15", 1),
    "began on 1 June, in the year": ([training("2022-06-01")], "2022-06-15", 0),
    "began on 1 June, in the next": ([training("2022-06-01")], "2022-09-01", 1),
    "began on 1 June 2024": (
        [training("2024-06-01")],
        "2024-06-15",
        1,
    ),
    "a year was missed": (
        [
            training("2021-09-01", "2022-07-31"),
            training("2023-09-01", name="the next training"),
        ],
        "2024-01-15",
        2,
    ),
    "training led by the school": ([training("2023-09-01", led_by="school")], "2024-01-15", 0),
}


@pytest.mark.parametrize(
    ("periods", "on", "expected"), YEAR_OF_TRAINING.values(), ids=YEAR_OF_TRAINING
)
def test_year_of_training(periods, on, expected):
    assert year_of_training(mentor(training=periods), day(on)) == expected


PARTS = {
    "two parts, in year 1": (
        grants.two_parts,
        "2021-09-01",
        "2022-06-01",
        ["part 1, 18, False: It needs a started declaration, and there is none that counts."],
    ),
    "two parts, in year 2": (
        grants.two_parts,
        "2021-09-01",
        "2023-06-01",
        [
            (
                "part 2, 18, False: It needs declaration 4 or 5 or a completed declaration, and there is "
                "none that counts."
            )
        ],
    ),
    "by term": (
        lambda facts, on: grants.by_term(facts, on, second_hand=False),
        "2024-01-08",
        "2024-02-01",
        [
            "autumn term, 6, False: The mentor was not in training in the term.",
            (
                "spring term, 6, False: It needs a declaration dated in the term, and there is none that "
                "counts."
            ),
            "summer term, 6, False: The mentor is not in training in the term so far.",
        ],
    ),
    "two elements": (
        grants.two_elements,
        "2025-09-01",
        "2026-01-15",
        [
            "start element, 4, False: It needs a started declaration, and there is none that counts.",
            (
                "completion element, 16, False: It needs a completed declaration with evidence of at "
                "least 75 % engagement, and there is none that counts."
            ),
        ],
    ),
}


@pytest.mark.parametrize(("function", "began", "on", "expected"), PARTS.values(), ids=PARTS)
def test_the_words_of_the_parts(function, began, on, expected):
    parts = [o.part for o in function(mentor(training=[training(began)]), day(on))]
    assert [f"{p.name}, {p.hours}, {p.due}: {p.words}" for p in parts] == expected


def test_a_term_that_is_confirmed_before_the_summer_says_when_it_is_due():
    facts = mentor(
        training=[training("2023-09-01")], declarations=[declaration("2023-10-10T09:00+01:00")]
    )
    first, *_ = grants.by_term(facts, day("2024-01-15"), second_hand=False)
    assert first.part.words.endswith("It is due in the summer.")


def test_only_the_conditions_of_2025_26_are_second_hand():
    facts = mentor(training=[training("2024-09-01")])
    on = day("2026-01-15")
    for second_hand in (True, False):
        outcomes = grants.by_term(facts, on, second_hand=second_hand)
        assert {o.part.second_hand for o in outcomes} == {second_hand}
    assert {o.part.second_hand for o in grants.two_elements(facts, on)} == {True}


def test_the_same_parts_make_the_same_finding():
    facts = mentor(training=[training("2025-09-01")])
    one, other = (
        grants.with_parts(MET, grants.two_elements(facts, day(on)))
        for on in ("2026-01-15", "2026-01-16")
    )
    assert one is other
