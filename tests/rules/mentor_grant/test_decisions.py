"""Is a grant due? Whole answers, with the hours of the academic year of the day."""

import pytest

from ect_rules import catalogue, timeline
from tests.builders import COMPLETED, EARLY_ROLL_OUT, at_school, day, mentor, nobodys_mentor, school
from tests.builders import training as trained
from tests.rules.mentor_grant.parts import declared, plain
from tests.rules.table import Answer, answered

DECLARE, TELL = "DECLARE_MILESTONE", "TELL_MISSING_FACTS"
STARTED = ("2025-10-10", "started")
COMPLETE = ("2026-07-10", "completed", {"evidence": "75-percent-engagement-met"})
NEW = {"started": "2025-09-01"}
ELEMENTS = (("start element", 4), ("completion element", 16))
TERMS = (("autumn term", 6), ("spring term", 6), ("summer term", 6))


def answer(status, reasons, year, *, actions=(), hours=None, parts=(), due=()):
    own = {"academic_year": year} if year else {}
    if hours is not None:
        found = tuple((*part, is_due) for part, is_due in zip(parts, due, strict=True))
        own |= {"hours": hours, "parts": found}
    return Answer(status, list(reasons), actions=list(actions), details=own)


DECISIONS = {
    # New mentors in 2025-26.
    "new, and nothing is declared": (
        declared(**NEW),
        "2026-01-15",
        answer(
            "NOT_YET_DUE",
            ["GRANT_NOT_YET_DUE"],
            "2025-26",
            actions=[DECLARE],
            hours=0.0,
            parts=ELEMENTS,
            due=(False, False),
        ),
    ),
    "new, and started": (
        declared(STARTED, **NEW),
        "2026-01-15",
        answer(
            "DUE",
            ["GRANT_DUE"],
            "2025-26",
            actions=[DECLARE],
            hours=4.0,
            parts=ELEMENTS,
            due=(True, False),
        ),
    ),
    "new, started and completed": (
        declared(STARTED, COMPLETE, **NEW),
        "2026-08-31",
        answer("DUE", ["GRANT_DUE"], "2025-26", hours=20.0, parts=ELEMENTS, due=(True, True)),
    ),
    "new, completed, and the evidence is not told": (
        declared(("2026-07-10", "completed"), **NEW),
        "2026-08-31",
        answer(
            "CANNOT_TELL",
            ["CANNOT_TELL"],
            "2025-26",
            actions=[DECLARE, TELL],
            hours=0.0,
            parts=ELEMENTS,
            due=(False, None),
        ),
    ),
    "new, and without training so far": (
        mentor(),
        "2026-01-15",
        answer("NOT_YET_DUE", ["TRAINING_NOT_STARTED"], "2025-26", actions=["START_TRAINING"]),
    ),
    # By term.
    "two terms of 2023-24": (
        declared(("2023-10-10", "started"), ("2024-02-10", "retained-1"), started="2023-09-01"),
        "2024-08-01",
        answer(
            "DUE",
            ["GRANT_DUE"],
            "2023-24",
            actions=[DECLARE],
            hours=12.0,
            parts=TERMS,
            due=(True, True, False),
        ),
    ),
    "a third year": (
        declared(started="2022-09-01"),
        "2025-08-01",
        answer(
            "NOT_DUE",
            ["GRANT_NOT_DUE"],
            "2024-25",
            hours=0.0,
            parts=(("terms", 18),),
            due=(False,),
        ),
    ),
    "a second year in 2025-26": (
        declared(("2025-10-10", "retained-3"), started="2024-09-01"),
        "2026-08-01",
        answer(
            "DUE",
            ["GRANT_DUE"],
            "2025-26",
            actions=[DECLARE],
            hours=6.0,
            parts=TERMS,
            due=(True, False, False),
        ),
    ),
    # In two parts.
    "the first part": (
        declared(("2021-10-10", "started"), started="2021-09-01"),
        "2022-06-01",
        answer("DUE", ["GRANT_DUE"], "2021-22", hours=18.0, parts=(("part 1", 18),), due=(True,)),
    ),
    # What stands against it whatever the parts are.
    "trained in the early roll-out, at a closed school, led by the school": (
        mentor(
            lost=EARLY_ROLL_OUT,
            at_schools=[at_school(at=school(gias_status="closed"))],
            training=[trained(led_by="school")],
        ),
        "2026-01-15",
        answer(
            "NOT_DUE",
            ["TRAINED_IN_EARLY_ROLL_OUT", "SCHOOL_NOT_ELIGIBLE", "NO_PROVIDER_LED_TRAINING"],
            "2025-26",
            actions=["CHECK_SCHOOL"],
        ),
    ),
    "completed in an earlier academic year": (
        mentor(
            lost=COMPLETED, lost_on="2025-07-10", training=[trained("2023-09-01", "2025-07-10")]
        ),
        "2026-01-15",
        answer("NOT_DUE", ["TRAINED_BEFORE", "NO_TRAINING_IN_ACADEMIC_YEAR"], "2025-26"),
    ),
    "nothing is told of the school": (
        mentor(
            at_schools=[at_school(at=school(None, None, section_41=None))],
            training=[trained()],
        ),
        "2026-01-15",
        answer("CANNOT_TELL", ["CANNOT_TELL"], "2025-26", actions=[TELL]),
    ),
    # Academic years without conditions.
    "before the national roll-out": (
        mentor(),
        "2021-08-31",
        answer("NOT_DUE", ["BEFORE_NATIONAL_ROLL_OUT"], None),
    ),
    "an academic year whose conditions were not found": (
        declared(STARTED, **NEW),
        "2026-09-01",
        answer(
            "NOT_SETTLED",
            ["GRANT_CONDITIONS_NOT_FOUND"],
            "2026-27",
            actions=["LOOK_UP_CONDITIONS"],
        ),
    ),
    # Who is asked about.
    "a teacher who is no mentor": (
        nobodys_mentor(),
        "2026-01-15",
        answer("NOT_REGISTERED", ["NOT_A_MENTOR"], None, actions=["REGISTER_AS_MENTOR"]),
    ),
    "nothing is recorded under the TRN": (
        nobodys_mentor(known=False),
        "2026-01-15",
        answer("NOT_KNOWN", ["TRN_NOT_KNOWN"], None),
    ),
}


