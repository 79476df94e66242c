"""The situations of a mentorship that somebody proposes."""

from __future__ import annotations

from datetime import date

from ect_rules.dated import ONE_DAY
from ect_rules.facts import (
    AssignmentFacts,
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
)
from ect_rules.space.people import (
    BEFORE,
    ECT,
    LAST,
    LATER,
    LONG_AGO,
    MENTOR,
    ON,
    SCHOOL,
    SINCE,
)
from ect_rules.space.space import Dimensions, Point, Space
from ect_rules.world import World

ELSEWHERE = "100003"
WITHIN = ("within it", "first day before it", "last day after it")
DIMENSIONS: Dimensions = {
    "the ECT": ("registered", "not registered"),
    "the mentor": ("registered", "not registered"),
    "the same person": ("no", "yes"),
    "at the same school": ("yes", "no"),
    "days": ("open", "with a last day", "last day before the first"),
    "days against the ECT's at the school": WITHIN,
    "days against the mentor's at the school": WITHIN,
    "last day of the mentor at the school": ("none", "some"),
    "another mentor of the ECT": ("none", "ends before", "starts after", "on one of these days"),
}


def possible(point: Point) -> bool:
    """What cannot go together is left out, and what does not matter has its first value."""
    mentor = "days against the mentor's at the school"
    return (
        (point["the ECT"] == point["the mentor"] == "registered" or _plain(point))
        and (point["last day of the mentor at the school"] == "some" or point[mentor] != WITHIN[2])
        and (
            point["last day of the mentor at the school"] == "none"
            or point["days"] != "open"
            or point[mentor] != WITHIN[0]
        )
        and (point["days"] != "open" or point["another mentor of the ECT"] != "starts after")
    )


def _plain(point: Point) -> bool:
    return all(point[name] == values[0] for name, values in list(DIMENSIONS.items())[2:])


def _proposed(point: Point) -> MentorshipPeriod:
    lasts = {"open": None, "with a last day": LATER, "last day before the first": SINCE - ONE_DAY}
    return MentorshipPeriod("proposed", "ECT", "mentor", SINCE, lasts[point["days"]])


def records(point: Point) -> list[Record]:
    """The two at the school, and the ECT's other mentorship."""
    found: list[Record] = []
    last = _proposed(point).finished_on
    if point["the ECT"] == "registered":
        days = _around(point["days against the ECT's at the school"], last, None)
        found.append(EctAtSchoolPeriod("ECT", ECT, SCHOOL, *days))
    if point["the mentor"] == "registered":
        trn = ECT if point["the same person"] == "yes" else MENTOR
        urn = SCHOOL if point["at the same school"] == "yes" else ELSEWHERE
        leaves = LAST if point["last day of the mentor at the school"] == "some" else None
        days = _around(point["days against the mentor's at the school"], last, leaves)
        found.append(MentorAtSchoolPeriod("mentor", trn, urn, *days))
    other = {
        "ends before": (LONG_AGO, BEFORE),
        "starts after": (LAST, None),
        "on one of these days": (LONG_AGO, None),
    }
    if point["another mentor of the ECT"] in other:
        days = other[point["another mentor of the ECT"]]
        found.append(MentorshipPeriod("another", "ECT", "another mentor", *days))
    return found


def _around(how: str, last: date | None, leaves: date | None) -> tuple[date, date | None]:
    if how == WITHIN[1]:
        return SINCE + ONE_DAY, leaves
    return LONG_AGO, leaves if how == WITHIN[0] else (last or LAST) - ONE_DAY


def view(world: World, point: Point) -> AssignmentFacts:
    """The mentorship with what it must agree with."""
    return world.assignment(_proposed(point))


SPACES = (
    Space(
        "mentor_assignable",
        None,
        DIMENSIONS,
        possible,
        records,
        view,
        lambda _: ON,
        {
            "both are registered": lambda p: p["the ECT"] == p["the mentor"] == "registered",
            "two people": lambda p: p["the same person"] == "no",
            "one school": lambda p: p["at the same school"] == "yes",
            "days that follow each other": lambda p: p["days"] != "last day before the first",
            "both are at the school on all of the days": lambda p: (
                p["days against the ECT's at the school"]
                == p["days against the mentor's at the school"]
                == WITHIN[0]
            ),
            "no other mentor on any of the days": lambda p: (
                p["another mentor of the ECT"] != "on one of these days"
            ),
        },
    ),
)
