"""The worked example over a real socket: 6 schools, 28 registrations, 20 mentors.

`data`, `rect`, `rect_tag` and `eligible_for_ect_funding` belong to checks that do not exist yet.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from ect_rules.v1 import check_service_pb2 as checks
from tests.service.talking import Talk, actions, codes, iso, status

EXPECTED = json.loads((Path(__file__).parents[1] / "data" / "rect_expected.json").read_text())
ON = EXPECTED["as_of"]
URNS = {school["school_id"]: str(school["urn"]) for school in EXPECTED["schools"]}
TRNS = {person["teacher_id"]: person["trn"] for person in EXPECTED["ects"] + EXPECTED["mentors"]}
PROMPTED = {
    "EXISTING_MENTOR": "ASSIGN_EXISTING_MENTOR",
    "REGISTER_NEW_MENTOR": "REGISTER_NEW_MENTOR",
}


def test_every_case_is_here() -> None:
    assert [len(EXPECTED[kind]) for kind in ("schools", "ects", "mentors")] == [6, 28, 20]


@pytest.mark.parametrize("case", EXPECTED["schools"], ids=lambda c: f"{c['urn']} {c['reason']}")
def test_schools(example: Talk, case: dict[str, Any]) -> None:
    decision = example.school(str(case["urn"]), ON)
    assert (status(decision) == "ELIGIBLE") is case["eligible"]
    assert codes(decision.reasons)[0] == case["reason"]


@pytest.mark.parametrize("case", EXPECTED["ects"], ids=lambda c: c["why"])
def test_registrations(example: Talk, case: dict[str, Any]) -> None:
    decision = example.registration(case["trn"], ON, urn=URNS[case["school_id"]])
    expected = case["registration"]
    assert status(decision) == expected["status"].upper()
    assert codes(decision.reasons)[0] == expected["reason"]
    assert decision.ect_at_school_period_id == str(case["ect_at_school_period_id"])
    assert (decision.mentor_trn or None) == TRNS.get(expected["mentor_teacher_id"])
    assert iso(decision, "mentorship_started_on") == expected["mentorship_started_on"]
    options = expected["prompt"]["options"] if expected["prompt"] else []
    assert actions(decision) == [PROMPTED[option] for option in options]


@pytest.mark.parametrize("case", EXPECTED["mentors"], ids=lambda c: c["why"])
def test_mentors(example: Talk, case: dict[str, Any]) -> None:
    funding, training = example.funding(case["trn"], ON), example.training(case["trn"], ON)
    assert (status(funding) == "ELIGIBLE") is case["funding"]["eligible"]
    assert codes(funding.reasons) == case["funding"]["all_reasons"]
    assert iso(funding, "eligible_from") == case["funding"]["eligible_from"]
    assert (status(training) == "ELIGIBLE") is case["training"]["eligible"]
    assert codes(training.reasons)[0] == case["training"]["reason"]
    state = checks.TrainingState.Name(training.state)
    assert state == f"TRAINING_STATE_{case['training']['state']}"
    assert codes(training.warnings) == case["warnings"]
