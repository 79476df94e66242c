"""May this mentor be assigned to this ECT for these days? Whole answers: all refusals together."""

import pytest

from ect_rules import catalogue
from tests.builders import (
    ANOTHER_SCHOOL,
    THE_ECT,
    assignment,
    ect_period,
    mentor_period,
    mentorship,
)
from tests.rules.table import Answer, answered

ASSIGNABLE = Answer("ASSIGNABLE", ["ASSIGNABLE"])


NOT_OFFERED = ["MENTOR_NOT_OFFERED"]
ANOTHER, OTHER_DAYS = "CHOOSE_ANOTHER_MENTOR", "CHANGE_DAYS"


def refused(*reasons, actions, warnings=()):
    return Answer("NOT_ASSIGNABLE", list(reasons), warnings=list(warnings), actions=list(actions))


DECISIONS = {
    "both are at the school on all of the days": (assignment("2025-09-01"), ASSIGNABLE),
    "with a mentor who is to leave after it": (
        assignment("2025-09-01", "2026-07-31", mentor=mentor_period(finished="2026-07-31")),
        Answer("ASSIGNABLE", ["ASSIGNABLE"], warnings=NOT_OFFERED),
    ),
    "somebody who is no ECT": (
        assignment(registered=False),
        refused("NOT_REGISTERED_AS_ECT", actions=["REGISTER_ECT"]),
    ),
    "somebody who is no mentor": (
        assignment(a_mentor=False),
        refused("NOT_A_MENTOR", actions=["REGISTER_NEW_MENTOR"]),
    ),
    "neither of the two": (
        assignment(registered=False, a_mentor=False),
        refused(
            "NOT_REGISTERED_AS_ECT",
            "NOT_A_MENTOR",
            actions=["REGISTER_ECT", "REGISTER_NEW_MENTOR"],
        ),
    ),
    "for one day": (assignment("2025-09-01", "2025-09-01"), ASSIGNABLE),
    "after another mentor": (
        assignment("2026-01-01", others=[mentorship("2025-09-01", "2025-12-31")]),
        ASSIGNABLE,
    ),
    "the ECT is proposed as their own mentor": (
        assignment(mentor=mentor_period(trn=THE_ECT)),
        refused("SELF_MENTORING", actions=[ANOTHER], warnings=NOT_OFFERED),
    ),
    "the mentor is at another school": (
        assignment(mentor=mentor_period(urn=ANOTHER_SCHOOL)),
        refused("DIFFERENT_SCHOOL", actions=[ANOTHER], warnings=NOT_OFFERED),
    ),
    "the ECT starts later": (
        assignment("2025-08-31", ect=ect_period("2025-09-01")),
        refused("OUTSIDE_ECT_PERIOD", actions=[OTHER_DAYS]),
    ),
    "the mentor leaves earlier": (
        assignment("2025-09-01", mentor=mentor_period(finished="2026-07-31")),
        refused("OUTSIDE_MENTOR_PERIOD", actions=[OTHER_DAYS], warnings=NOT_OFFERED),
    ),
    "another mentor is there": (
        assignment("2026-01-01", others=[mentorship("2025-09-01", "2026-01-01")]),
        refused("OVERLAPS_OTHER_MENTORSHIP", actions=[OTHER_DAYS]),
    ),
    "ends before it starts": (
        assignment("2025-09-02", "2025-09-01"),
        refused("ENDS_BEFORE_START", actions=[OTHER_DAYS]),
    ),
    "themselves, at another school": (
        assignment(mentor=mentor_period(trn=THE_ECT, urn=ANOTHER_SCHOOL)),
        refused("SELF_MENTORING", "DIFFERENT_SCHOOL", actions=[ANOTHER], warnings=NOT_OFFERED),
    ),
    "neither is there yet": (
        assignment("2024-08-31"),
        refused("OUTSIDE_ECT_PERIOD", "OUTSIDE_MENTOR_PERIOD", actions=[OTHER_DAYS]),
    ),
    "everything at once": (
        assignment(
            "2024-08-31",
            "2024-08-30",
            mentor=mentor_period(trn=THE_ECT, urn=ANOTHER_SCHOOL),
            others=[mentorship("2024-08-01")],
        ),
        refused(
            "SELF_MENTORING",
            "DIFFERENT_SCHOOL",
            "OUTSIDE_ECT_PERIOD",
            "OUTSIDE_MENTOR_PERIOD",
            "OVERLAPS_OTHER_MENTORSHIP",
            "ENDS_BEFORE_START",
            actions=[ANOTHER, OTHER_DAYS],
            warnings=NOT_OFFERED,
        ),
    ),
}


@pytest.mark.parametrize(("given", "expected"), DECISIONS.values(), ids=DECISIONS)
def test_decisions(given, expected):
    assert answered("mentor_assignable", given, "2026-01-15") == expected


@pytest.mark.parametrize("on", ["1990-01-01", "2025-09-01", "2099-12-31"])
def test_the_day_of_asking_changes_nothing(on):
    assert answered("mentor_assignable", assignment("2025-09-01"), on) == ASSIGNABLE


ORDER = [
    "MENT-0a",
    "MENT-0b",
    "MENT-1",
    "MENT-2",
    "MENT-3",
    "MENT-4",
    "MENT-5",
    "MENT-6",
    "MENT-7",
    "MENT-8",
]


def test_these_rules_come_in_this_order():
    rules = catalogue.load().checks["mentor_assignable"].rules
    assert [rule.id for rule in rules if rule.id in ORDER] == ORDER
