"""Suppose these records: the service as a pure function over the wire."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ect_rules import tabular
from ect_rules.catalogue import load
from ect_rules.facts import (
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.v1 import decisions_pb2
from ect_rules.world import World
from tests.service.conftest import EXAMPLE
from tests.service.talking import Talk, actions, codes, day, iso, status, supposing
from tests.sizes import size

ON = "2026-01-15"
START = {"urn": "100002", "started_on": day("2026-02-02"), "identity_confirmed": True}
ASKED: dict[str, dict[str, Any]] = {
    "CheckRegistration": {"list_possible_mentors": True},
    "CheckMentorFunding": {},
    "CheckMentorTraining": {},
    "CheckEctFunding": {},
    "CheckRecordRetention": {},
    "CheckMentorKind": {},
    "CheckMentorGrant": {},
    "CheckEctRegistrable": START,
    "CheckMentorRegistrable": START | {"ect_trn": "3000017"},
}

EVERY = size("SUPPOSED_OF_EVERY", 3, 1, 1)  # one in so many


def world() -> list[Record]:
    return [record for _, _, record in tabular.read(EXAMPLE)]


def test_the_whole_world_in_the_request_gives_the_stored_answers(example: Talk, talk: Talk) -> None:
    records = world()
    assert len(records) <= 1_000
    what_if = supposing(records)
    for trn in sorted({r.trn for r in records if isinstance(r, Teacher)})[::EVERY]:
        for method, more in ASKED.items():
            same(example, talk, method, {"trn": trn} | more, what_if)
    for school in (r for r in records if isinstance(r, School)):
        same(example, talk, "CheckSchoolEligibility", {"urn": school.urn}, what_if)


def same(
    example: Talk,
    talk: Talk,
    method: str,
    asked: dict[str, Any],
    hypothetical: decisions_pb2.Hypothetical,
    revision: int = 0,
) -> None:
    """Asked of what is stored in one, and of what is supposed in the other."""
    view = decisions_pb2.VIEW_FULL
    stored = example.ask(method, ON, view=view, **asked).decision
    supposed = talk.ask(method, ON, view=view, hypothetical=hypothetical, **asked).decision
    assert (supposed.basis.hypothetical, supposed.basis.revision) == (True, revision)
    supposed.basis.CopyFrom(stored.basis)
    assert supposed == stored, (method, asked)


def test_to_suppose_what_is_so_changes_nothing(example: Talk) -> None:
    """The facts are then read around everybody concerned, and not for one check only."""
    for teacher in [r for r in world() if isinstance(r, Teacher)][::5]:
        supposed = supposing([teacher], ignore_stored=False)
        for method, more in ASKED.items():
            same(example, example, method, {"trn": teacher.trn} | more, supposed, revision=1)


def test_what_if_we_assigned_this_mentor(example: Talk) -> None:
    """3000002 has no mentor and 3000031 no ECT, both at the same school."""
    assert status(example.registration("3000002", ON)) == "INCOMPLETE"
    assert codes(example.funding("3000031", ON).reasons) == ["NO_ECT_ASSIGNED"]
    what_if = supposing(
        [MentorshipPeriod("what-if", "102", "302", date(2026, 1, 19))], ignore_stored=False
    )
    registration = example.registration("3000002", ON, hypothetical=what_if)
    funding = example.funding("3000031", ON, hypothetical=what_if)
    assert (status(registration), registration.mentor_trn) == ("COMPLETE", "3000031")
    assert (status(funding), iso(funding, "eligible_from")) == ("NOT_YET_ELIGIBLE", "2026-01-19")
    assert registration.basis.revision == 1
    assert status(example.registration("3000002", ON)) == "INCOMPLETE", "nothing was written"


def test_a_supposed_record_replaces_the_stored_one_of_its_id(example: Talk) -> None:
    shorter = MentorshipPeriod("501", "101", "301", date(2025, 9, 1), date(2026, 1, 14))
    what_if = supposing([shorter], ignore_stored=False)
    assert status(example.registration("3000001", ON)) == "COMPLETE"
    assert status(example.registration("3000001", ON, hypothetical=what_if)) == "INCOMPLETE"


def test_an_empty_world_knows_nobody(example: Talk) -> None:
    nothing = supposing([])
    assert status(example.funding("3000030", ON, hypothetical=nothing)) == "NOT_KNOWN"


@pytest.mark.parametrize(
    ("asker", "expected"),
    [
        ({}, "LEAVING"),
        ({"asking_urn": "100001"}, "LEAVING"),
        ({"asking_urn": "100002"}, "INCOMPLETE"),
        ({"no_school_asks": True}, "INCOMPLETE"),
    ],
    ids=["its own school", "the same by name", "another school", "nobody"],
)
def test_who_asks_matters_while_an_ect_is_leaving(
    example: Talk, asker: dict[str, object], expected: str
) -> None:
    assert status(example.registration("3000010", ON, **asker)) == expected


days = st.dates(date(2024, 12, 1), date(2026, 12, 31))


@st.composite
def worlds(draw: st.DrawFn) -> list[Record]:
    """An ECT, mentors and mentorships at one school, as they come."""
    records: list[Record] = [
        Teacher("1000001", prohibited_from_teaching=draw(st.sampled_from([None, False, True]))),
        Teacher("2000001", prohibited_from_teaching=draw(st.sampled_from([None, False, True]))),
        School("100001", gias_type=draw(st.sampled_from([None, "Community school"]))),
        EctAtSchoolPeriod("e", "1000001", "100001", date(2025, 9, 1)),
        MentorAtSchoolPeriod("p", "2000001", "100001", date(2025, 9, 1)),
    ]
    for number in range(draw(st.integers(0, 3))):
        first, last = sorted([draw(days), draw(days)])
        end = draw(st.sampled_from([None, last]))
        records.append(MentorshipPeriod(f"m{number}", "e", "p", first, end))
    for number, programme in enumerate(draw(st.lists(st.sampled_from(TrainingProgramme)))):
        records.append(TrainingPeriod(f"t{number}", programme, draw(days), "e"))
    return records


@settings(max_examples=40)
@given(worlds(), days)
def test_over_the_wire_is_what_the_core_decides(
    example: Talk, records: list[Record], on: date
) -> None:
    catalogue, facts = load(), World(records)
    what_if = supposing(records)
    registration = example.registration("1000001", on.isoformat(), hypothetical=what_if)
    funding = example.funding("2000001", on.isoformat(), hypothetical=what_if)
    pairs = (
        (registration, catalogue.decide("registration", facts.ect("1000001", on), on)),
        (funding, catalogue.decide("mentor_funding", facts.mentor("2000001"), on)),
    )
    for told, decided in pairs:
        assert status(told) == decided.status
        assert codes(told.reasons) == [r.code for r in decided.reasons]
        assert codes(told.warnings) == [r.code for r in decided.warnings]
        assert actions(told) == [a.code for a in decided.next_actions]
