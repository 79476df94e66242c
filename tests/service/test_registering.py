"""May this teacher be registered, asked over a real socket."""

from collections.abc import Mapping
from typing import Any

import pytest

from ect_rules.v1 import check_service_pb2 as checks
from tests.service.talking import Talk, actions, codes, day, iso, status

ON = "2026-01-15"
HUB = checks.APPROPRIATE_BODY_TYPE_TEACHING_SCHOOL_HUB
# Both are at school 100001.
ECT: Mapping[str, Any] = {
    "trn": "3000002",
    "urn": "100002",
    "started_on": day("2026-02-02"),
    "identity_confirmed": True,
    "email_in_use": False,
    "appropriate_body_type": HUB,
}
MENTOR: Mapping[str, Any] = {
    "trn": "3000031",
    "urn": "100002",
    "started_on": day("2026-02-02"),
    "ect_trn": "3000017",
    "here_only": True,
    "identity_confirmed": True,
    "email_in_use": False,
}


def registering(talk: Talk, method: str, given: Mapping[str, Any], **other: Any) -> Any:
    return talk.ask(
        method, ON, **{n: v for n, v in (given | other).items() if v is not None}
    ).decision


STATUS = {"REGISTRABLE": "REGISTRABLE", "CANNOT_TELL": "CANNOT_TELL"}


ECTS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "it may": ({}, ["REGISTRABLE"]),
    "nobody knows who it is": ({"trn": "7654321"}, ["NOT_FOUND_IN_TRS"]),
    "it is somebody else": ({"identity_confirmed": False}, ["IDENTITY_NOT_CONFIRMED"]),
    "who it is has not been told": ({"identity_confirmed": None}, ["CANNOT_TELL"]),
    "the address is another's": ({"email_in_use": True}, ["EMAIL_IN_USE"]),
    "whose the address is has not been told": ({"email_in_use": None}, ["CANNOT_TELL"]),
    "a local authority": (
        {"appropriate_body_type": checks.APPROPRIATE_BODY_TYPE_LOCAL_AUTHORITY},
        ["APPROPRIATE_BODY_NOT_ALLOWED"],
    ),
    "a national body": (
        {"appropriate_body_type": checks.APPROPRIATE_BODY_TYPE_NATIONAL},
        ["APPROPRIATE_BODY_NOT_ALLOWED"],
    ),
    "a national body of an independent school": (
        {"appropriate_body_type": checks.APPROPRIATE_BODY_TYPE_NATIONAL, "urn": "100003"},
        ["REGISTRABLE"],
    ),
    "the body has not been told": ({"appropriate_body_type": None}, ["CANNOT_TELL"]),
    "at the same school": ({"urn": "100001"}, ["ALREADY_ECT_AT_SCHOOL"]),
    "four months ahead": (
        {"started_on": day("2026-05-15")},
        ["REGISTRABLE"],
    ),
    "more than four months ahead": ({"started_on": day("2026-05-16")}, ["START_TOO_FAR"]),
    "the day after the last start": (
        {"started_on": day("2025-09-02")},
        ["START_NOT_AFTER_PREVIOUS"],
    ),
    "two days after the last start": ({"started_on": day("2025-09-03")}, ["REGISTRABLE"]),
    "all that stands against it": (
        {"identity_confirmed": False, "email_in_use": True, "started_on": day("2026-05-16")},
        ["IDENTITY_NOT_CONFIRMED", "EMAIL_IN_USE", "START_TOO_FAR"],
    ),
}
MENTORS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "it may": ({}, ["REGISTRABLE"]),
    "nobody knows who it is": ({"trn": "7654321"}, ["NOT_FOUND_IN_TRS"]),
    "the ECT": ({"trn": "3000017"}, ["CANNOT_MENTOR_SELF"]),
    "it is somebody else": ({"identity_confirmed": False}, ["IDENTITY_NOT_CONFIRMED"]),
    "who it is has not been told": ({"identity_confirmed": None}, ["CANNOT_TELL"]),
    "the address is another's": ({"email_in_use": True}, ["EMAIL_IN_USE"]),
    "at the same school": ({"urn": "100001"}, ["ALREADY_MENTOR_AT_SCHOOL"]),
    "four months ahead": ({"started_on": day("2026-05-15")}, ["REGISTRABLE"]),
    "more than four months ahead": ({"started_on": day("2026-05-16")}, ["START_TOO_FAR"]),
    "here only has not been told": (
        {"here_only": None, "started_on": day("2026-05-16")},
        ["CANNOT_TELL"],
    ),
    "the day after the last start": (
        {"started_on": day("2025-09-02")},
        ["START_NOT_AFTER_PREVIOUS"],
    ),
    "the same, and stays at the other school": (
        {"started_on": day("2025-09-02"), "here_only": False},
        ["REGISTRABLE"],
    ),
}


@pytest.mark.parametrize("case", ECTS)
def test_ects(example: Talk, case: str) -> None:
    other, reasons = ECTS[case]
    decision = registering(example, "CheckEctRegistrable", ECT, **other)
    assert codes(decision.reasons) == reasons
    assert status(decision) == STATUS.get(reasons[0], "NOT_REGISTRABLE")


@pytest.mark.parametrize("case", MENTORS)
def test_mentors(example: Talk, case: str) -> None:
    other, reasons = MENTORS[case]
    decision = registering(example, "CheckMentorRegistrable", MENTOR, **other)
    assert codes(decision.reasons) == reasons
    assert status(decision) == STATUS.get(reasons[0], "NOT_REGISTRABLE")


def test_too_far_ahead_is_told_with_the_day_from_which_it_is_not(example: Talk) -> None:
    given = ECT | {"started_on": day("2026-05-16")}
    decision = registering(example, "CheckEctRegistrable", given)
    assert iso(decision, "registrable_from") == "2026-01-16"
    assert iso(decision, "holds_until") == ON
    assert actions(decision) == ["REGISTER_LATER"]
    (later,) = decision.next_actions
    assert (later.actor, iso(later, "earliest_change_on")) == ("the school", "2026-01-16")
    assert not registering(example, "CheckEctRegistrable", ECT).HasField("registrable_from")


@pytest.mark.parametrize(
    ("method", "given", "trn", "year"),
    [
        ("CheckEctRegistrable", ECT, "3000002", 2025),
        ("CheckEctRegistrable", ECT, "3000007", 2023),
        ("CheckEctRegistrable", ECT, "3000048", 2025),
        ("CheckMentorRegistrable", MENTOR, "3000047", 2023),
        ("CheckMentorRegistrable", MENTOR, "3000034", 2025),
        ("CheckMentorRegistrable", MENTOR, "3000031", 2025),
    ],
    ids=[
        "an ECT keeps that of the training before",
        "and so does an older one",
        "who has none has that of the start",
        "a mentor keeps theirs while it pays",
        "and otherwise has that of the start",
        "who has none has that of the start too",
    ],
)
def test_the_contract_period_of_the_registration(
    example: Talk, method: str, given: Mapping[str, Any], trn: str, year: int
) -> None:
    decision = registering(example, method, given, trn=trn)
    assert decision.contract_period == year
    assert decision.basis.contract_period == year


def test_nothing_is_known_at_all(talk: Talk) -> None:
    for method, given in (("CheckEctRegistrable", ECT), ("CheckMentorRegistrable", MENTOR)):
        decision = registering(talk, method, given)
        assert codes(decision.reasons)[0] == "NOT_FOUND_IN_TRS"
