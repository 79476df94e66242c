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


def refused(*reasons):
    return Answer("NOT_ASSIGNABLE", list(reasons))


DECISIONS = {
    "both are at the school on all of the days": (assignment("2025-09-01"), ASSIGNABLE),
    "for one day": (assignment("2025-09-01", "2025-09-01"), ASSIGNABLE),
    "after another mentor": (
        assignment("2026-01-01", others=[mentorship("2025-09-01", "2025-12-31")]),
        ASSIGNABLE,
    ),
    "the ECT is proposed as their own mentor": (
        assignment(mentor=mentor_period(trn=THE_ECT)),
        refused("SELF_MENTORING"),
    ),
    "the mentor is at another school": (
        assignment(mentor=mentor_period(urn=ANOTHER_SCHOOL)),
        refused("DIFFERENT_SCHOOL"),
    ),
    "the ECT starts later": (
        assignment("2025-08-31", ect=ect_period("2025-09-01")),
        refused("OUTSIDE_ECT_PERIOD"),
    ),
    "the mentor leaves earlier": (
        assignment("2025-09-01", mentor=mentor_period(finished="2026-07-31")),
        refused("OUTSIDE_MENTOR_PERIOD"),
    ),
    "another mentor is there": (
        assignment("2026-01-01", others=[mentorship("2025-09-01", "2026-01-01")]),
        refused("OVERLAPS_OTHER_MENTORSHIP"),
    ),
    "ends before it starts": (
        assignment("2025-09-02", "2025-09-01"),
        refused("ENDS_BEFORE_START"),
    ),
    "themselves, at another school": (
        assignment(mentor=mentor_period(trn=THE_ECT, urn=ANOTHER_SCHOOL)),
        refused("SELF_MENTORING", "DIFFERENT_SCHOOL"),
    ),
    "neither is there yet": (
        assignment("2024-08-31"),
        refused("OUTSIDE_ECT_PERIOD", "OUTSIDE_MENTOR_PERIOD"),
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
    "MENT-1",
    "MENT-2",
    "MENT-3",
    "MENT-4",
    "MENT-5",
    "MENT-6",
    "MENT-7",
]


def test_these_rules_come_in_this_order():
    rules = catalogue.load().checks["mentor_assignable"].rules
    assert [rule.id for rule in rules if rule.id in ORDER] == ORDER
