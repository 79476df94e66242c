"""Is training for a mentor fundable? Whole answers."""

from datetime import date
from itertools import combinations

import pytest

from ect_rules import catalogue
from ect_rules.dated import boundaries
from ect_rules.timeline import Outlook, outlook
from tests.builders import (
    COMPLETED,
    EARLY_ROLL_OUT,
    NOT_COMPLETED,
    at_school,
    day,
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

# Every bar: the status it leads to, what is given for it, and what can be done. In this order.
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
        {"at_schools": [at_school(at=school(gias_status="closed"))]},
    ),
    "NO_PROVIDER_LED_ECT": (
        "NOT_ELIGIBLE",
        {"mentorships": [mentoring(training=[training(led_by="school")])]},
    ),
}
ACTIONS = {"NO_ECT_ASSIGNED": ["ASSIGN_TO_ECT"]}
TOGETHER = {
    f"{first} before {second}": (first, second)
    for first, second in combinations(BARS, 2)
    if not BARS[first][1].keys() & BARS[second][1].keys()
}


@pytest.mark.parametrize("reason", BARS)
def test_each_bar_alone(reason):
    status, given = BARS[reason]
    expected = Answer(status, [reason], actions=ACTIONS.get(reason, []))
    assert answered("mentor_funding", mentor(**given), TODAY) == expected


@pytest.mark.parametrize(("first", "second"), TOGETHER.values(), ids=TOGETHER)
def test_two_bars_together_are_both_listed_and_the_first_names_the_status(first, second):
    given = mentor(**BARS[first][1], **BARS[second][1])
    expected = Answer(
        BARS[first][0],
        [first, second],
        actions=[*ACTIONS.get(first, []), *ACTIONS.get(second, [])],
    )
    assert answered("mentor_funding", given, TODAY) == expected


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
        Answer("NOT_REGISTERED", ["NOT_A_MENTOR"]),
    ),
    "a prohibited teacher who is no mentor": (
        nobodys_mentor(prohibited=True),
        TODAY,
        Answer("NOT_REGISTERED", ["NOT_A_MENTOR", "PROHIBITED_FROM_TEACHING"]),
    ),
    # Several reasons.
    "trained before and never assigned: assigning would not help, so it comes second": (
        mentor(lost=COMPLETED, mentorships=[]),
        TODAY,
        Answer(
            "NOT_ELIGIBLE", ["TRAINING_COMPLETED", "NO_ECT_ASSIGNED"], actions=["ASSIGN_TO_ECT"]
        ),
    ),
    "assigned later, and to a school-led ECT": (
        mentor(mentorships=[mentoring("2026-01-16", training=[training(led_by="school")])]),
        TODAY,
        Answer("NOT_YET_ELIGIBLE", ["ASSIGNMENT_NOT_STARTED", "NO_PROVIDER_LED_ECT"]),
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
            actions=["ASSIGN_TO_ECT"],
        ),
    ),
    # Started and not completed bars from 31 July 2024.
    "started and not completed, on 30 July 2024": (
        mentor(lost=NOT_COMPLETED, mentorships=[mentoring("2022-09-01")]),
        "2024-07-30",
        ELIGIBLE,
    ),
    "started and not completed, on 31 July 2024": (
        mentor(lost=NOT_COMPLETED, mentorships=[mentoring("2022-09-01")]),
        "2024-07-31",
        Answer("NOT_ELIGIBLE", ["TRAINING_STARTED_NOT_COMPLETED"]),
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
    "whether prohibited": {"prohibited": None},
    "the school": {"at_schools": [at_school(at=school(None, None, section_41=None))]},
    "the ECT's training": {"mentorships": [mentoring(training=[])]},
}


@pytest.mark.parametrize("given", IN_DOUBT.values(), ids=IN_DOUBT)
def test_what_is_not_told_never_becomes_a_yes(given):
    assert ask("mentor_funding", mentor(**given), TODAY).status == "CANNOT_TELL"


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
    "never assigned": ([], "2026-01-15", (None, None, None)),
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
    "FUND-2a",
    "FUND-2b",
    "FUND-2c",
    "FUND-4",
    "FUND-5",
    "FUND-6",
    "FUND-7",
    "FUND-8",
    "FUND-9",
    "AMB-8",
]


def test_these_rules_come_in_this_order():
    rules = catalogue.load().checks["mentor_funding"].rules
    assert [rule.id for rule in rules if rule.id in ORDER] == ORDER


def test_every_status_is_given_by_some_decision():
    given = {expected.status for _, _, expected in DECISIONS.values()}
    assert given == set(catalogue.load().checks["mentor_funding"].check.statuses)
