"""Which contract period's rules a mentor is judged by, and what hangs on it."""

import pytest
from attrs import evolve

from ect_rules import catalogue
from ect_rules.timeline import Outlook, change_days, outlook, stretches
from tests.builders import at_school, day, ecf_checks, mentor, mentoring, school, training

RULE_SET = catalogue.load()
CHECKS = ("mentor_funding", "mentor_training")
IN_ENGLAND = at_school("2020-09-01", at=school(district="E09000001"))
TODAY = "2026-01-15"
ECF1, RECT = "the earlier service", "RECT"


def regime(check, facts, on, year=None):
    """By whose rules the decision was made: a rule of each says whether it applied."""
    decision = RULE_SET.decide(check, facts, day(on), year)
    rules = zip(RULE_SET.checks[check].rules, decision.findings, strict=True)
    of_one = {"FUND-E1": ECF1, "FUND-1": RECT, "TRAIN-E1": ECF1, "TRAIN-1": RECT}
    (found,) = {
        of_one[rule.id]
        for rule, finding in rules
        if rule.id in of_one and finding.verdict.name != "NOT_APPLICABLE"
    }
    return found


def mentor_of(own=None, ects=None):
    """A mentor with training of their own, and of the ECT, that begins on these days."""
    return mentor(
        training=[training(own)] if own else [],
        mentorships=[mentoring("2023-09-01", training=[training(ects)] if ects else [])],
        at_schools=[IN_ENGLAND],
        ecf=ecf_checks("mentor"),
    )


# The mentor's training, the ECT's, the day, and whose rules apply.
JUDGED = {
    "trained to 31 May 2025": ("2025-05-31", "2025-09-01", TODAY, 2024, ECF1),
    "trained from 1 June 2025": ("2025-06-01", "2023-09-01", "2022-01-15", 2025, RECT),
    "the ECT trained to 31 May 2025": (None, "2025-05-31", TODAY, 2024, ECF1),
    "the ECT trained from 1 June 2025": (None, "2025-06-01", "2022-01-15", 2025, RECT),
    "no training, on 31 May 2025": (None, None, "2025-05-31", 2024, ECF1),
    "no training, on 1 June 2025": (None, None, "2025-06-01", 2025, RECT),
}


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize(("own", "ects", "on", "year", "expected"), JUDGED.values(), ids=JUDGED)
def test_whose_rules_apply(check, own, ects, on, year, expected):
    facts = mentor_of(own, ects)
    assert RULE_SET.contract_period(check, facts, day(on)) == year
    assert regime(check, facts, on) == expected


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize(("own", "ects", "on", "year", "expected"), JUDGED.values(), ids=JUDGED)
def test_a_contract_period_that_is_given_wins(check, own, ects, on, year, expected):
    facts = mentor_of(own, ects)
    assert regime(check, facts, on, 2024) == ECF1
    assert regime(check, facts, on, 2025) == RECT


def test_a_training_goes_by_the_contract_period_it_is_told_to_be_of():
    facts = mentor(training=[training("2025-09-01", year=2024)])
    assert regime("mentor_funding", facts, TODAY) == ECF1


def test_which_contract_period_of_one_regime_makes_no_difference():
    facts = mentor_of("2021-09-01")
    old = {RULE_SET.decide("mentor_funding", facts, day(TODAY), y) for y in range(2020, 2025)}
    new = {RULE_SET.decide("mentor_funding", facts, day(TODAY), y) for y in range(2025, 2030)}
    assert len(old) == len(new) == 1, "the same decision, found again"
    assert old != new


# The two disagree about these schools.
SECURE = school("Secure units", district="E09000001")
APPROVED = school("Miscellaneous", section_41=True, district="E09000001")
IN_WALES = school("Community school", district="W06000001")
SCHOOLS = {
    "secure units": (SECURE, {2024: False, 2025: True}),
    "approved under section 41, of another type": (APPROVED, {2024: True, 2025: False}),
    "in Wales by its district": (IN_WALES, {2024: False, 2025: True}),
}


