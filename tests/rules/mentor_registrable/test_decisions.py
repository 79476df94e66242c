"""May this teacher be registered as a mentor at this school? Whole answers, on 2026-01-15."""

import pytest

from ect_rules import catalogue
from tests.builders import (
    ANOTHER_SCHOOL,
    THE_MENTOR,
    contract_year,
    mentor_candidate,
    mentor_period,
    school,
)
from tests.rules.table import Answer, answered

TODAY = "2026-01-15"
YEAR = {"contract_period": 2025}
REGISTRABLE = Answer("REGISTRABLE", ["REGISTRABLE"], details=YEAR)
CANNOT_TELL = Answer("CANNOT_TELL", ["CANNOT_TELL"], actions=["TELL_MISSING_FACTS"], details=YEAR)


def refused(*reasons, actions=()):
    return Answer("NOT_REGISTRABLE", list(reasons), actions=list(actions), details=YEAR)


def at_another(started="2024-09-01", finished=None):
    return mentor_period(started, finished, urn=ANOTHER_SCHOOL)


DECISIONS = {
    "somebody new": (mentor_candidate(), REGISTRABLE),
    "from long ago": (mentor_candidate("1999-09-01"), REGISTRABLE),
    "mentors elsewhere and stays there": (
        mentor_candidate("2026-05-31", at_schools=[at_another()], here_only=False),
        REGISTRABLE,
    ),
    "mentors elsewhere and leaves": (
        mentor_candidate("2026-02-01", at_schools=[at_another()], here_only=True),
        REGISTRABLE,
    ),
    "at an independent school with training under way": (
        mentor_candidate(at=school("Other independent school", unfinished_training=True)),
        REGISTRABLE,
    ),
    "nobody": (
        mentor_candidate(known=False),
        refused("NOT_FOUND_IN_TRS", actions=["CHECK_TRN"]),
    ),
    "the ECT": (
        mentor_candidate(for_ect=THE_MENTOR),
        refused("CANNOT_MENTOR_SELF", actions=["CHOOSE_ANOTHER_MENTOR"]),
    ),
    "the ECT, whom the school does not know": (
        mentor_candidate(for_ect=THE_MENTOR, identity=False),
        refused(
            "CANNOT_MENTOR_SELF",
            "IDENTITY_NOT_CONFIRMED",
            actions=["CHOOSE_ANOTHER_MENTOR", "CONFIRM_IDENTITY"],
        ),
    ),
    "a mentor here": (
        mentor_candidate(at_schools=[mentor_period()]),
        refused("ALREADY_MENTOR_AT_SCHOOL", actions=["ASSIGN_EXISTING_MENTOR"]),
    ),
    "prohibited": (
        mentor_candidate(prohibited=True),
        refused("PROHIBITED_FROM_TEACHING", actions=["CHOOSE_ANOTHER_MENTOR"]),
    ),
    "with somebody else's e-mail address": (
        mentor_candidate(email_in_use=True),
        refused("EMAIL_IN_USE", actions=["GIVE_ANOTHER_EMAIL"]),
    ),
    "from the next contract period, which is not open": (
        mentor_candidate("2026-09-01"),
        refused("REGISTRATION_NOT_OPEN", actions=["OPEN_REGISTRATIONS"]),
    ),
    "leaves another school the day after the start there": (
        mentor_candidate(at_schools=[at_another("2026-01-14")], here_only=True),
        refused("START_NOT_AFTER_PREVIOUS", actions=["GIVE_LATER_START"]),
    ),
    "leaves another school in more than four months": (
        mentor_candidate("2026-05-16", at_schools=[at_another()], here_only=True),
        refused("START_TOO_FAR", actions=["REGISTER_LATER"]),
    ),
    "at a closed school": (
        mentor_candidate(at=school(gias_status="closed")),
        refused("SCHOOL_CLOSED"),
    ),
    "at an independent school": (
        mentor_candidate(at=school("Other independent school")),
        refused("ACCESS_BLOCKED", actions=["APPLY_FOR_SECTION_41"]),
    ),
    "not told who": (mentor_candidate(identity=None), CANNOT_TELL),
    "not told for whom": (mentor_candidate(for_ect=None), CANNOT_TELL),
    "not told whether prohibited": (mentor_candidate(prohibited=None), CANNOT_TELL),
    "not told whose e-mail address": (mentor_candidate(email_in_use=None), CANNOT_TELL),
    "not told whether they leave, where it matters": (
        mentor_candidate(at_schools=[at_another("2026-01-14")]),
        CANNOT_TELL,
    ),
    "not told whether they leave, where it does not": (
        mentor_candidate(at_schools=[at_another()]),
        REGISTRABLE,
    ),
    "not told whether registrations are open": (
        mentor_candidate("2026-02-01", years=[contract_year(enabled=None)]),
        CANNOT_TELL,
    ),
}


@pytest.mark.parametrize(("given", "expected"), DECISIONS.values(), ids=DECISIONS)
def test_decisions(given, expected):
    assert answered("mentor_registrable", given, TODAY) == expected


ORDER = [*(f"GATE-M{n}" for n in range(1, 8)), "GATE-M8a", "GATE-M8b"]
ORDER += [f"GATE-M{n}" for n in range(9, 13)]


def test_these_rules_come_in_this_order():
    rules = catalogue.load().checks["mentor_registrable"].rules
    assert [rule.id for rule in rules if rule.id in ORDER] == ORDER
