"""What induction comes to on a day."""

import pytest

from ect_rules import induction
from ect_rules.facts import InductionStatus
from tests.builders import THE_ECT, day, ect_funding, induction_period, teacher

PASSED = induction_period("2023-09-01", "2025-07-31", "pass")
FAILED = induction_period("2023-09-01", "2025-07-31", "fail")
RELEASED = induction_period("2023-09-01", "2025-07-31")
SECOND = induction_period("2025-09-01", "2026-07-31", "pass", name="the second")

# The status told, the induction periods, the day, and the status on that day.
STATUSES = {
    "nothing is told": (None, [], "2026-01-15", None),
    "no period": ("InProgress", [], "2026-01-15", "InProgress"),
    "no period, passed": ("Passed", [], "2026-01-15", "Passed"),
    "no outcome, passed": ("Passed", [RELEASED], "2025-07-31", "Passed"),
    "the last day of the period that was passed": ("Passed", [PASSED], "2025-07-31", "InProgress"),
    "the day after it": ("Passed", [PASSED], "2025-08-01", "Passed"),
    "the last day of the period that was failed": ("Failed", [FAILED], "2025-07-31", "InProgress"),
    "the day after that": ("Failed", [FAILED], "2025-08-01", "Failed"),
    "an outcome that TRS does not show yet, on the last day": (
        "InProgress",
        [PASSED],
        "2025-07-31",
        "InProgress",
    ),
    "and on the day after": ("InProgress", [PASSED], "2025-08-01", "Passed"),
    "an outcome, and no status": (None, [FAILED], "2025-08-01", "Failed"),
    "no status, before the outcome": (None, [FAILED], "2025-07-31", None),
    "failed in Wales, whatever the periods say": (
        "FailedInWales",
        [FAILED],
        "2025-07-31",
        "FailedInWales",
    ),
    "exempt, before an outcome": ("Exempt", [PASSED], "2025-07-31", "Exempt"),
    "exempt, after an outcome": ("Exempt", [PASSED], "2025-08-01", "Passed"),
    "the outcome came in the second period": (
        "Passed",
        [RELEASED, SECOND],
        "2026-07-31",
        "InProgress",
    ),
    "the day after the second period": ("Passed", [RELEASED, SECOND], "2026-08-01", "Passed"),
    "failed, and then passed": ("InProgress", [FAILED, SECOND], "2026-08-01", "Passed"),
    "failed, and not yet passed": ("Passed", [FAILED, SECOND], "2026-07-31", "Passed"),
    "an outcome without a last day tells no day": (
        "Passed",
        [induction_period("2023-09-01", None, "pass")],
        "2025-07-31",
        "Passed",
    ),
}


@pytest.mark.parametrize(("status", "periods", "on", "expected"), STATUSES.values(), ids=STATUSES)
def test_status_on(status, periods, on, expected):
    found = induction.status_on(teacher(THE_ECT, induction=status), periods, day(on))
    assert found == (None if expected is None else InductionStatus(expected))


def test_nothing_is_told_of_nobody():
    assert induction.status_on(None, [], day("2026-01-15")) is None
    assert induction.qts_on(None, day("2026-01-15")) is None
    assert induction.recorded(None, []) is None
    assert induction.may_start_from(None, day("2026-01-15")) == day("2026-01-15")


BEGINNINGS = {"2021-08-31": True, "2021-09-01": False, "2021-09-02": False}


@pytest.mark.parametrize(("started", "early"), BEGINNINGS.items())
def test_begun_early(started, early):
    periods = [induction_period(started), induction_period("2025-09-01", name="later")]
    assert induction.begun_early(periods) is early


def test_no_induction_has_not_begun_early():
    assert induction.begun_early([]) is False


# Whether QTS is held, the day of the award, the day asked about, and whether it is held then.
QTS = {
    "nothing is told": (None, None, "2026-01-15", None),
    "held": (True, None, "2026-01-15", True),
    "not held": (False, None, "2026-01-15", False),
    "the day before the award": (None, "2026-01-15", "2026-01-14", False),
    "the day of the award": (None, "2026-01-15", "2026-01-15", True),
    "the day after the award": (None, "2026-01-15", "2026-01-16", True),
    "held now, and not before the award": (True, "2026-01-15", "2026-01-14", False),
    "not held yet, and held from the award": (False, "2026-01-15", "2026-01-15", True),
}


@pytest.mark.parametrize(("held", "awarded", "on", "expected"), QTS.values(), ids=QTS)
def test_qts_on(held, awarded, on, expected):
    person = ect_funding(qts=held, qts_on=awarded).teacher
    assert induction.qts_on(person, day(on)) is expected


STARTS = {"2026-01-14": "2026-01-15", "2026-01-15": "2026-01-15", "2026-01-16": "2026-01-16"}


@pytest.mark.parametrize(("on", "expected"), STARTS.items())
def test_induction_starts_with_qts_and_not_before(on, expected):
    person = ect_funding(qts_on="2026-01-15").teacher
    assert induction.may_start_from(person, day(on)) == day(expected)


RECORDED = {
    None: None,
    "None": False,
    "RequiredToComplete": False,
    "InProgress": True,
    "Passed": True,
    "Failed": True,
    "FailedInWales": True,
    "Exempt": True,
}


@pytest.mark.parametrize(("status", "expected"), RECORDED.items(), ids=map(str, RECORDED))
def test_recorded_by_the_status(status, expected):
    assert induction.recorded(teacher(THE_ECT, induction=status), []) is expected


@pytest.mark.parametrize("status", RECORDED, ids=str)
def test_recorded_by_a_period(status):
    assert induction.recorded(teacher(THE_ECT, induction=status), [RELEASED]) is True
