"""Reporting that somebody leaves a school, over a real socket. Today is 15 January 2026."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from ect_rules.facts import (
    Declaration,
    DeclarationType,
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    PaymentStatus,
    Record,
    TrainingPeriod,
    TrainingProgramme,
)
from tests.service.talking import Talk, codes, day, iso, new_id, refused, status
from tests.service.telling import (
    COLLEAGUE,
    ECT,
    ELSEWHERE,
    MENTOR,
    NOTHING_YET,
    SCHOOL,
    leave,
    names,
    record,
    register_ect,
)
from tests.store.keeping import rows_in

START = date(2025, 9, 1)
LED = TrainingProgramme.PROVIDER_LED
THERE: list[Record] = [
    *NOTHING_YET,
    EctAtSchoolPeriod("e", ECT, SCHOOL, START),
    MentorAtSchoolPeriod("m", MENTOR, SCHOOL, START),
    MentorAtSchoolPeriod("c", COLLEAGUE, SCHOOL, START),
    MentorshipPeriod("em", "e", "m", START, date(2026, 3, 31)),
    MentorshipPeriod("ec", "e", "c", date(2026, 4, 1)),
    TrainingPeriod("te", LED, START, "e"),
    TrainingPeriod("tm", LED, START, None, "m"),
]


@pytest.fixture
def there(talk: Talk) -> Talk:
    """An ECT whose mentor is followed by a colleague, both in training."""
    talk.import_records(THERE)
    return talk


@frozen
class Left:
    """Who leaves, and what the response says."""

    given: dict[str, Any]
    finished_on: str
    ended: tuple[tuple[str, str], ...] = ()
    withdrawn: tuple[tuple[str, str], ...] = ()
    without: tuple[str, ...] = ()


OF_ECT: dict[str, Any] = {"ect_at_school_period_id": "e"}
OF_MENTOR: dict[str, Any] = {"mentor_at_school_period_id": "m"}
OF_COLLEAGUE: dict[str, Any] = {"mentor_at_school_period_id": "c"}
M_EM, M_EC = ("mentorship_period", "em"), ("mentorship_period", "ec")
T_E, T_M = ("training_period", "te"), ("training_period", "tm")
LEFT = {
    "an ECT: the mentorship and the training end, the next mentorship goes": Left(
        OF_ECT, "2026-02-13", (M_EM, T_E), (M_EC,)
    ),
    "an ECT on the last day of a mentorship, which stays": Left(
        OF_ECT | {"last_day": "2026-03-31"}, "2026-03-31", (T_E,), (M_EC,)
    ),
    "a mentor before a colleague follows: the ECT has one to come": Left(
        OF_MENTOR, "2026-02-13", (M_EM, T_M)
    ),
    "a mentor on the last day of the mentorship": Left(
        OF_MENTOR | {"last_day": "2026-03-31"}, "2026-03-31", (T_M,)
    ),
    "a mentor whose mentorship has not begun by then": Left(
        OF_COLLEAGUE, "2026-02-13", (), (M_EC,)
    ),
    "a mentor whom nobody follows: the ECT is left without": Left(
        OF_COLLEAGUE | {"last_day": "2026-04-15"}, "2026-04-15", (M_EC,), without=("e",)
    ),
}


@pytest.mark.parametrize("case", LEFT)
def test_leaving(there: Talk, case: str) -> None:
    left = LEFT[case]
    done = leave(there, **left.given)
    assert done.revision == there.revision() == 2
    assert iso(done, "finished_on") == left.finished_on
    assert (names(done.ended), names(done.withdrawn)) == ([*left.ended], [*left.withdrawn])
    assert tuple(done.ect_at_school_period_ids_without_mentor) == left.without


def test_the_registration_is_incomplete_the_day_after_the_mentor_left(there: Talk) -> None:
    leave(there, **OF_MENTOR)
    assert status(there.registration(ECT, "2026-02-13")) == "COMPLETE"
    after = there.registration(ECT, "2026-02-14")
    assert (status(after), codes(after.reasons)) == ("COMPLETE", ["MENTOR_ASSIGNED_FUTURE"])
    leave(there, "2026-03-02", mentor_at_school_period_id="c")
    assert status(there.registration(ECT, "2026-02-14")) == "INCOMPLETE"


def test_who_reported_it_is_kept_and_an_earlier_last_day_stays(there: Talk) -> None:
    leave(there, **OF_ECT, reported_by_urn=SCHOOL)
    leaving = there.registration(ECT, "2026-01-15")
    assert (status(leaving), iso(leaving, "holds_until")) == ("LEAVING", "2026-02-13")
    later = leave(there, "2026-03-02", **OF_ECT)
    assert (iso(later, "finished_on"), names(later.ended)) == ("2026-02-13", [])
    assert status(there.registration(ECT, "2026-01-15")) == "LEAVING", "nobody else has reported"
    leave(there, "2026-03-02", **OF_ECT, reported_by_urn=ELSEWHERE)
    assert status(there.registration(ECT, "2026-01-15")) == "COMPLETE"
    assert status(there.registration(ECT, "2026-02-14")) == "LEFT"


REFUSED: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "the day after the start": (
        OF_ECT | {"last_day": "2025-09-02"},
        "RULE_VIOLATED",
        ["LEAVING_TOO_EARLY"],
    ),
    "over four months ahead": (
        OF_MENTOR | {"last_day": "2026-05-16"},
        "RULE_VIOLATED",
        ["LEAVING_TOO_FAR"],
    ),
    "over four months after the day of the write": (
        OF_MENTOR | {"last_day": "2026-05-15", "on": day("2026-01-14")},
        "RULE_VIOLATED",
        ["LEAVING_TOO_FAR"],
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(there: Talk, tmp_path: Path, case: str) -> None:
    given, reason, violations = REFUSED[case]
    before = rows_in(tmp_path / "facts.sqlite")
    answer = refused(lambda: leave(there, **given))
    assert (answer.code.name, answer.reason) == ("FAILED_PRECONDITION", reason)
    assert answer.violations == violations
    assert rows_in(tmp_path / "facts.sqlite") == before


def test_training_with_a_declaration_does_not_go_with_somebody_who_leaves(
    there: Talk, tmp_path: Path
) -> None:
    declared = Declaration(
        "d",
        "next",
        DeclarationType.STARTED,
        datetime(2026, 2, 20, tzinfo=UTC),
        PaymentStatus.ELIGIBLE,
    )
    record(there, TrainingPeriod("next", LED, date(2026, 2, 16), None, "c"), declared)
    before = rows_in(tmp_path / "facts.sqlite")
    answer = refused(lambda: leave(there, mentor_at_school_period_id="c"))
    assert (answer.code.name, answer.violations) == ("FAILED_PRECONDITION", ["STILL_NAMED"])
    assert rows_in(tmp_path / "facts.sqlite") == before


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"ect_at_school_period_id": "m"}, "ECT_NOT_FOUND"),
        ({"mentor_at_school_period_id": "e"}, "MENTOR_NOT_FOUND"),
    ],
)
def test_nobody_leaves_who_is_not_there(there: Talk, given: dict[str, str], reason: str) -> None:
    answer = refused(lambda: leave(there, **given))
    assert (answer.code.name, answer.reason) == ("NOT_FOUND", reason)


def test_the_same_request_id_gives_the_first_answer(there: Talk) -> None:
    request_id = new_id()
    first = leave(there, **OF_ECT, request_id=request_id)
    assert leave(there, **OF_ECT, request_id=request_id) == first
    other = refused(lambda: leave(there, **OF_MENTOR, request_id=request_id))
    assert (other.code.name, other.reason) == ("ALREADY_EXISTS", "REQUEST_ID_REUSED")
    assert there.revision() == first.revision


def test_who_has_left_may_be_registered_elsewhere(there: Talk) -> None:
    leave(there, **OF_ECT, reported_by_urn=SCHOOL)
    register_ect(there, urn=ELSEWHERE, started_on=day("2026-02-14"))
    assert there.registration(ECT, "2026-02-14").urn == ELSEWHERE
