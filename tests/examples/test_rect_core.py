"""The worked example of RECT rows, answered by the rules, against answers written by hand.

They are by the rules for contract periods from 2025, whatever the facts say. Not compared is what
RECT itself shows: `rect_tag`, and `mentor_funding_eligibility` of `rect`.
"""

import json
from datetime import date
from pathlib import Path

import pytest

from ect_rules import tabular, timeline
from ect_rules.catalogue import load
from ect_rules.world import World

ROOT = Path(__file__).parents[2]
EXPECTED = json.loads((ROOT / "tests/data/rect_expected.json").read_text(encoding="utf-8"))
ON = date.fromisoformat(EXPECTED["as_of"])
FROM_2025 = 2025
NEXT_ACTIONS = {
    "EXISTING_MENTOR": "ASSIGN_EXISTING_MENTOR",
    "REGISTER_NEW_MENTOR": "REGISTER_NEW_MENTOR",
}
TRN = {item["teacher_id"]: item["trn"] for item in EXPECTED["ects"] + EXPECTED["mentors"]}
OURS = "PAYMENTS_FROZEN"  # a warning of which the example knows nothing
URN = {school["school_id"]: str(school["urn"]) for school in EXPECTED["schools"]}


@pytest.fixture(scope="module")
def world() -> World:
    return World(r for _, _, r in tabular.read(ROOT / "examples/rect/records"))


def codes(reasons) -> list[str]:
    return [reason.code for reason in reasons]


def test_the_example_has_the_numbers_that_its_description_says():
    assert len(EXPECTED["schools"]) == 6
    assert len(EXPECTED["ects"]) == 28
    assert len(EXPECTED["mentors"]) == 20


def test_its_records_are_whole(world):
    assert len(world.teachers) == 46
    assert {p.id for p in world.ect_periods.values()} == {
        str(ect["ect_at_school_period_id"]) for ect in EXPECTED["ects"]
    }
    assert {p.trn for p in world.mentor_periods.values()} == {m["trn"] for m in EXPECTED["mentors"]}
    assert (len(world.mentor_periods), len(world.mentorships), len(world.training)) == (21, 22, 43)
    assert (len(world.induction_periods), len(world.declarations)) == (21, 9)
    assert [*world.contract_periods] == [2021, 2022, 2023, 2024, 2025, 2026]
    assert all(t.qts_held and t.qts_awarded_on for t in world.teachers.values())


@pytest.mark.parametrize("school", EXPECTED["schools"], ids=lambda s: str(s["urn"]))
def test_school(world, school):
    decision = load().decide("school_eligibility", world.school(str(school["urn"])), ON, FROM_2025)

    assert (decision.status, codes(decision.reasons)) == (
        "ELIGIBLE" if school["eligible"] else "NOT_ELIGIBLE",
        [school["reason"]],
    )


@pytest.mark.parametrize("ect", EXPECTED["ects"], ids=lambda e: str(e["ect_at_school_period_id"]))
def test_registration(world, ect):
    facts = world.ect(ect["trn"], ON, URN[ect["school_id"]])
    decision = load().decide("registration", facts, ON, FROM_2025)
    expected = ect["registration"]

    assert facts.period is not None
    assert facts.period.id == str(ect["ect_at_school_period_id"])
    assert (decision.status, decision.reasons[0].code) == (
        expected["status"].upper(),
        expected["reason"],
    )
    mentor = expected["mentor_teacher_id"]
    started_on = expected["mentorship_started_on"]
    details = dict(decision.details)
    assert details.get("mentor_trn") == (TRN[mentor] if mentor else None)
    assert details.get("mentorship_started_on") == _day(started_on)
    prompt = expected["prompt"]
    assert codes(decision.next_actions) == [
        NEXT_ACTIONS[option] for option in (prompt["options"] if prompt else ())
    ]


@pytest.mark.parametrize("mentor", EXPECTED["mentors"], ids=lambda m: m["trn"])
def test_mentor_funding(world, mentor):
    catalogue = load()
    facts = world.mentor(mentor["trn"])
    decision = catalogue.decide("mentor_funding", facts, ON, FROM_2025)
    outlook = timeline.outlook(
        catalogue, "mentor_funding", lambda _: facts, world.days(), ON, decision, FROM_2025
    )
    expected = mentor["funding"]

    assert (decision.status == "ELIGIBLE") is expected["eligible"]
    assert decision.status in _statuses(expected)
    assert decision.reasons[0].code == expected["reason"]
    assert codes(decision.reasons) == expected["all_reasons"]
    assert outlook.yes_from == _day(expected["eligible_from"])
    published = dict(decision.details).get("published_eligible_for_funding")
    assert published is mentor["rect"]["api_eligible_for_funding"]


@pytest.mark.parametrize("mentor", EXPECTED["mentors"], ids=lambda m: m["trn"])
def test_mentor_training(world, mentor):
    decision = load().decide("mentor_training", world.mentor(mentor["trn"]), ON, FROM_2025)
    expected = mentor["training"]

    assert (decision.status == "ELIGIBLE") is expected["eligible"]
    assert decision.reasons[0].code == expected["reason"]
    assert dict(decision.details)["state"] == expected["state"]
    assert sorted({*codes(decision.warnings)} - {OURS}) == sorted(mentor["warnings"])


@pytest.mark.parametrize("mentor", EXPECTED["mentors"], ids=lambda m: m["trn"])
def test_record_retention(world, mentor):
    decision = load().decide("record_retention", world.mentor(mentor["trn"]), ON, FROM_2025)
    expected = mentor["data"]

    assert decision.status == expected["decision"]
    assert decision.reasons[0].code == expected["reason"]


@pytest.mark.parametrize("ect", EXPECTED["ects"], ids=lambda e: str(e["ect_at_school_period_id"]))
def test_ect_funding(world, ect):
    facts = world.ect_funding(ect["trn"], ON, URN[ect["school_id"]])
    details = dict(load().decide("ect_funding", facts, ON, FROM_2025).details)

    assert details["ect_at_school_period_id"] == str(ect["ect_at_school_period_id"])
    assert details.get("published_eligible_for_funding") is ect["eligible_for_ect_funding"]


def _statuses(expected) -> tuple[str, ...]:
    """The answers know yes and no. Of the no, what the school can still bring about is not yet."""
    if expected["eligible"]:
        return ("ELIGIBLE",)
    not_yet = expected["reason"] in ("NO_ECT_ASSIGNED", "ASSIGNMENT_NOT_STARTED")
    return ("NOT_YET_ELIGIBLE",) if not_yet else ("NOT_ELIGIBLE",)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
