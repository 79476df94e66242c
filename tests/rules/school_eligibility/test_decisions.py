"""Is a school one that DfE funds? Whole answers, for every status, type and approval."""

import pytest

from ect_rules import catalogue, gias
from tests.builders import school
from tests.rules.table import Answer, answered, ask

INDEPENDENT, SPECIAL = "Other independent school", "Other independent special school"
TELL = ["TELL_MISSING_FACTS"]


def eligible(reason, **more):
    return Answer("ELIGIBLE", [reason], **more)


ACTION_ON = {"INDEPENDENT_WITHOUT_SECTION_41": "APPLY_FOR_SECTION_41"}


def not_eligible(*reasons, and_do=(), **more):
    """With what can be done about each of the reasons; `and_do`: what else."""
    actions = dict.fromkeys(ACTION_ON.get(reason, "CHECK_SCHOOL") for reason in reasons)
    return Answer("NOT_ELIGIBLE", list(reasons), actions=[*actions, *and_do], **more)


def cannot_tell(**more):
    return Answer("CANNOT_TELL", ["CANNOT_TELL"], actions=TELL, **more)


NO_ACCESS = ["ACCESS_BLOCKED"]

DECISIONS = {
    "a community school that is open": (school(), eligible("STATE_FUNDED_OPEN")),
    "open, but proposed to close": (
        school(gias_status="proposed_to_close"),
        eligible("STATE_FUNDED_OPEN"),
    ),
    "closed": (school(gias_status="closed"), not_eligible("SCHOOL_CLOSED")),
    "proposed to open": (school(gias_status="proposed_to_open"), not_eligible("SCHOOL_CLOSED")),
    "independent with approval": (
        school(INDEPENDENT, section_41=True),
        eligible("SECTION_41_INDEPENDENT"),
    ),
    "special, independent and with approval": (
        school(SPECIAL, section_41=True),
        eligible("SECTION_41_INDEPENDENT"),
    ),
    "independent with approval, and closed": (
        school(INDEPENDENT, "closed", section_41=True),
        not_eligible("SCHOOL_CLOSED"),
    ),
    "independent without approval": (
        school(INDEPENDENT),
        not_eligible("INDEPENDENT_WITHOUT_SECTION_41", warnings=NO_ACCESS),
    ),
    "independent without approval, with unfinished training": (
        school(INDEPENDENT, unfinished_training=True),
        not_eligible("INDEPENDENT_WITHOUT_SECTION_41", warnings=["NEW_ECTS_BLOCKED"]),
    ),
    "independent without approval, and closed": (
        school(INDEPENDENT, "closed"),
        not_eligible("SCHOOL_CLOSED", "INDEPENDENT_WITHOUT_SECTION_41", warnings=NO_ACCESS),
    ),
    "in Wales": (school("Welsh establishment"), not_eligible("NOT_IN_ENGLAND")),
    "in Wales, and closed": (
        school("Welsh establishment", "closed"),
        not_eligible("SCHOOL_CLOSED", "NOT_IN_ENGLAND"),
    ),
    "in Wales, with approval": (
        school("Welsh establishment", section_41=True),
        not_eligible("NOT_IN_ENGLAND"),
    ),
    "of a type that is not funded, with approval": (
        school("Miscellaneous", section_41=True),
        not_eligible("TYPE_NOT_ELIGIBLE"),
    ),
    "of a type that is not funded, and closed": (
        school("Online provider", "closed"),
        not_eligible("SCHOOL_CLOSED", "TYPE_NOT_ELIGIBLE"),
    ),
    # An administrator's mark.
    "closed and marked as eligible": (
        school(gias_status="closed", marked=True),
        eligible("MARKED_AS_ELIGIBLE"),
    ),
    "in Wales and marked as eligible": (
        school("Welsh establishment", marked=True),
        eligible("MARKED_AS_ELIGIBLE"),
    ),
    "nothing told but the mark": (
        school(None, None, section_41=None, marked=True, unfinished_training=None),
        eligible("MARKED_AS_ELIGIBLE"),
    ),
    "independent without approval and marked: eligible, and still without access": (
        school(INDEPENDENT, marked=True),
        eligible("MARKED_AS_ELIGIBLE", warnings=NO_ACCESS),
    ),
    # Not told is not a yes.
    "nothing is recorded": (
        school(None, None, section_41=None, unfinished_training=None),
        cannot_tell(),
    ),
    "the status is not told": (school(gias_status=None), cannot_tell()),
    "the type is not told": (school(None), cannot_tell()),
    "of a type that GIAS has not": (school("Wizarding school"), cannot_tell()),
    "independent, approval not told": (school(INDEPENDENT, section_41=None), cannot_tell()),
    "closed, the type not told": (
        school(None, "closed"),
        not_eligible("SCHOOL_CLOSED", and_do=TELL),
    ),
    "in Wales, the status not told": (
        school("Welsh establishment", None),
        not_eligible("NOT_IN_ENGLAND", and_do=TELL),
    ),
    "a community school, approval and training not told": (
        school(section_41=None, unfinished_training=None),
        eligible("STATE_FUNDED_OPEN"),
    ),
}


