"""Is training for a mentor fundable? Whole answers."""

from datetime import date
from itertools import combinations

import pytest

from ect_rules import catalogue
from ect_rules.dated import boundaries
from ect_rules.facts import ContractPeriod
from ect_rules.timeline import Outlook, outlook
from tests.builders import (
    COMPLETED,
    EARLY_ROLL_OUT,
    NOT_COMPLETED,
    at_school,
    day,
    declaration,
    ecf_checks,
    instant,
    mentor,
    mentoring,
    nobodys_mentor,
    school,
    training,
)
from tests.rules.table import Answer, answered, ask

TODAY = "2026-01-15"
ELIGIBLE = Answer("ELIGIBLE", ["ELIGIBLE"])
TELL = ["TELL_MISSING_FACTS"]
IN_ENGLAND = at_school(at=school(district="E09000001"))

# Every bar from 2025: the status it leads to, and what is given for it. In this order.
BARS = {
    "PROHIBITED_FROM_TEACHING": ("NOT_ELIGIBLE", {"prohibited": True}),
    "TRAINED_IN_EARLY_ROLL_OUT": ("NOT_ELIGIBLE", {"lost": EARLY_ROLL_OUT}),
    "TRAINING_COMPLETED": ("NOT_ELIGIBLE", {"lost": COMPLETED}),
    "TRAINING_STARTED_NOT_COMPLETED": ("NOT_ELIGIBLE", {"lost": NOT_COMPLETED}),
    "NO_ECT_ASSIGNED": ("NOT_YET_ELIGIBLE", {"mentorships": []}),
    "ASSIGNMENT_NOT_STARTED": (
        "NOT_YET_ELIGIBLE",
        {"mentorships": [mentoring("2026-01-16")]},
    ),
    "NOT_AT_A_SCHOOL": ("NOT_ELIGIBLE", {"at_schools": [at_school("2024-09-01", "2026-01-14")]}),
    "SCHOOL_NOT_ELIGIBLE": (
        "NOT_ELIGIBLE",
        {"at_schools": [at_school(at=school(gias_status="closed", district="E09000001"))]},
    ),
    "NO_PROVIDER_LED_ECT": (
        "NOT_ELIGIBLE",
        {"mentorships": [mentoring(training=[training(led_by="school")])]},
    ),
}
# Up to 2024: the checks of the earlier service come first, and two of them after the training.
AFTER_THE_CHECKS = list(BARS.items())
ECF1_BARS = {
    "ACTIVE_FLAGS": ("NEEDS_REVIEW", {"active_flags": True}),
    "PREVIOUS_PARTICIPATION": ("NOT_ELIGIBLE", {"previous_participation": True}),
    **dict(AFTER_THE_CHECKS[1:4]),
    "DIFFERENT_TRN": ("NEEDS_REVIEW", {"different_trn": True}),
    "DUPLICATE_RECORD": ("NOT_ELIGIBLE", {"duplicity": "secondary"}),
    **dict(AFTER_THE_CHECKS[4:]),
}
CHECKS = {"active_flags", "previous_participation", "different_trn", "duplicity"}
ACTIONS = {
    "ACTIVE_FLAGS": ["REVIEW_FLAGS"],
    "TRAINING_STARTED_NOT_COMPLETED": ["ASK_TO_TRAIN_AGAIN"],
    "DIFFERENT_TRN": ["CONFIRM_TRN"],
    "DUPLICATE_RECORD": ["MERGE_RECORDS"],
    "NO_ECT_ASSIGNED": ["ASSIGN_TO_ECT"],
    "NOT_AT_A_SCHOOL": ["REGISTER_AS_MENTOR"],
    "SCHOOL_NOT_ELIGIBLE": ["CHECK_SCHOOL"],
    "NO_PROVIDER_LED_ECT": ["CHOOSE_PROVIDER"],
}
PUBLISHED = "published_eligible_for_funding"
REGIMES = {2024: ECF1_BARS, 2025: BARS}
ALONE = {f"{reason}, {year}": (year, reason) for year, bars in REGIMES.items() for reason in bars}
TOGETHER = {
    f"{first} before {second}, {year}": (year, first, second)
    for year, bars in REGIMES.items()
    for first, second in combinations(bars, 2)
    if not bars[first][1].keys() & bars[second][1].keys()
}


