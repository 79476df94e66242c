"""What the rows of the worked example, and changes of them, become."""

from pathlib import Path
from typing import Any

import pytest

from ect_rules import tabular
from ect_rules.facts import ContractPeriod, School, Teacher, TrainingPeriod
from tests.builders import day
from tests.rect.telling import ALL, Database

EXAMPLE = Path(__file__).parents[2] / "examples/rect/records"


def test_the_rows_of_the_example_are_its_records(rect: Database) -> None:
    records = rect.records()
    assert len(records) == ALL
    assert {*records} == {record for _, _, record in tabular.read(EXAMPLE)}
    assert rect.unmapped() == []


def test_a_record_comes_after_those_that_it_names_and_in_the_same_order_each_time(
    rect: Database,
) -> None:
    read = rect.read()
    assert read == rect.read()
    tables = [row.table for row in read]
    assert [*dict.fromkeys(tables)] == [
        "teachers",
        "gias_schools",
        "ect_at_school_periods",
        "mentor_at_school_periods",
        "mentorship_periods",
        "training_periods",
        "induction_periods",
        "declarations",
        "contract_periods",
    ]
    assert tables == sorted(tables, key=[*dict.fromkeys(tables)].index)


AWARDED = {"trs_qts_awarded_on": "2010-07-01"}
NOT_AWARDED = {"trs_qts_awarded_on": None}
TOLD: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "QTS was awarded": (AWARDED, {"qts_held": True, "qts_awarded_on": day("2010-07-01")}),
    "QTS was not awarded, and the status was read": (
        {**NOT_AWARDED, "trs_induction_status": "None"},
        {"qts_held": False, "qts_awarded_on": None},
    ),
    "QTS was not awarded, and the record was read": (
        {**NOT_AWARDED, "trs_data_last_refreshed_at": "2026-01-01 09:00"},
        {"qts_held": False, "qts_awarded_on": None},
    ),
    "nothing was read": (NOT_AWARDED, {"qts_held": None, "qts_awarded_on": None}),
    "the register vouches for it": (
        {"trs_response": "ok", "trs_induction_status": "Exempt"},
        {"qts_held": True, "trs_induction_status": "Exempt"},
    ),
} | {
    f"the register said {response}": (
        {**AWARDED, "trs_response": response, "trs_induction_status": "Passed"},
        {"qts_held": None, "qts_awarded_on": None, "trs_induction_status": None},
    )
    for response in ("not_found", "gone", "permanent_redirect")
}


@pytest.mark.parametrize("case", TOLD)
def test_what_is_told_of_a_teacher(rect: Database, case: str) -> None:
    change, expected = TOLD[case]
    with rect.otherwise("teachers", 30, **change):
        teacher = rect.facts()[Teacher, "3000030"]
    assert {name: getattr(teacher, name) for name in expected} == expected


def test_only_whoever_was_registered_is_told_to_be_not_prohibited(rect: Database) -> None:
    nobody_yet = (
        "INSERT INTO teachers (id, trn, created_at, updated_at)"
        " VALUES (900, '3000900', now(), now())"
    )
    with rect.tried(nobody_yet):
        facts = rect.facts()
    assert facts[Teacher, "3000900"] == Teacher("3000900")
    assert facts[Teacher, "3000001"].prohibited_from_teaching is False  # type: ignore[union-attr]
    assert facts[Teacher, "3000030"].prohibited_from_teaching is False  # type: ignore[union-attr]


PARTNERSHIP, CHOICE, SCHEDULE = 31, 13, 41  # of Northway in 2025; of Northway in 2024; of 2025
LED: dict[str, tuple[dict[str, Any], tuple[object, ...]]] = {
    "confirmed": (
        {"school_partnership_id": PARTNERSHIP},
        ("Northway Lead Provider", True, 2025),
    ),
    "confirmed, before what was chosen": (
        {"school_partnership_id": PARTNERSHIP, "expression_of_interest_id": 15},
        ("Northway Lead Provider", True, 2025),
    ),
    "chosen": ({"expression_of_interest_id": CHOICE}, ("Northway Lead Provider", False, 2024)),
    "chosen, before the schedule": (
        {"expression_of_interest_id": CHOICE, "schedule_id": SCHEDULE},
        ("Northway Lead Provider", False, 2024),
    ),
    "of a schedule alone": ({"schedule_id": SCHEDULE}, (None, None, 2025)),
    "of nothing": ({}, (None, None, None)),
}


@pytest.mark.parametrize("case", LED)
def test_who_leads_training_and_in_which_contract_period(rect: Database, case: str) -> None:
    change, expected = LED[case]
    nothing = dict.fromkeys(("school_partnership_id", "expression_of_interest_id", "schedule_id"))
    with rect.otherwise("training_periods", 601, **nothing | change):
        training = rect.facts()[TrainingPeriod, "601"]
    assert isinstance(training, TrainingPeriod)
    told = training.lead_provider, training.partnership_confirmed, training.contract_period
    assert told == expected


def test_a_school_that_the_service_does_not_know_is_told_of_too(rect: Database) -> None:
    unknown = (
        "INSERT INTO gias_schools (urn, name, type_name, in_england, section_41_approved,"
        " local_authority_code, created_at, updated_at)"
        " VALUES (100099, 'Grange School', 'Foundation school', true, false, 201, now(), now())"
    )
    with rect.tried(unknown), rect.otherwise("schools", 1, marked_as_eligible=True):
        facts = rect.facts()
    told = School("100099", "open", "Foundation school", section_41_approved=False)  # type: ignore[arg-type]
    assert facts[School, "100099"] == told
    assert facts[School, "100001"].marked_as_eligible is True  # type: ignore[union-attr]
    assert facts[School, "100002"].marked_as_eligible is False  # type: ignore[union-attr]


def test_an_instant_without_a_zone_is_utc(rect: Database) -> None:
    instant = "2026-07-01 10:00:00.123456"
    with rect.otherwise("contract_periods", 2024, payments_frozen_at=instant):
        frozen = rect.facts()[ContractPeriod, "2024"].payments_frozen_at  # type: ignore[union-attr]
    assert frozen is not None
    assert frozen.isoformat() == "2026-07-01T10:00:00.123456+00:00"