@pytest.mark.parametrize(("at", "eligible"), SCHOOLS.values(), ids=SCHOOLS)
@pytest.mark.parametrize("on", ["2025-05-31", "2025-06-01"])
def test_a_check_asks_another_by_the_rules_that_it_goes_by_itself(at, eligible, on):
    """Whatever the school, asked about by itself on that day, would be judged by."""
    for year, started in ((2024, "2023-09-01"), (2025, "2025-09-01")):
        here = at_school("2020-09-01", at=at)
        facts = evolve(mentor_of(started), at_schools=(here,))
        for given in (None, year):
            decision = RULE_SET.decide("mentor_funding", facts, day(on), given)
            reasons = [reason.code for reason in decision.reasons]
            assert ("SCHOOL_NOT_ELIGIBLE" not in reasons) == eligible[year]
    by_itself = RULE_SET.decide("school_eligibility", at, day(on))
    assert (by_itself.status == "ELIGIBLE") == eligible[2024 if on < "2025-06-01" else 2025]


def test_a_mentor_of_the_earlier_service_is_trained_without_being_funded():
    facts = evolve(mentor_of("2023-09-01", "2023-09-01"), at_schools=(at_school(at=SECURE),))
    answers = {check: RULE_SET.decide(check, facts, day(TODAY)).status for check in CHECKS}
    assert answers == {"mentor_funding": "NOT_ELIGIBLE", "mentor_training": "ELIGIBLE"}
    answers = {check: RULE_SET.decide(check, facts, day(TODAY), 2025).status for check in CHECKS}
    assert answers == {"mentor_funding": "ELIGIBLE", "mentor_training": "ELIGIBLE"}


# How long an answer holds, of a mentor without training, whose rules are those of the day.

PROHIBITED = mentor(
    prohibited=True,
    at_schools=[IN_ENGLAND],
    mentorships=[],
    ecf=ecf_checks("mentor"),
)


def until(last, first=None, yes_from=None):
    return Outlook(day(first), day(last), day(yes_from))


OUTLOOKS = {
    "before the new rules": ("2025-01-15", None, until("2025-05-31")),
    "the last day before the new rules": ("2025-05-31", None, until("2025-05-31")),
    "the first day of the new rules": ("2025-06-01", None, until(None, "2025-06-01")),
    "long after": (TODAY, None, until(None, "2025-06-01")),
    "before the new rules, by those all the same": ("2025-01-15", 2025, until(None)),
    "under the new rules, by those before": (TODAY, 2024, until(None)),
}


@pytest.mark.parametrize(("on", "year", "expected"), OUTLOOKS.values(), ids=OUTLOOKS)
def test_outlook(on, year, expected):
    now = RULE_SET.decide("mentor_funding", PROHIBITED, day(on), year)
    view = lambda _: PROHIBITED  # noqa: E731
    assert outlook(RULE_SET, "mentor_funding", view, [], day(on), now, year) == expected


STRETCHES = {
    "by the rules of each day": (
        None,
        [
            ("2025-01-01", "2025-05-31", "ACTIVE_FLAGS"),
            ("2025-06-01", None, "PROHIBITED_FROM_TEACHING"),
        ],
    ),
    "by the earlier rules": (2024, [("2025-01-01", None, "ACTIVE_FLAGS")]),
    "by the new rules": (2025, [("2025-01-01", None, "PROHIBITED_FROM_TEACHING")]),
}


@pytest.mark.parametrize(("year", "expected"), STRETCHES.values(), ids=STRETCHES)
def test_stretches(year, expected):
    found = stretches(
        RULE_SET,
        "mentor_funding",
        lambda _: PROHIBITED,
        [],
        day("2025-01-01"),
        contract_period=year,
    )
    told = [(s.first, s.last, s.decision.reasons[0].code) for s in found]
    assert told == [(day(first), day(last), reason) for first, last, reason in expected]


def test_the_first_day_of_the_new_rules_is_a_day_on_which_an_answer_may_change():
    for check, facts in (*((c, mentor()) for c in CHECKS), ("school_eligibility", school())):
        days = change_days(RULE_SET, check, lambda _, facts=facts: facts, [], day(TODAY))
        assert day("2025-06-01") in days


def test_without_rules_of_a_contract_period_there_is_no_such_day():
    assert RULE_SET.checks["record_retention"].contract_period is None
    days = change_days(RULE_SET, "record_retention", lambda _: mentor(), [], day(TODAY))
    assert day("2025-06-01") not in days


def test_the_regimes_of_mentors_are_two():
    for check in CHECKS:
        linked = RULE_SET.checks[check]
        assert [linked.regime_of(2021), linked.regime_of(2024)] == [0, 0]
        assert linked.regime_of(2025) == linked.regime_of(2026) == len(linked.first_years)