def barred(year, *reasons):
    """A mentor at a school in England with all of these bars, and what is answered of them."""
    bars = REGIMES[year]
    given = {name: value for reason in reasons for name, value in bars[reason][1].items()}
    checks = {name: given.pop(name) for name in CHECKS & given.keys()}
    given = {"at_schools": [IN_ENGLAND]} | given
    expected = Answer(
        bars[reasons[0]][0],
        list(reasons),
        actions=[action for reason in reasons for action in ACTIONS.get(reason, [])],
        details={PUBLISHED: False} if "lost" in given else {},
    )
    return mentor(ecf=ecf_checks("mentor", **checks), **given), expected


@pytest.mark.parametrize(("year", "reason"), ALONE.values(), ids=ALONE)
def test_each_bar_alone(year, reason):
    given, expected = barred(year, reason)
    assert answered("mentor_funding", given, TODAY, year) == expected


@pytest.mark.parametrize(("year", "first", "second"), TOGETHER.values(), ids=TOGETHER)
def test_two_bars_together_are_both_listed_and_the_first_names_the_status(year, first, second):
    given, expected = barred(year, first, second)
    assert answered("mentor_funding", given, TODAY, year) == expected


def mentored_in_2023():
    return mentoring("2023-09-01", training=[training("2023-09-01")])