def told(given, on):
    """The answer, with of each part its name, its hours and whether it is due."""
    found = answered("mentor_grant", given, on)
    if "parts" in found.details:
        found.details["hours"], found.details["parts"] = plain(found.details)
    return found


@pytest.mark.parametrize(("given", "on", "expected"), DECISIONS.values(), ids=DECISIONS)
def test_decisions(given, on, expected):
    assert told(given, on) == expected


def test_every_status_is_given_by_some_decision():
    given = {expected.status for _, _, expected in DECISIONS.values()}
    assert given == set(catalogue.load().checks["mentor_grant"].check.statuses)


EARLIEST = {
    "two parts, before the data cut": ("2021-09-01", "2022-01-15", "2022-06-01"),
    "two parts, after it": ("2021-09-01", "2022-07-15", "2022-07-15"),
    "by term, before August": ("2023-09-01", "2024-01-15", "2024-08-01"),
    "a second year, before August": ("2024-09-01", "2026-01-15", "2026-08-01"),
    "a new mentor": ("2025-09-01", "2026-01-15", "2026-01-15"),
}


@pytest.mark.parametrize(("started", "on", "expected"), EARLIEST.values(), ids=EARLIEST)
def test_the_first_day_on_which_a_declaration_could_change_the_answer(started, on, expected):
    facts, rules = declared(started=started), catalogue.load()
    (action,) = rules.decide("mentor_grant", facts, day(on)).next_actions

    assert rules.earliest("mentor_grant", action, facts, day(on)) == day(expected)


def test_the_days_on_which_the_answer_changes_are_named():
    facts, rules = declared(("2023-10-10", "started"), started="2023-09-01"), catalogue.load()
    days = [day("2023-09-01"), day("2023-10-10")]
    named = timeline.change_days(rules, "mentor_grant", lambda _: facts, days, days[0])
    every = (
        day(f"{year}-{month:02}-{d:02}")
        for year in range(2020, 2030)
        for month in range(1, 13)
        for d in range(1, 29)
    )
    before = None
    for on in every:
        decision = rules.decide("mentor_grant", facts, on)
        assert before is None or on in named or decision.answers_as(before)
        before = decision
