"""The situations of a registration."""

from __future__ import annotations

from ect_rules.facts import (
    EctAtSchoolPeriod,
    EctFacts,
    InductionStatus,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    Teacher,
)
from ect_rules.space.people import (
    BEFORE,
    COLLEAGUE,
    ECT,
    LATER,
    LONG_AGO,
    MENTOR,
    ON,
    SCHOOL,
    SINCE,
)
from ect_rules.space.space import Dimensions, Point, Space
from ect_rules.world import World

DIMENSIONS: Dimensions = {
    "teacher": ("held", "not held"),
    "ECT at the school": ("now", "later", "before", "never"),
    "last day at the school": ("none", "to come"),
    "leaving reported": ("no", "by the school that asks", "by another school"),
    "asked by": ("the school", "nobody"),
    # RECT takes a status that is absent for one of its values: nothing is in doubt.
    "TRS induction status": (*(s.value for s in InductionStatus), "absent"),
    "mentorship": ("none", "ended", "now", "later"),
    "another mentor": ("none", "who stays", "who leaves"),
}


def possible(point: Point) -> bool:
    """What does not matter has its first value."""
    held, period = point["teacher"] == "held", point["ECT at the school"]
    return (
        (held or period == "never")
        and (period != "never" or _plain(point, *list(DIMENSIONS)[2:]))
        and (period != "before" or _plain(point, "last day at the school"))
    )


def _plain(point: Point, *names: str) -> bool:
    return all(point[name] == DIMENSIONS[name][0] for name in names)


def records(point: Point) -> list[Record]:
    """The ECT's registration, the mentorship, and the school's other mentor."""
    found: list[Record] = []
    status = point["TRS induction status"]
    if point["teacher"] == "held":
        found.append(Teacher(ECT, None if status == "absent" else InductionStatus(status)))
    period = point["ECT at the school"]
    if period != "never":
        last = LATER.replace(month=12) if point["last day at the school"] == "to come" else None
        reporter = {"no": None, "by the school that asks": SCHOOL, "by another school": "100009"}
        found.append(
            EctAtSchoolPeriod(
                "ECT",
                ECT,
                SCHOOL,
                LATER if period == "later" else LONG_AGO,
                BEFORE if period == "before" else last,
                reporter[point["leaving reported"]],
            )
        )
    found.append(Teacher(MENTOR))
    found.append(MentorAtSchoolPeriod("mentor", MENTOR, SCHOOL, LONG_AGO, LATER.replace(month=12)))
    days = {"ended": (LONG_AGO, BEFORE), "now": (SINCE, None), "later": (LATER, None)}
    if point["mentorship"] in days:
        first, last_day = days[point["mentorship"]]
        found.append(MentorshipPeriod("mentorship", "ECT", "mentor", first, last_day))
    if point["another mentor"] != "none":
        leaves = LATER if point["another mentor"] == "who leaves" else None
        found.append(Teacher(COLLEAGUE))
        found.append(MentorAtSchoolPeriod("colleague", COLLEAGUE, SCHOOL, LONG_AGO, leaves))
    return found


def view(world: World, point: Point) -> EctFacts:
    """The registration, asked about by its school or by nobody."""
    return world.ect(ECT, ON, asking_urn="" if point["asked by"] == "the school" else None)


SPACES = (
    Space(
        "registration",
        None,
        DIMENSIONS,
        possible,
        records,
        view,
        lambda _: ON,
        {
            "the teacher is an ECT at the school": lambda p: (
                p["ECT at the school"] in ("now", "later")
            ),
            "no leaving reported by the school that asks": lambda p: (
                p["last day at the school"] == "none"
                or p["leaving reported"] != "by the school that asks"
                or p["asked by"] == "nobody"
            ),
            "a mentor is assigned": lambda p: p["mentorship"] in ("now", "later"),
            "induction goes on": lambda p: (
                p["TRS induction status"] not in ("Passed", "Failed", "Exempt")
            ),
        },
    ),
)