DECISIONS = {
    "a mentor whom nothing bars": (mentor(), TODAY, ELIGIBLE),
    # The heart of it: an ECT must have been assigned.
    "never assigned to an ECT": (
        mentor(mentorships=[]),
        TODAY,
        Answer("NOT_YET_ELIGIBLE", ["NO_ECT_ASSIGNED"], actions=["ASSIGN_TO_ECT"]),
    ),
    "the day before mentoring starts": (
        mentor(mentorships=[mentoring("2025-09-01")]),
        "2025-08-31",
        Answer("NOT_YET_ELIGIBLE", ["ASSIGNMENT_NOT_STARTED"]),
    ),
    "the day on which mentoring starts": (
        mentor(mentorships=[mentoring("2025-09-01")]),
        "2025-09-01",
        ELIGIBLE,
    ),
    "the last day of mentoring": (
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-14")]),
        "2026-01-14",
        ELIGIBLE,
    ),
    "the day after mentoring ended: losing the ECT takes nothing away": (
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-14")]),
        "2026-01-15",
        ELIGIBLE,
    ),
    "long after mentoring ended": (
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-14")]),
        "2099-01-01",
        ELIGIBLE,
    ),
    # Who is asked about.
    "nothing is recorded under the TRN": (
        nobodys_mentor(known=False),
        TODAY,
        Answer("NOT_KNOWN", ["TRN_NOT_KNOWN"]),
    ),
    "nothing is recorded about the person, but periods are": (
        mentor(known=False),
        TODAY,
        Answer("NOT_KNOWN", ["TRN_NOT_KNOWN"]),
    ),
    "a teacher who is no mentor": (
        nobodys_mentor(),
        TODAY,
        Answer("NOT_REGISTERED", ["NOT_A_MENTOR"], actions=["REGISTER_AS_MENTOR"]),
    ),
    "a prohibited teacher who is no mentor": (
        nobodys_mentor(prohibited=True),
        TODAY,
        Answer(
            "NOT_REGISTERED",
            ["NOT_A_MENTOR", "PROHIBITED_FROM_TEACHING"],
            actions=["REGISTER_AS_MENTOR"],
        ),
    ),
    # Several reasons.
    "trained before and never assigned: assigning would not help, so it comes second": (
        mentor(lost=COMPLETED, mentorships=[]),
        TODAY,
        Answer(
            "NOT_ELIGIBLE",
            ["TRAINING_COMPLETED", "NO_ECT_ASSIGNED"],
            actions=["ASSIGN_TO_ECT"],
            details={PUBLISHED: False},
        ),
    ),
    "assigned later, and to a school-led ECT": (
        mentor(mentorships=[mentoring("2026-01-16", training=[training(led_by="school")])]),
        TODAY,
        Answer(
            "NOT_YET_ELIGIBLE",
            ["ASSIGNMENT_NOT_STARTED", "NO_PROVIDER_LED_ECT"],
            actions=["CHOOSE_PROVIDER"],
        ),
    ),
    "four reasons": (
        mentor(
            prohibited=True,
            lost=EARLY_ROLL_OUT,
            at_schools=[at_school(at=school("Miscellaneous"))],
            mentorships=[],
        ),
        TODAY,
        Answer(
            "NOT_ELIGIBLE",
            [
                "PROHIBITED_FROM_TEACHING",
                "TRAINED_IN_EARLY_ROLL_OUT",
                "NO_ECT_ASSIGNED",
                "SCHOOL_NOT_ELIGIBLE",
            ],
            actions=["ASSIGN_TO_ECT", "CHECK_SCHOOL"],
            details={PUBLISHED: False},
        ),
    ),
    # Started and not completed bars from 31 July 2024.
    "started and not completed, on 30 July 2024": (
        mentor(lost=NOT_COMPLETED, mentorships=[mentoring("2022-09-01")]),
        "2024-07-30",
        Answer("ELIGIBLE", ["ELIGIBLE"], details={PUBLISHED: False}),
    ),
    "started and not completed, on 31 July 2024": (
        mentor(lost=NOT_COMPLETED, mentorships=[mentoring("2022-09-01")]),
        "2024-07-31",
        Answer(
            "NOT_ELIGIBLE",
            ["TRAINING_STARTED_NOT_COMPLETED"],
            actions=["ASK_TO_TRAIN_AGAIN"],
            details={PUBLISHED: False},
        ),
    ),
    # What RECT publishes answers another question.
    "completed, and was fundable before": (
        mentor(
            first_eligible="2025-09-01T09:00+01:00",
            training=[training()],
            declarations=[declaration("2026-01-10T09:00+00:00", "completed")],
        ),
        TODAY,
        Answer("NOT_ELIGIBLE", ["TRAINING_COMPLETED"], details={PUBLISHED: True}),
    ),
    "the completed declaration was voided": (
        mentor(
            first_eligible="2025-09-01T09:00+01:00",
            lost=COMPLETED,
            training=[training()],
            declarations=[declaration("2026-01-10T09:00+00:00", "completed", payment="voided")],
        ),
        TODAY,
        Answer("ELIGIBLE", ["ELIGIBLE"], details={PUBLISHED: True}),
    ),
    # The rules of the earlier service, for contract periods up to 2024.
    "trained for 2023, and nothing bars": (
        mentor(
            at_schools=[IN_ENGLAND],
            mentorships=[mentored_in_2023()],
            training=[training("2023-09-01")],
            ecf=ecf_checks("mentor"),
        ),
        TODAY,
        ELIGIBLE,
    ),
    "trained for 2023, and the checks are not told": (
        mentor(
            at_schools=[IN_ENGLAND],
            mentorships=[mentored_in_2023()],
            training=[training("2023-09-01")],
        ),
        TODAY,
        Answer("CANNOT_TELL", ["CANNOT_TELL"], actions=TELL),
    ),
    "trained for 2023, the checks are not told, and prohibited": (
        mentor(
            prohibited=True,
            at_schools=[IN_ENGLAND],
            mentorships=[mentored_in_2023()],
            training=[training("2023-09-01")],
        ),
        TODAY,
        Answer("NEEDS_REVIEW", ["ACTIVE_FLAGS"], actions=["REVIEW_FLAGS", *TELL]),
    ),
    "trained for 2023, the checks are not told, and the early roll-out is stored": (
        mentor(
            lost=EARLY_ROLL_OUT,
            at_schools=[IN_ENGLAND],
            mentorships=[mentored_in_2023()],
            training=[training("2023-09-01")],
        ),
        TODAY,
        Answer(
            "NOT_ELIGIBLE",
            ["TRAINED_IN_EARLY_ROLL_OUT"],
            actions=TELL,
            details={PUBLISHED: False},
        ),
    ),
    "trained for 2023, flagged, and validated by hand as eligible": (
        mentor(
            at_schools=[IN_ENGLAND],
            mentorships=[mentored_in_2023()],
            training=[training("2023-09-01")],
            ecf=ecf_checks(
                "mentor", validated=("eligible", "none"), active_flags=True, different_trn=True
            ),
        ),
        TODAY,
        ELIGIBLE,
    ),
    "trained for 2023, and refused by hand because of flags": (
        mentor(
            at_schools=[IN_ENGLAND],
            mentorships=[mentored_in_2023()],
            training=[training("2023-09-01")],
            ecf=ecf_checks("mentor", validated=("ineligible", "active_flags")),
        ),
        TODAY,
        Answer("NOT_ELIGIBLE", ["NOT_ALLOWED"]),
    ),
    "trained for 2023, flagged, and completed: the flags come first": (
        mentor(
            lost=COMPLETED,
            at_schools=[IN_ENGLAND],
            mentorships=[mentored_in_2023()],
            training=[training("2023-09-01")],
            ecf=ecf_checks("mentor", active_flags=True),
        ),
        TODAY,
        Answer(
            "NEEDS_REVIEW",
            ["ACTIVE_FLAGS", "TRAINING_COMPLETED"],
            actions=["REVIEW_FLAGS"],
            details={PUBLISHED: False},
        ),
    ),
    "trained for 2022, which no longer pays": (
        mentor(
            at_schools=[IN_ENGLAND],
            mentorships=[mentored_in_2023()],
            training=[training("2022-09-01")],
            ecf=ecf_checks("mentor"),
            training_year=ContractPeriod(
                2022, payments_frozen_at=instant("2025-06-16T09:00+01:00")
            ),
        ),
        TODAY,
        Answer("ELIGIBLE", ["ELIGIBLE"], warnings=["PAYMENTS_FROZEN"]),
    ),
    # Not told is not a yes.
    "whether prohibited is not told": (
        mentor(prohibited=None),
        TODAY,
        Answer("CANNOT_TELL", ["CANNOT_TELL"], actions=TELL),
    ),
    "nothing is told of the school": (
        mentor(at_schools=[at_school(at=school(None, None, section_41=None))]),
        TODAY,
        Answer("CANNOT_TELL", ["CANNOT_TELL"], actions=TELL),
    ),
    "no training of the ECT is told": (
        mentor(mentorships=[mentoring(training=[])]),
        TODAY,
        Answer("CANNOT_TELL", ["CANNOT_TELL"], actions=TELL),
    ),
    "never assigned, and whether prohibited is not told": (
        mentor(prohibited=None, mentorships=[]),
        TODAY,
        Answer("NOT_YET_ELIGIBLE", ["NO_ECT_ASSIGNED"], actions=["ASSIGN_TO_ECT", *TELL]),
    ),
    "no teacher record of the ECT: nothing bars, and nothing warns": (
        mentor(mentorships=[mentoring(ect_known=False)]),
        TODAY,
        ELIGIBLE,
    ),
    # Warnings leave the answer alone.
    "every ECT has passed": (
        mentor(mentorships=[mentoring(induction="Passed")]),
        TODAY,
        Answer("ELIGIBLE", ["ELIGIBLE"], warnings=["ASSIGNED_ECT_CONCLUDED"]),
    ),
    "every ECT has passed, and the mentor is prohibited": (
        mentor(prohibited=True, mentorships=[mentoring(induction="Passed")]),
        TODAY,
        Answer("NOT_ELIGIBLE", ["PROHIBITED_FROM_TEACHING"], warnings=["ASSIGNED_ECT_CONCLUDED"]),
    ),
}


