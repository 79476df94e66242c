"""An answer through time, over a real socket."""

from datetime import date, timedelta
from typing import Any

import pytest
from google.type.date_pb2 import Date

from ect_rules import tabular
from ect_rules.facts import School, Teacher
from ect_rules.v1 import check_service_pb2 as checks
from ect_rules.v1 import decisions_pb2
from tests.service.conftest import EXAMPLE
from tests.service.talking import Talk, asking, day, iso, refused, status
from tests.sizes import size

EVERY = size("TIMELINES_OF_EVERY", 18, 9, 1)  # one in so many
TRNS = sorted({r.trn for _, _, r in tabular.read(EXAMPLE) if isinstance(r, Teacher)})


URNS = sorted({r.urn for _, _, r in tabular.read(EXAMPLE) if isinstance(r, School)})
ASK = {
    "registration": Talk.registration,
    "mentor_funding": Talk.funding,
    "mentor_training": Talk.training,
    "ect_funding": Talk.ect_funding,
    "record_retention": Talk.retention,
    "mentor_kind": Talk.kind,
    "mentor_grant": Talk.grant,
    "school_eligibility": Talk.school,
}


def timeline(talk: Talk, check: str, subject: str, **more: Any) -> list[checks.Stretch]:
    request = checks.GetTimelineRequest(**more)
    setattr(getattr(request, check), "urn" if check == "school_eligibility" else "trn", subject)
    return list(talk.checks.GetTimeline(request).stretches)


def rows(stretches: list[checks.Stretch], check: str) -> list[tuple[object, ...]]:
    return [(iso(s, "first_day"), iso(s, "last_day"), status(getattr(s, check))) for s in stretches]


TIMELINES = {
    "an ECT whose mentor left": (
        "registration",
        "3000002",
        [("2025-09-01", "2025-10-24", "COMPLETE"), ("2025-10-25", None, "INCOMPLETE")],
    ),
    "an ECT with a gap between two mentors": (
        "registration",
        "3000015",
        [
            ("2025-09-01", "2025-12-31", "COMPLETE"),
            ("2026-01-01", "2026-02-22", "COMPLETE"),
            ("2026-02-23", None, "COMPLETE"),
        ],
    ),
    "a mentor assigned from a later day": (
        "mentor_funding",
        "3000035",
        [("2025-09-01", "2026-02-22", "NOT_YET_ELIGIBLE"), ("2026-02-23", None, "ELIGIBLE")],
    ),
    "a mentor whose ECT was given to another": (
        "mentor_training",
        "3000036",
        [
            ("2025-09-01", "2025-11-30", "ELIGIBLE"),
            ("2025-12-01", "2027-08-31", "ELIGIBLE"),
            ("2027-09-01", None, "ELIGIBLE"),
        ],
    ),
}


@pytest.mark.parametrize("case", TIMELINES)
def test_timelines(example: Talk, case: str) -> None:
    check, trn, expected = TIMELINES[case]
    assert rows(timeline(example, check, trn), check) == expected


def test_every_check_with_a_timeline_is_here() -> None:
    question = checks.GetTimelineRequest.DESCRIPTOR.oneofs_by_name["question"]
    assert set(ASK) == {field.name for field in question.fields}


def told(decision: Any) -> Any:
    """What a caller acts on, without the days and the basis."""
    bare = type(decision)()
    bare.CopyFrom(decision)
    for field in decision.DESCRIPTOR.fields:
        if field.name in ("holds_from", "holds_until", "basis") or field.name.endswith("_from"):
            bare.ClearField(field.name)
    for action in bare.next_actions:
        action.ClearField("earliest_change_on")
    return bare


@pytest.mark.parametrize("check", ASK)
def test_a_timeline_is_the_answer_of_each_day(example: Talk, check: str) -> None:
    first, last = date(2025, 8, 25), date(2026, 3, 5)
    for subject in URNS[:2] if check == "school_eligibility" else TRNS[::EVERY]:
        found = timeline(
            example,
            check,
            subject,
            first_day=day(first.isoformat()),
            last_day=day(last.isoformat()),
            asking=decisions_pb2.Asking(view=decisions_pb2.VIEW_BASIC),
        )
        begins = {iso(s, "first_day"): getattr(s, check) for s in found}
        current = None
        for number in range((last - first).days + 1):
            on = (first + timedelta(number)).isoformat()
            current = begins.get(on, current)
            assert current is not None
            assert told(ASK[check](example, subject, on)) == told(current), (subject, on)


@pytest.mark.parametrize("check", ASK)
def test_the_contract_period_asked_for_counts_on_every_day(example: Talk, check: str) -> None:
    subject = URNS[0] if check == "school_eligibility" else "3000047"
    for year in (2023, 2025):
        found = timeline(example, check, subject, asking=asking(contract_period=year))
        for stretch in found:
            decision = getattr(stretch, check)
            assert decision.basis.contract_period == year
            on = iso(stretch, "first_day")
            assert told(ASK[check](example, subject, on, contract_period=year)) == told(decision)


def test_days_before_and_after_are_cut_off(example: Talk) -> None:
    found = timeline(
        example,
        "registration",
        "3000002",
        first_day=day("2025-10-24"),
        last_day=day("2025-10-25"),
    )
    assert rows(found, "registration") == [
        ("2025-10-24", "2025-10-24", "COMPLETE"),
        ("2025-10-25", "2025-10-25", "INCOMPLETE"),
    ]


def test_nobody_we_know_is_one_stretch_from_today(example: Talk) -> None:
    found = timeline(example, "mentor_funding", "7654321")
    assert rows(found, "mentor_funding") == [("2026-01-15", None, "NOT_KNOWN")]


BAD = {
    "a URN that is none": (
        checks.GetTimelineRequest(school_eligibility=checks.SchoolSubject(urn="10001")),
        "school_eligibility.urn",
    ),
    "a school of an ECT that is none": (
        checks.GetTimelineRequest(
            ect_funding=checks.RegistrationSubject(trn="1000001", urn="Ashley High")
        ),
        "ect_funding.urn",
    ),
    "a contract period before there were any": (
        checks.GetTimelineRequest(
            mentor_grant=checks.MentorSubject(trn="1000001"), asking=asking(contract_period=2019)
        ),
        "asking.contract_period",
    ),
    "no question": (checks.GetTimelineRequest(), "question"),
    "a TRN that is none": (
        checks.GetTimelineRequest(mentor_funding=checks.MentorSubject(trn="1")),
        "mentor_funding.trn",
    ),
    "it ends before it starts": (
        checks.GetTimelineRequest(
            mentor_funding=checks.MentorSubject(trn="1000001"),
            first_day=day("2026-01-15"),
            last_day=day("2026-01-14"),
        ),
        "last_day",
    ),
    "one day is asked about": (
        checks.GetTimelineRequest(
            mentor_funding=checks.MentorSubject(trn="1000001"), asking=asking("2026-01-15")
        ),
        "asking.on",
    ),
    "a first day that there is not": (
        checks.GetTimelineRequest(
            mentor_funding=checks.MentorSubject(trn="1000001"),
            first_day=Date(year=2026, month=2, day=30),
        ),
        "first_day",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input(example: Talk, case: str) -> None:
    request, field = BAD[case]
    answer = refused(lambda: example.checks.GetTimeline(request))
    assert (answer.code.name, answer.fields) == ("INVALID_ARGUMENT", [field])