# By the rules for contract periods up to 2024.
LED = ["SCHOOL_LED_ONLY"]
WALES, ENGLAND = "W06000015", "E09000001"
EARLIER = {
    "a community school that is open": (school(), eligible("STATE_FUNDED_OPEN")),
    "secure units": (school("Secure units"), not_eligible("TYPE_NOT_ELIGIBLE")),
    "secure units with approval": (
        school("Secure units", section_41=True),
        eligible("SECTION_41_APPROVED"),
    ),
    "of a type that is not funded, with approval": (
        school("Miscellaneous", section_41=True),
        eligible("SECTION_41_APPROVED"),
    ),
    "independent with approval": (
        school(INDEPENDENT, section_41=True),
        eligible("SECTION_41_INDEPENDENT"),
    ),
    "independent without approval": (
        school(INDEPENDENT),
        not_eligible("INDEPENDENT_WITHOUT_SECTION_41", warnings=LED),
    ),
    "independent without approval, closed, in a district of Wales": (
        school(INDEPENDENT, "closed", district=WALES),
        not_eligible("SCHOOL_CLOSED", "NOT_IN_ENGLAND", "INDEPENDENT_WITHOUT_SECTION_41"),
    ),
    "a community school in a district of Wales": (
        school(district=WALES),
        not_eligible("NOT_IN_ENGLAND"),
    ),
    "Welsh by its type, in a district of England": (
        school("Welsh establishment", district=ENGLAND),
        not_eligible("TYPE_NOT_ELIGIBLE", warnings=LED),
    ),
    "Welsh by its type, with approval, in a district of England": (
        school("Welsh establishment", section_41=True, district=ENGLAND),
        eligible("SECTION_41_APPROVED"),
    ),
    "Welsh by its type, no district told": (
        school("Welsh establishment"),
        not_eligible("NOT_IN_ENGLAND", "TYPE_NOT_ELIGIBLE", warnings=LED),
    ),
    "British schools overseas, closed": (
        school("British schools overseas", "closed"),
        not_eligible("SCHOOL_CLOSED", "NOT_IN_ENGLAND", "TYPE_NOT_ELIGIBLE"),
    ),
    "approved and in England, the type not told": (
        school(None, section_41=True, district=ENGLAND),
        eligible("SECTION_41_APPROVED"),
    ),
    "closed and marked as eligible": (
        school(gias_status="closed", marked=True),
        eligible("MARKED_AS_ELIGIBLE"),
    ),
    "independent without approval and marked: no second class": (
        school(INDEPENDENT, marked=True),
        eligible("MARKED_AS_ELIGIBLE"),
    ),
    "in England, the type not told": (school(None, district=ENGLAND), cannot_tell()),
    "secure units, approval not told": (school("Secure units", section_41=None), cannot_tell()),
    "nothing is recorded": (school(None, None, section_41=None), cannot_tell()),
}


@pytest.mark.parametrize(("given", "expected"), EARLIER.values(), ids=EARLIER)
def test_decisions_for_contract_periods_up_to_2024(given, expected):
    assert answered("school_eligibility", given, "2025-05-31") == expected


def test_the_rules_turn_with_the_contract_period():
    secure, days = school("Secure units"), ("2025-05-31", "2025-06-01")
    given = [ask("school_eligibility", secure, on).status for on in days]
    assert given == ["NOT_ELIGIBLE", "ELIGIBLE"]


@pytest.mark.parametrize(("given", "expected"), DECISIONS.values(), ids=DECISIONS)
def test_decisions(given, expected):
    assert answered("school_eligibility", given, "2026-01-15") == expected


@pytest.mark.parametrize("gias_type", sorted(gias.ELIGIBLE_TYPES))
def test_an_open_school_of_each_type_that_dfe_funds(gias_type):
    assert answered("school_eligibility", school(gias_type), "2026-01-15") == eligible(
        "STATE_FUNDED_OPEN"
    )


def test_the_present_row_answers_for_every_day():
    for on in ("1990-01-01", "2026-01-15", "2099-12-31"):
        assert ask("school_eligibility", school(), on).status == "ELIGIBLE"


ORDER = [
    "SCH-6",
    "SCH-0",
    "SCH-1",
    "SCH-2",
    "SCH-2e",
    "SCH-4",
    "SCH-5",
    "SCH-5e",
    "SCH-3",
    "SCH-3e",
    "SCH-7",
    "SCH-E",
]


def test_these_rules_come_in_this_order():
    rules = catalogue.load().checks["school_eligibility"].rules
    assert [rule.id for rule in rules if rule.id in ORDER] == ORDER


def test_every_status_is_given_by_some_decision():
    given = {expected.status for _, expected in DECISIONS.values()}
    assert given == set(catalogue.load().checks["school_eligibility"].check.statuses)
