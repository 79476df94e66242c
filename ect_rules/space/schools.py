"""The situations of a school."""

from __future__ import annotations

from ect_rules.facts import (
    EctAtSchoolPeriod,
    GiasStatus,
    Record,
    School,
    SchoolFacts,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.space.people import BEFORE, ECT, LONG_AGO, ON, SCHOOL, TOLD
from ect_rules.space.space import NOT_TOLD, Conditions, Dimensions, Point, Space
from ect_rules.world import World

STATUS: Dimensions = {"GIAS status": (*(s.value for s in GiasStatus), NOT_TOLD)}
TYPES = {
    "state funded": "Community school",
    "secure unit": "Secure units",
    "independent": "Other independent school",
    "independent special": "Other independent special school",
    "outside England, its own pupils abroad": "British schools overseas",
    "outside England": "Offshore schools",
    "Welsh": "Welsh establishment",
    "of another kind that is not funded": "Higher education institutions",
    NOT_TOLD: None,
}
OUTSIDE_ENGLAND = ("outside England, its own pupils abroad", "outside England", "Welsh")
REST: Dimensions = {
    "type": tuple(TYPES),
    "section 41 approved": ("no", "yes", NOT_TOLD),
    "marked as eligible": ("no", "yes"),
}
UNFINISHED: Dimensions = {"unfinished training": ("none", "some")}
# Not told, and not missing either: another fact stands in for it.
TYPE_SAYS = "without a code, so that the type says"
DISTRICTS = {
    "in England": "E09000001",
    "code 9999": "9999",
    "elsewhere": "W06000015",
    TYPE_SAYS: None,
}
DISTRICT: Dimensions = {"district": tuple(DISTRICTS)}


def _possible(_: Point) -> bool:
    return True


def records(point: Point) -> list[Record]:
    """The school, and training there that has or has not ended."""
    status = point["GIAS status"]
    last = None if point.get("unfinished training") == "some" else BEFORE
    return [
        School(
            SCHOOL,
            None if status == NOT_TOLD else GiasStatus(status),
            TYPES[point["type"]],
            TOLD[point["section 41 approved"]],
            point["marked as eligible"] == "yes",
            DISTRICTS[point.get("district", "in England")],
        ),
        EctAtSchoolPeriod("ECT", ECT, SCHOOL, LONG_AGO),
        TrainingPeriod("training", TrainingProgramme.SCHOOL_LED, LONG_AGO, "ECT", None, last),
    ]


def view(world: World, _: Point) -> SchoolFacts:
    """The school, with whether training there is unfinished."""
    return world.school_with_training(SCHOOL)


def _open(point: Point) -> bool:
    return point["GIAS status"] in ("open", "proposed_to_close")


def _from_2025(point: Point) -> bool:
    independent = point["type"] in ("independent", "independent special")
    return point["type"] in ("state funded", "secure unit") or (
        independent and point["section 41 approved"] == "yes"
    )


def _up_to_2024(point: Point) -> bool:
    return point["type"] == "state funded" or point["section 41 approved"] == "yes"


def _in_england(point: Point) -> bool:
    if point["district"] != TYPE_SAYS:
        return point["district"] != "elsewhere"
    return point["type"] not in (*OUTSIDE_ENGLAND, NOT_TOLD)


def _space(year: int | None, dimensions: Dimensions, needed: Conditions) -> Space:
    every = "school_eligibility", year, dimensions, _possible
    return Space(*every, records, view, lambda _: ON, needed)


SPACES = (
    _space(
        2025,
        STATUS | REST | UNFINISHED,
        {
            "marked as eligible, or open and funded by its type": lambda p: (
                p["marked as eligible"] == "yes" or (_open(p) and _from_2025(p))
            ),
        },
    ),
    _space(
        2024,
        STATUS | REST | DISTRICT,
        {
            "marked as eligible, or open, in England and funded by its type or approval": lambda p: (
                p["marked as eligible"] == "yes" or (_open(p) and _in_england(p) and _up_to_2024(p))
            ),
        },
    ),
)
COMPARED = (_space(None, STATUS | REST | DISTRICT, {}),)
