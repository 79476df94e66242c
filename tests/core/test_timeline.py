"""How long an answer holds, against the answers of every single day."""

from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from ect_rules import catalogue
from ect_rules.dated import ONE_DAY
from ect_rules.timeline import Outlook, change_days, outlook, stretches
from ect_rules.world import World
from tests.builders import (
    ANOTHER_SCHOOL,
    COMPLETED,
    NOT_COMPLETED,
    THE_ECT,
    at_school,
    day,
    ecf_checks,
    ect_period,
    mentor,
    mentor_period,
    mentoring,
    mentorship,
    school,
    teacher,
    training,
)
from tests.core.worlds import FIRST, HORIZON, TRNS, any_days, some_day_asked, worlds

RULE_SET = catalogue.load()
A_FEW = settings.default.max_examples // 4  # each asks on every day
years = st.sampled_from([None, None, 2024, 2025])


def seen_from(check, view, days, on, contract_period=None):
    now = RULE_SET.decide(check, view(on), on, contract_period)
    return outlook(RULE_SET, check, view, days, on, now, contract_period)


def counted(check, decisions, on):
    """The outlook from the decisions of every day, counted one by one."""
    yes = RULE_SET.checks[check].check.yes
    same = [decisions[d].answers_as(decisions[on]) for d in HORIZON]
    first = last = HORIZON.index(on)
    while first > 0 and same[first - 1]:
        first -= 1
    while last + 1 < len(HORIZON) and same[last + 1]:
        last += 1
    later = [d for d in HORIZON if d > on and decisions[d].status in yes]
    return Outlook(
        HORIZON[first] if first > 0 else None,
        HORIZON[last + 1] - ONE_DAY if last + 1 < len(HORIZON) else None,
        later[0] if later and decisions[on].status not in yes else None,
    )


def views(world):
    for trn in TRNS:
        facts = world.mentor(trn)
        yield "registration", lambda on, trn=trn: world.ect(trn, on)
        yield "mentor_funding", lambda on, facts=facts: facts
        yield "mentor_training", lambda on, facts=facts: facts


@settings(max_examples=A_FEW)
@given(worlds(), st.lists(st.sampled_from(HORIZON), min_size=4, max_size=4), years)
def test_the_outlook_is_exact_to_the_day(world, asked_on, year):
    for check, view in views(world):
        decisions = {d: RULE_SET.decide(check, view(d), d, year) for d in HORIZON}
        named = change_days(RULE_SET, check, view, world.days(), FIRST)
        for before, after in pairwise(HORIZON):
            if not decisions[before].answers_as(decisions[after]):
                assert after in named
        for on in asked_on:
            found = outlook(RULE_SET, check, view, world.days(), on, decisions[on], year)
            assert found == counted(check, decisions, on)


@settings(max_examples=A_FEW)
@given(worlds(), some_day_asked, st.none() | some_day_asked, years)
def test_stretches_have_every_day_once_and_its_answer(world, one_day, another, year):
    first, last = (one_day, None) if another is None else sorted((one_day, another))
    for check, view in views(world):
        found = stretches(RULE_SET, check, view, world.days(), first, last, year)
        assert (found[0].first, found[-1].last) == (first, last)
        for before, after in pairwise(found):
            assert after.first == before.last + ONE_DAY
            assert not after.decision.answers_as(before.decision)
        for on in HORIZON:
            here = [s for s in found if s.first <= on and (s.last is None or on <= s.last)]
            if first <= on and (last is None or on <= last):
                (stretch,) = here
                assert stretch.decision.answers_as(RULE_SET.decide(check, view(on), on, year))
            else:
                assert here == []


@given(worlds(any_days, valid=False), any_days)
def test_there_is_an_outlook_for_every_day_in_any_world(world, on):
    for check, view in views(world):
        found = seen_from(check, view, world.days(), on)
        assert found.holds_from is None or found.holds_from <= on
        assert found.holds_until is None or found.holds_until >= on
        assert found.yes_from is None or found.yes_from > (found.holds_until or on)


def a_mentor_until(last_day):
    """An ECT with a mentor from 1 September 2025 until that day."""
    return [
        teacher(THE_ECT, induction="InProgress"),
        ect_period("2025-09-01", "2026-07-31", name="ect"),
        mentor_period(name="mentor"),
        mentorship("2025-09-01", last_day, ect="ect", mentor="mentor"),
    ]


# The days: holds from, holds until, yes from.
REGISTRATIONS = {
    "a mentor is assigned and not there yet": (
        a_mentor_until("2025-12-31"),
        "2025-06-01",
        (None, "2025-08-31", None),
    ),
    "the first day of the mentorship": (
        a_mentor_until("2025-12-31"),
        "2025-09-01",
        ("2025-09-01", "2025-12-31", None),
    ),
    "the last day of the mentorship": (
        a_mentor_until("2025-12-31"),
        "2025-12-31",
        ("2025-09-01", "2025-12-31", None),
    ),
    "the day after the mentorship ended": (
        a_mentor_until("2025-12-31"),
        "2026-01-01",
        ("2026-01-01", "2026-07-31", None),
    ),
    "the day after the ECT left": (
        a_mentor_until("2025-12-31"),
        "2026-08-01",
        ("2026-08-01", None, None),
    ),
    "complete, and on a day in between something else changes": (
        [*a_mentor_until("2025-12-31"), training("2025-10-01", ect="ect")],
        "2025-09-15",
        ("2025-09-01", "2025-12-31", None),
    ),
    "incomplete here, and complete from the start at the next school": (
        [
            teacher(THE_ECT),
            ect_period("2025-09-01", "2025-12-31", name="ect"),
            ect_period("2026-02-01", urn=ANOTHER_SCHOOL, name="next"),
            mentorship("2026-03-01", ect="next"),
        ],
        "2025-10-01",
        (None, "2025-12-31", "2026-01-01"),
    ),
    "nothing is recorded": ([], "2025-10-01", (None, None, None)),
}


