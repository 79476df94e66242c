"""May this teacher be registered as an ECT at this school from this day? Whole answers, on 2026-01-15."""

import pytest

from ect_rules import catalogue
from tests.builders import (
    ANOTHER_SCHOOL,
    contract_year,
    day,
    ect_candidate,
    ect_period,
    school,
    training,
)
from tests.rules.table import Answer, answered, ask

TODAY = "2026-01-15"


def registrable(*, warnings=(), year=2025):
    return Answer(
        "REGISTRABLE",
        ["REGISTRABLE"],
        warnings=list(warnings),
        details={"contract_period": year},
    )


def refused(*reasons, actions=(), year=2025):
    return Answer(
        "NOT_REGISTRABLE",
        list(reasons),
        actions=list(actions),
        details={"contract_period": year},
    )


CANNOT_TELL = Answer(
    "CANNOT_TELL",
    ["CANNOT_TELL"],
    actions=["TELL_MISSING_FACTS"],
    details={"contract_period": 2025},
)
ELSEWHERE = ect_period("2025-09-01", urn=ANOTHER_SCHOOL)

DECISIONS = {
    "somebody new": (ect_candidate(), registrable()),
    "before induction begins": (ect_candidate(induction="RequiredToComplete"), registrable()),
    "failed induction in Wales": (
        ect_candidate(induction="FailedInWales"),
        registrable(warnings=["INDUCTION_FAILED_IN_WALES"]),
    ),
    "moves here from another school": (
        ect_candidate("2026-02-01", registrations=[ELSEWHERE]),
        registrable(),
    ),
    "comes back": (
        ect_candidate(registrations=[ect_period("2024-09-01", "2025-07-31")]),
        registrable(),
    ),
    "from the next contract period, which is open": (
        ect_candidate("2026-09-01", years=[contract_year(2025), contract_year(2026)]),
        registrable(year=2026),
    ),
    "nobody": (
        ect_candidate(known=False),
        refused("NOT_FOUND_IN_TRS", actions=["CHECK_TRN"]),
    ),
    "somebody whom the school does not know": (
        ect_candidate(identity=False),
        refused("IDENTITY_NOT_CONFIRMED", actions=["CONFIRM_IDENTITY"]),
    ),
    "registered here": (
        ect_candidate(registrations=[ect_period("2025-09-01")]),
        refused("ALREADY_ECT_AT_SCHOOL"),
    ),
    "passed induction": (ect_candidate(induction="Passed"), refused("INDUCTION_PASSED")),
    "exempt": (ect_candidate(induction="Exempt"), refused("INDUCTION_EXEMPT")),
    "failed induction": (ect_candidate(induction="Failed"), refused("INDUCTION_FAILED")),
    "prohibited": (ect_candidate(prohibited=True), refused("PROHIBITED_FROM_TEACHING")),
    "with somebody else's e-mail address": (
        ect_candidate(email_in_use=True),
        refused("EMAIL_IN_USE", actions=["GIVE_ANOTHER_EMAIL"]),
    ),
    "from the next contract period, which is not open": (
        ect_candidate("2026-09-01"),
        refused("REGISTRATION_NOT_OPEN", actions=["OPEN_REGISTRATIONS"]),
    ),
    "from long ago": (
        ect_candidate("2023-05-31"),
        refused("START_TOO_EARLY", actions=["GIVE_LATER_START"]),
    ),
    "from the day after the start at the school before": (
        ect_candidate("2025-09-02", registrations=[ELSEWHERE]),
        refused("START_NOT_AFTER_PREVIOUS", actions=["GIVE_LATER_START"]),
    ),
    "moves here in more than four months": (
        ect_candidate("2026-05-16", registrations=[ELSEWHERE]),
        refused("START_TOO_FAR", actions=["REGISTER_LATER"]),
    ),
    "at a closed school": (
        ect_candidate(at=school(gias_status="closed")),
        refused("SCHOOL_CLOSED"),
    ),
    "at an independent school": (
        ect_candidate(at=school("Other independent school")),
        refused("ACCESS_BLOCKED", actions=["APPLY_FOR_SECTION_41"]),
    ),
    "at an independent school with training under way": (
        ect_candidate(at=school("Other independent school", unfinished_training=True)),
        refused("NEW_ECTS_BLOCKED", actions=["APPLY_FOR_SECTION_41"]),
    ),
    "with an appropriate body that the school may not have": (
        ect_candidate(body="national"),
        refused("APPROPRIATE_BODY_NOT_ALLOWED", actions=["CHOOSE_APPROPRIATE_BODY"]),
    ),
    "everything at once": (
        ect_candidate(
            "2023-05-31",
            induction="Failed",
            prohibited=True,
            at=school("Other independent school", "closed"),
            registrations=[ect_period("2025-09-01")],
            identity=False,
            email_in_use=True,
            body="local_authority",
        ),
        refused(
            "IDENTITY_NOT_CONFIRMED",
            "ALREADY_ECT_AT_SCHOOL",
            "INDUCTION_FAILED",
            "PROHIBITED_FROM_TEACHING",
            "EMAIL_IN_USE",
            "START_TOO_EARLY",
            "START_NOT_AFTER_PREVIOUS",
            "SCHOOL_CLOSED",
            "ACCESS_BLOCKED",
            "APPROPRIATE_BODY_NOT_ALLOWED",
            actions=[
                "CONFIRM_IDENTITY",
                "GIVE_ANOTHER_EMAIL",
                "GIVE_LATER_START",
                "APPLY_FOR_SECTION_41",
                "CHOOSE_APPROPRIATE_BODY",
            ],
        ),
    ),
    "not told who": (ect_candidate(identity=None), CANNOT_TELL),
    "not told the induction status": (ect_candidate(induction=None), CANNOT_TELL),
    "not told whether prohibited": (ect_candidate(prohibited=None), CANNOT_TELL),
    "not told whose e-mail address": (ect_candidate(email_in_use=None), CANNOT_TELL),
    "not told the appropriate body": (ect_candidate(body=None), CANNOT_TELL),
    "not told what kind of school": (ect_candidate(at=school(None)), CANNOT_TELL),
    "not told whether the school is closed": (
        ect_candidate(at=school(gias_status=None)),
        CANNOT_TELL,
    ),
    "not told who, and prohibited": (
        ect_candidate(identity=None, prohibited=True),
        Answer(
            "NOT_REGISTRABLE",
            ["PROHIBITED_FROM_TEACHING"],
            actions=["TELL_MISSING_FACTS"],
            details={"contract_period": 2025},
        ),
    ),
}


