"""The situations of a grant for a mentor's time in training: some academic years have their own rules."""

from __future__ import annotations

from datetime import date, timedelta

from ect_rules.facts import (
    EvidenceType,
    MentorLostFundingReason,
)
from ect_rules.space.space import NOT_TOLD, Dimensions, Point

TWENTY_DAYS = timedelta(days=20)
PERSON: Dimensions = {
    "teacher": ("held", "not held"),
    "registered as a mentor": ("yes", "no"),
    "the school": ("eligible", "not eligible", NOT_TOLD, "none in the academic year"),
    "loss of funding": (
        "none",
        "in the academic year",
        "before the academic year",
        "in the early roll-out",
        "on a day that is not told",
    ),
}
OF_NO_YEAR = ("not in the academic year", "school-led", "none")
DECLARED = ("none", "counts", "voided")
TWO_PARTS: Dimensions = {
    "asked": ("from 1 June", "before 1 June"),
    "training": (
        "in its first year",
        "in its second year",
        "begun after 31 May",
        "withdrawn by 1 June, in its first year",
        *OF_NO_YEAR,
    ),
    "started declaration": DECLARED,
    "declaration 4 or 5": DECLARED,
}
TERMS = ("autumn term", "spring term", "summer term")
TERM = ("in training, with a declaration", "in training", "not in training")
ASKED = {
    "from 1 August": date(2025, 8, 10),
    "in the summer term": date(2025, 5, 1),
    "in the spring term": date(2025, 2, 1),
    "in the autumn term": date(2024, 11, 1),
}
BY_TERM: Dimensions = {
    "asked": tuple(ASKED),
    "training": (
        "in its first or second year",
        "in its third year",
        "to come in the academic year",
        *OF_NO_YEAR,
    ),
    **dict.fromkeys(TERMS, TERM),
}
NEW = "begun in the academic year"
NEW_BEFORE = "begun before, for a contract period from 2025"
TWO_ELEMENTS: Dimensions = {
    "training": (NEW, NEW_BEFORE, "not in the academic year"),
    "started declaration": DECLARED,
    "completed declaration": (
        "none",
        "with at least 75 % engagement",
        "with other evidence",
        "with evidence that is not told",
        "voided",
    ),
}
OUTSIDE: Dimensions = {"asked": ("before 1 September 2021", "from 1 September 2026")}
EVIDENCE = {
    "with at least 75 % engagement": EvidenceType.ENGAGEMENT_MET,
    "with other evidence": EvidenceType.OTHER,
}
_LOSSES = MentorLostFundingReason.STARTED_NOT_COMPLETED


def _year(point: Point) -> int:
    """The academic year that stands for those with the same rules."""
    if "started declaration" not in point:
        return 2024
    return 2025 if "completed declaration" in point else 2022


def _held(point: Point) -> bool:
    return point["teacher"] == "held" and point["registered as a mentor"] == "yes"


def _possible_person(point: Point) -> bool:
    names = ("asked", "training", "started declaration", "the school", "loss of funding", *TERMS)
    first = {name: ASKED_FIRST.get(name, PERSON.get(name, ("none",))[0]) for name in names}
    return (point["teacher"] == "held" or point["registered as a mentor"] == "no") and (
        _held(point) or all(point.get(name, value) == value for name, value in first.items())
    )
