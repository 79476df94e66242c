"""The worked example over a real socket: 6 schools, 28 registrations, 20 mentors.

Its answers are by the rules for contract periods from 2025, whatever the facts say.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from ect_rules.v1 import check_service_pb2 as checks
from tests.service.talking import Talk, actions, codes, iso, status

EXPECTED = json.loads((Path(__file__).parents[1] / "data" / "rect_expected.json").read_text())
ON = EXPECTED["as_of"]
FROM_2025 = {"contract_period": 2025}
URNS = {school["school_id"]: str(school["urn"]) for school in EXPECTED["schools"]}
TRNS = {person["teacher_id"]: person["trn"] for person in EXPECTED["ects"] + EXPECTED["mentors"]}
PROMPTED = {
    "EXISTING_MENTOR": "ASSIGN_EXISTING_MENTOR",
    "REGISTER_NEW_MENTOR": "REGISTER_NEW_MENTOR",
}
# RECT's labels by our reasons. It has no notion of left, and goes on to the reasons after that one.
TAGS = {
    "LEAVING_SCHOOL": "Leaving school",
    "INDUCTION_PASSED": "Completed induction",
    "INDUCTION_FAILED": "Failed induction",
    "INDUCTION_EXEMPT": "Exempt",
    "MENTOR_ASSIGNED": "Registered",
    "MENTOR_ASSIGNED_FUTURE": "Registered",
    "MENTOR_NOT_ASSIGNED": "Action required",
}
OURS = "PAYMENTS_FROZEN"  # a warning of which the example knows nothing
FUNDING_LOST = {
    "TRAINED_IN_EARLY_ROLL_OUT",
    "TRAINING_COMPLETED",
    "TRAINING_STARTED_NOT_COMPLETED",
}


def published(decision: Any) -> bool | None:
    if not decision.HasField("published_eligible_for_funding"):
        return None
    return bool(decision.published_eligible_for_funding)


def test_every_case_is_here() -> None:
    assert [len(EXPECTED[kind]) for kind in ("schools", "ects", "mentors")] == [6, 28, 20]


@pytest.mark.parametrize("case", EXPECTED["schools"], ids=lambda c: f"{c['urn']} {c['reason']}")
def test_schools(example: Talk, case: dict[str, Any]) -> None:
    decision = example.school(str(case["urn"]), ON, **FROM_2025)
    assert (status(decision) == "ELIGIBLE") is case["eligible"]
    assert codes(decision.reasons)[0] == case["reason"]


@pytest.mark.parametrize("case", EXPECTED["ects"], ids=lambda c: c["why"])
def test_registrations(example: Talk, case: dict[str, Any]) -> None:
    decision = example.registration(case["trn"], ON, urn=URNS[case["school_id"]], **FROM_2025)
    expected = case["registration"]
    assert status(decision) == expected["status"].upper()
    assert codes(decision.reasons)[0] == expected["reason"]
    assert decision.ect_at_school_period_id == str(case["ect_at_school_period_id"])
    assert (decision.mentor_trn or None) == TRNS.get(expected["mentor_teacher_id"])
    assert iso(decision, "mentorship_started_on") == expected["mentorship_started_on"]
    options = expected["prompt"]["options"] if expected["prompt"] else []
    assert actions(decision) == [PROMPTED[option] for option in options]
    tags = [TAGS[code] for code in codes(decision.reasons) if code != "LEFT_SCHOOL"]
    assert [*tags, "Action required"][0] == case["rect_tag"]


@pytest.mark.parametrize("case", EXPECTED["ects"], ids=lambda c: c["why"])
def test_funding_of_ects(example: Talk, case: dict[str, Any]) -> None:
    decision = example.ect_funding(case["trn"], ON, urn=URNS[case["school_id"]], **FROM_2025)
    assert decision.ect_at_school_period_id == str(case["ect_at_school_period_id"])
    assert decision.urn == URNS[case["school_id"]]
    assert published(decision) is case["eligible_for_ect_funding"]


@pytest.mark.parametrize("case", EXPECTED["mentors"], ids=lambda c: c["why"])
def test_mentors(example: Talk, case: dict[str, Any]) -> None:
    funding = example.funding(case["trn"], ON, **FROM_2025)
    training = example.training(case["trn"], ON, **FROM_2025)
    assert (status(funding) == "ELIGIBLE") is case["funding"]["eligible"]
    assert codes(funding.reasons) == case["funding"]["all_reasons"]
    assert iso(funding, "eligible_from") == case["funding"]["eligible_from"]
    assert (status(training) == "ELIGIBLE") is case["training"]["eligible"]
    assert codes(training.reasons)[0] == case["training"]["reason"]
    state = checks.TrainingState.Name(training.state)
    assert state == f"TRAINING_STATE_{case['training']['state']}"
    assert [w for w in codes(training.warnings) if w != OURS] == case["warnings"]
    assert published(funding) is case["rect"]["api_eligible_for_funding"]
    lost = bool(FUNDING_LOST & {*codes(funding.reasons)})
    assert lost is not case["rect"]["mentor_funding_eligibility"]


@pytest.mark.parametrize("case", EXPECTED["mentors"], ids=lambda c: c["why"])
def test_records_of_mentors(example: Talk, case: dict[str, Any]) -> None:
    decision = example.retention(case["trn"], ON, **FROM_2025)
    assert status(decision) == case["data"]["decision"]
    assert codes(decision.reasons)[0] == case["data"]["reason"]