@pytest.mark.parametrize(("given", "on", "expected"), DECISIONS.values(), ids=DECISIONS)
def test_decisions(given, on, expected):
    assert answered("mentor_funding", given, on) == expected


IN_DOUBT = {
    "whether prohibited": (2025, {"prohibited": None}, {}),
    "the school": (2025, {"at_schools": [at_school(at=school(None, None, section_41=None))]}, {}),
    "the ECT's training": (2025, {"mentorships": [mentoring(training=[])]}, {}),
    "the flags": (2024, {}, {"active_flags": None}),
    "the early roll-out": (2024, {}, {"previous_participation": None}),
    "whether it is the same TRN": (2024, {}, {"different_trn": None}),
    "whether there is another profile": (2024, {}, {"duplicity": None}),
}


@pytest.mark.parametrize(("year", "given", "checks"), IN_DOUBT.values(), ids=IN_DOUBT)
def test_what_is_not_told_never_becomes_a_yes(year, given, checks):
    facts = mentor(**{"at_schools": [IN_ENGLAND]} | given, ecf=ecf_checks("mentor", **checks))
    assert ask("mentor_funding", facts, TODAY, year).status == "CANNOT_TELL"


# From when what somebody is asked to do could change the answer.
EARLIEST = {
    "at the school": ([at_school("2024-09-01")], TODAY, TODAY),
    "the day before the mentor starts": ([at_school("2026-01-16")], TODAY, "2026-01-16"),
    "the day on which the mentor starts": ([at_school("2026-01-16")], "2026-01-16", "2026-01-16"),
    "the day after": ([at_school("2026-01-16")], "2026-01-17", "2026-01-17"),
    "has left one school and starts at another": (
        [at_school("2024-09-01", "2026-01-14"), at_school("2026-02-01")],
        TODAY,
        "2026-02-01",
    ),
    "has left": ([at_school("2024-09-01", "2026-01-14")], TODAY, TODAY),
}


