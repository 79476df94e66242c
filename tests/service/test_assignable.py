"""May this mentor be assigned, and what then? Asked over a real socket, and held against doing it."""

from datetime import date
from typing import Any

import pytest

from ect_rules import tabular
from ect_rules.facts import (
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
)
from ect_rules.v1 import check_service_pb2 as checks
from ect_rules.v1 import record_service_pb2 as writes
from tests.builders import day as core_day
from tests.service.conftest import EXAMPLE
from tests.service.talking import Talk, codes, day, iso, new_id, refused, status, supposing

ON = "2026-01-15"


def assignable(talk: Talk, ect: str, mentor: str, on: str | None = ON, **more: Any) -> Any:
    return talk.ask("CheckMentorAssignable", on, ect_trn=ect, mentor_trn=mentor, **more)


def then(response: checks.CheckMentorAssignableResponse) -> list[Any]:
    """The answers there would be, without what they rest on."""
    would_be = [response.registration, response.mentor_funding, response.mentor_training]
    for decision in would_be:
        decision.ClearField("basis")
    return would_be


# Everybody is at school 100001 but where it says so; the days of the new mentorship.
ASSIGNED: dict[str, tuple[str, str, str | None, str | None]] = {
    "an ECT without a mentor": ("3000002", "3000031", ON, None),
    "in place of the mentor there is": ("3000001", "3000031", ON, None),
    "in place of a mentor from a later day": ("3000003", "3000031", ON, None),
    "in a gap, in place of the mentor to come": ("3000015", "3000044", ON, None),
    "the mentor there is already": ("3000001", "3000030", ON, None),
    "a mentor who has completed training": ("3000009", "3000032", ON, None),
    "a mentor who started on Monday": ("3000004", "3000035", ON, None),
    "an ECT who is to leave": ("3000010", "3000031", ON, "2026-02-13"),
    "an ECT on the last day": ("3000011", "3000036", ON, "2026-01-15"),
    "an ECT who starts in April, at another school": ("3000022", "3000042", "2026-04-13", None),
    "a school-led ECT": ("3000017", "3000038", ON, None),
}
REFUSED = {
    "themselves": ("3000025", "3000025", ["SELF_MENTORING", "ENDS_BEFORE_START"]),
    "a mentor of another school": ("3000002", "3000038", ["DIFFERENT_SCHOOL"]),
    "an ECT who has left": ("3000012", "3000031", ["ENDS_BEFORE_START"]),
    "a mentor who has left by the ECT's start": ("3000022", "3000048", ["ENDS_BEFORE_START"]),
    "a teacher who is no ECT": ("3000030", "3000031", ["NOT_REGISTERED_AS_ECT"]),
    "an ECT nobody knows": ("7654321", "3000031", ["NOT_REGISTERED_AS_ECT"]),
    "a teacher who is no mentor": ("3000002", "3000001", ["NOT_A_MENTOR"]),
    "a mentor nobody knows": ("3000002", "7654321", ["NOT_A_MENTOR"]),
}


@pytest.mark.parametrize("case", ASSIGNED)
def test_what_if_is_what_is_then(talk: Talk, example: Talk, case: str) -> None:
    ect, mentor, first, last = ASSIGNED[case]
    answer = assignable(example, ect, mentor)
    decision = answer.decision
    assert (status(decision), codes(decision.reasons)) == ("ASSIGNABLE", ["ASSIGNABLE"])
    assert (iso(decision, "started_on"), iso(decision, "finished_on")) == (first, last)
    assert not decision.basis.hypothetical
    for would_be in (answer.registration, answer.mentor_funding, answer.mentor_training):
        assert would_be.basis.hypothetical
        assert (would_be.basis.revision, would_be.basis.on) == (1, day(ON))

    talk.import_records([record for _, _, record in tabular.read(EXAMPLE)])
    written = talk.records.AssignMentor(
        writes.AssignMentorRequest(
            request_id=new_id(),
            ect_at_school_period_id=decision.ect_at_school_period_id,
            mentor_at_school_period_id=decision.mentor_at_school_period_id,
            on=day(ON),
        )
    )
    assert iso(written, "mentorship_started_on") == first
    assert iso(written, "mentorship_finished_on") == last
    are = checks.CheckMentorAssignableResponse(
        registration=talk.registration(ect, ON, urn=answer.registration.urn),
        mentor_funding=talk.funding(mentor, ON),
        mentor_training=talk.training(mentor, ON),
    )
    assert not are.registration.basis.hypothetical
    assert then(answer) == then(are)
    assert status(answer.registration) in ("COMPLETE", "LEAVING", "NOT_REQUIRED")


@pytest.mark.parametrize("case", REFUSED)
def test_where_it_may_not_be_there_is_no_what_if(example: Talk, case: str) -> None:
    ect, mentor, reasons = REFUSED[case]
    answer = assignable(example, ect, mentor)
    assert status(answer.decision) == "NOT_ASSIGNABLE"
    assert codes(answer.decision.reasons) == reasons
    for name in ("registration", "mentor_funding", "mentor_training"):
        assert not answer.HasField(name)


def test_a_refusal_is_what_the_write_would_say(example: Talk) -> None:
    answer = assignable(example, "3000002", "3000038")
    write = writes.AssignMentorRequest(
        request_id=new_id(),
        ect_at_school_period_id=answer.decision.ect_at_school_period_id,
        mentor_at_school_period_id=answer.decision.mentor_at_school_period_id,
        on=day(ON),
    )
    said = refused(lambda: example.records.AssignMentor(write))
    assert said.violations == codes(answer.decision.reasons)