@pytest.mark.parametrize(("given", "expected"), DECISIONS.values(), ids=DECISIONS)
def test_decisions(given, expected):
    assert answered("ect_registrable", given, TODAY) == expected


def in_mentor_training(year):
    before = ect_period("2023-09-01", urn=ANOTHER_SCHOOL)
    return ect_candidate(
        "2026-02-01",
        registrations=[before],
        training=[training("2023-09-01", year=year, ect=before.id)],
        mentor_training=[training("2025-09-01", mentor="the mentor's period")],
        years=[contract_year(year), contract_year(2025)],
    )


CONTRACT_PERIODS = {
    2023: refused("IN_MENTOR_TRAINING", actions=["END_MENTOR_TRAINING"], year=2023),
    2024: refused("IN_MENTOR_TRAINING", actions=["END_MENTOR_TRAINING"], year=2024),
    2025: registrable(),
}


@pytest.mark.parametrize("year", CONTRACT_PERIODS)
def test_training_as_a_mentor_bars_up_to_2024(year):
    assert answered("ect_registrable", in_mentor_training(year), TODAY) == CONTRACT_PERIODS[year]


EARLIEST = {
    "the start may be registered in reach of it": (
        ect_candidate("2026-05-31", registrations=[ELSEWHERE]),
        {"REGISTER_LATER": "2026-01-31"},
    ),
    "DfE may open registrations at once": (
        ect_candidate("2026-09-01"),
        {"OPEN_REGISTRATIONS": TODAY},
    ),
}


@pytest.mark.parametrize(("given", "expected"), EARLIEST.values(), ids=EARLIEST)
def test_from_when_an_action_may_change_the_answer(given, expected):
    rule_set = catalogue.load()
    actions = ask("ect_registrable", given, TODAY).next_actions
    found = {
        a.code: rule_set.earliest("ect_registrable", a, given, day(TODAY)).isoformat()
        for a in actions
    }
    assert found == expected


ORDER = [
    *(f"GATE-E{n}" for n in range(1, 15)),
    "EFUND-7",
    "GATE-E15",
    "GATE-E16",
    "GATE-E17",
    "GATE-E18",
]


def test_these_rules_come_in_this_order():
    rules = catalogue.load().checks["ect_registrable"].rules
    assert [rule.id for rule in rules if rule.id in ORDER] == ORDER