@pytest.mark.parametrize(("at_schools", "on", "expected"), EARLIEST.values(), ids=EARLIEST)
@pytest.mark.parametrize("check", ["mentor_funding", "mentor_training"])
def test_no_ect_is_assigned_before_the_mentor_starts_at_the_school(check, at_schools, on, expected):
    facts = mentor(at_schools=at_schools, mentorships=[])
    (action,) = (a for a in ask(check, facts, on).next_actions if a.code == "ASSIGN_TO_ECT")
    found = catalogue.load().earliest(check, action, facts, day(on))
    assert found == day(expected)


# What becomes of the answer if nothing changes: since when, until when, and a yes from when.
OUTLOOKS = {
    "assigned from a later day": (
        [mentoring("2025-09-01")],
        "2025-06-01",
        (None, "2025-08-31", "2025-09-01"),
    ),
    "mentoring": ([mentoring("2025-09-01")], "2026-01-15", ("2025-09-01", None, None)),
    "mentoring no more": (
        [mentoring("2025-09-01", "2025-12-31")],
        "2026-01-15",
        ("2025-09-01", None, None),
    ),
    # Before that day the rules of the earlier service apply, and its checks are not told.
    "never assigned": ([], "2026-01-15", ("2025-06-01", None, None)),
}


@pytest.mark.parametrize(("mentorships", "on", "expected"), OUTLOOKS.values(), ids=OUTLOOKS)
def test_outlook(mentorships, on, expected):
    facts = mentor(mentorships=mentorships)
    days = sorted(boundaries([*facts.mentorships, *facts.at_schools]))
    now = ask("mentor_funding", facts, on)
    seen = outlook(
        catalogue.load(), "mentor_funding", lambda _: facts, days, date.fromisoformat(on), now
    )
    assert seen == Outlook(*map(day, expected))


ORDER = [
    "FUND-0a",
    "FUND-0",
    "FUND-1",
    "FUND-E1",
    "FUND-E2",
    "FUND-2a",
    "FUND-2b",
    "FUND-2c",
    "FUND-E5",
    "FUND-3",
    "FUND-4",
    "FUND-5",
    "FUND-6",
    "FUND-7",
    "FUND-8",
    "FUND-9",
    "AMB-8",
    "FUND-10",
    "AMB-1",
]


def test_these_rules_come_in_this_order():
    rules = catalogue.load().checks["mentor_funding"].rules
    assert [rule.id for rule in rules if rule.id in ORDER] == ORDER


def test_every_status_is_given_by_some_decision():
    given = {expected.status for _, _, expected in DECISIONS.values()}
    assert given == set(catalogue.load().checks["mentor_funding"].check.statuses)