@pytest.mark.parametrize(
    ("given_records", "on", "expected"), REGISTRATIONS.values(), ids=REGISTRATIONS
)
def test_registrations(given_records, on, expected):
    world = World(given_records)
    found = seen_from("registration", lambda d: world.ect(THE_ECT, d), world.days(), day(on))
    assert found == Outlook(*map(day, expected))


# A rule names these days; no record does. With the contract period that is given for all of them.
NAMED_BY_RULES = {
    "the day before started and not completed bars": (
        mentor(lost=NOT_COMPLETED),
        "mentor_funding",
        None,
        "2024-07-30",
        ("2023-09-01", "2024-07-30", None),
    ),
    "the day from which started and not completed bars": (
        mentor(lost=NOT_COMPLETED),
        "mentor_funding",
        None,
        "2024-07-31",
        ("2024-07-31", None, None),
    ),
    "the same, asked through training": (
        mentor(lost=NOT_COMPLETED),
        "mentor_training",
        2025,
        "2024-07-30",
        ("2023-09-01", "2024-07-30", None),
    ),
    "the same, of training under the earlier service, which did not ask": (
        mentor(lost=NOT_COMPLETED),
        "mentor_training",
        None,
        "2024-07-30",
        (None, None, None),
    ),
    "the day before two years of training": (
        mentor(training=[training("2023-09-01")]),
        "mentor_training",
        None,
        "2025-08-31",
        ("2023-09-01", "2025-08-31", None),
    ),
    "two years of training": (
        mentor(training=[training("2023-09-01")]),
        "mentor_training",
        None,
        "2025-09-01",
        ("2025-09-01", None, None),
    ),
    "two years of training change nothing for funding": (
        mentor(training=[training("2023-09-01")]),
        "mentor_funding",
        None,
        "2025-08-31",
        ("2023-09-01", None, None),
    ),
    "a mentor who has completed": (
        mentor(lost=COMPLETED, training=[training("2023-09-01")]),
        "mentor_training",
        2025,
        "2025-08-31",
        ("2023-09-01", None, None),
    ),
}


@pytest.mark.parametrize(
    ("facts", "check", "year", "on", "expected"), NAMED_BY_RULES.values(), ids=NAMED_BY_RULES
)
def test_days_that_only_a_rule_names(facts, check, year, on, expected):
    facts = mentor_since_2023(facts)
    found = seen_from(check, lambda _: facts, [day("2023-09-01")], day(on), year)
    assert found == Outlook(*map(day, expected))


def mentor_since_2023(facts):
    """The same mentor, mentoring since 1 September 2023 and at a school in England for longer."""
    since = mentoring("2023-09-01", training=[training("2023-09-01")])
    here = at_school("2020-09-01", at=school(district="E09000001"))
    return evolve(facts, at_schools=(here,), mentorships=(since,), ecf=ecf_checks("mentor"))


def test_the_day_on_which_a_rule_of_another_subject_comes_into_force_is_one_of_the_days():
    named = change_days(RULE_SET, "mentor_training", lambda _: mentor(), [], day("2026-01-15"))
    assert day("2024-07-31") in named


EDGES = {
    "from the first day that there is": ("0001-01-01", None, "2026-01-15", (None, None, None)),
    "until the last day that there is": (
        "2025-09-01",
        "9999-12-31",
        "2026-01-15",
        ("2025-09-01", None, None),
    ),
    "on the first day that there is": (
        "2025-09-01",
        None,
        "0001-01-01",
        (None, "2025-08-31", "2025-09-01"),
    ),
    "on the last day that there is": (
        "2025-09-01",
        None,
        "9999-12-31",
        ("2025-09-01", None, None),
    ),
}


@pytest.mark.parametrize(("start", "end", "on", "expected"), EDGES.values(), ids=EDGES)
def test_the_ends_of_the_calendar(start, end, on, expected):
    since = mentoring(start, end, training=[training(start)])
    facts = mentor(at_schools=[at_school(start)], mentorships=[since])
    world_days = [day(start)]
    found = seen_from("mentor_funding", lambda _: facts, world_days, day(on))
    assert found == Outlook(*map(day, expected))


def test_the_answer_is_what_a_caller_acts_on_and_not_the_findings():
    decision = RULE_SET.decide("mentor_funding", mentor(), day("2026-01-15"))
    assert evolve(decision, findings=()).answers_as(decision)
    for changed in (
        {"status": "NOT_ELIGIBLE"},
        {"reasons": ()},
        {"warnings": decision.reasons},
        {"next_actions": decision.reasons},
        {"details": (("state", "FINISHED"),)},
    ):
        assert not evolve(decision, **changed).answers_as(decision)