OUTSIDE = ["OUTSIDE_ECT_PERIOD", "OUTSIDE_MENTOR_PERIOD", "OVERLAPS_OTHER_MENTORSHIP"]


@pytest.mark.parametrize(
    ("first", "last", "reasons"),
    [
        ("2025-10-25", None, ["ASSIGNABLE"]),
        ("2026-01-19", None, ["ASSIGNABLE"]),
        ("2026-01-19", "2026-01-19", ["ASSIGNABLE"]),
        ("2026-01-19", "2026-01-18", ["ENDS_BEFORE_START"]),
        ("2025-08-31", "2025-09-30", OUTSIDE),
        (None, "2026-02-13", ["ASSIGNABLE"]),
    ],
)
def test_the_days_may_be_given(
    example: Talk, first: str | None, last: str | None, reasons: list[str]
) -> None:
    days = {
        name: day(iso)
        for name, iso in (("started_on", first), ("finished_on", last))
        if iso is not None
    }
    answer = assignable(example, "3000002", "3000031", **days)
    assert codes(answer.decision.reasons) == reasons
    assert iso(answer.decision, "started_on") == (first or ON)
    assert iso(answer.decision, "finished_on") == last
    if reasons == ["ASSIGNABLE"]:
        supposed = supposing(
            [MentorshipPeriod("one", "102", "302", core_day(first or ON), core_day(last))],
            ignore_stored=False,
        )
        if_so = checks.CheckMentorAssignableResponse(
            registration=example.registration("3000002", ON, hypothetical=supposed),
            mentor_funding=example.funding("3000031", ON, hypothetical=supposed),
            mentor_training=example.training("3000031", ON, hypothetical=supposed),
        )
        assert then(answer) == then(if_so)


MOVING: list[Record] = [
    Teacher("1000001"),
    Teacher("2000001"),
    School("100001"),
    School("100002"),
    EctAtSchoolPeriod("e", "1000001", "100001", date(2025, 9, 1)),
    MentorAtSchoolPeriod("there", "2000001", "100002", date(2024, 9, 1), date(2025, 11, 30)),
    MentorAtSchoolPeriod("here", "2000001", "100001", date(2025, 12, 1)),
]


@pytest.mark.parametrize(
    ("back_dated", "mentored_before", "first"),
    [(False, False, ON), (True, False, "2025-12-01"), (True, True, ON)],
)
def test_back_dating(talk: Talk, back_dated: bool, mentored_before: bool, first: str) -> None:
    before = MentorshipPeriod("m", "e", "before", date(2025, 9, 1), date(2025, 9, 30))
    others: list[Record] = [
        Teacher("2000002"),
        MentorAtSchoolPeriod("before", "2000002", "100001", date(2025, 9, 1)),
        before,
    ]
    supposed = supposing(MOVING + (others if mentored_before else []))
    answer = assignable(talk, "1000001", "2000001", back_dated=back_dated, hypothetical=supposed)
    assert answer.decision.mentor_at_school_period_id == "here"
    assert iso(answer.decision, "started_on") == first
    assert (answer.decision.basis.hypothetical, answer.decision.basis.revision) == (True, 0)


def test_the_school_says_which_registration(example: Talk) -> None:
    """3000013 leaves 100001 for 100002 on 1 February."""
    here = assignable(example, "3000013", "3000031", urn="100001").decision
    there = assignable(example, "3000013", "3000038", urn="100002").decision
    assert (status(here), here.ect_at_school_period_id) == ("ASSIGNABLE", "113")
    assert (iso(here, "started_on"), iso(here, "finished_on")) == (ON, "2026-01-31")
    assert (status(there), there.ect_at_school_period_id) == ("ASSIGNABLE", "213")
    assert (iso(there, "started_on"), iso(there, "finished_on")) == ("2026-02-01", None)
    nowhere = assignable(example, "3000013", "3000031", urn="100003").decision
    assert codes(nowhere.reasons) == ["NOT_REGISTERED_AS_ECT"]


def test_it_holds_as_long_as_nothing_that_is_known_stands_against_it(example: Talk) -> None:
    """3000010 is to leave on 13 February."""
    decision = assignable(example, "3000010", "3000031").decision
    assert iso(decision, "holds_until") == "2026-02-13"
    after = assignable(example, "3000010", "3000031", "2026-02-14").decision
    assert (status(after), iso(after, "holds_from")) == ("NOT_ASSIGNABLE", "2026-02-14")


POSSIBLE = {
    "no mentor is assigned": (
        ("3000002", "100001"),
        [
            *("3000033", "3000034", "3000032", "3000047", "3000025", "3000030"),
            *("3000031", "3000036", "3000044", "3000037", "3000035"),
        ],
    ),
    "one is": (("3000001", "100001"), []),
    "the school has one who leaves and one who stays": (("3000022", "100006"), ["3000042"]),
}


@pytest.mark.parametrize("case", POSSIBLE)
def test_possible_mentors_are_those_that_may_be_offered(example: Talk, case: str) -> None:
    (ect, urn), mentors = POSSIBLE[case]
    decision = example.registration(ect, ON, urn=urn, list_possible_mentors=True)
    assert sorted(decision.possible_mentor_trns) == sorted(mentors)
    assert not example.registration(ect, ON, urn=urn).possible_mentor_trns
    for mentor in mentors:
        offered = assignable(example, ect, mentor, urn=urn).decision
        assert (status(offered), codes(offered.warnings)) == ("ASSIGNABLE", [])
