"""Rows that make no record are told of by table, key and column, with what hangs on them."""

from typing import Any

import pytest

from ect_rules.rect import Unmapped
from tests.rect.telling import ALL, Database, unmapped

Update = tuple[str, int, dict[str, Any]]
SEE = "which makes no record; see there"
NOTHING = "names a row that {} does not have; correct it in RECT"
# What is done to the row, and what is said of it and of what hangs on it.
ROWS: dict[str, tuple[Update, list[str]]] = {
    "a teacher without a TRN": (
        ("teachers", 1, {"trn": None, "trnless": True}),
        [
            "teachers 1 trn: is missing, and a teacher is known by it; set it in RECT",
            f"ect_at_school_periods 101 teacher_id: names teachers 1, {SEE}",
            f"mentorship_periods 501 ect_at_school_period_id: names ect_at_school_periods 101, {SEE}",
            f"training_periods 601 ect_at_school_period_id: names ect_at_school_periods 101, {SEE}",
            f"induction_periods 700 teacher_id: names teachers 1, {SEE}",
            f"declarations 805 training_period_id: names training_periods 601, {SEE}",
        ],
    ),
    "a TRN that is none": (
        ("teachers", 31, {"trn": "RP99/12345"}),
        ["teachers 31 trn: is not seven digits; correct it in RECT", "..."],
    ),
    "a loss of funding without a reason": (
        ("teachers", 1, {"mentor_became_ineligible_for_funding_on": "2025-10-01"}),
        [
            (
                "teachers 1 mentor_became_ineligible_for_funding_reason: and "
                "mentor_became_ineligible_for_funding_on are set together or not at all"
            ),
            "...",
        ],
    ),
    "an induction status that TRS did not have": (
        ("teachers", 1, {"trs_induction_status": "Paused"}),
        [
            (
                "teachers 1 trs_induction_status: is 'Paused', and this release knows None, "
                "RequiredToComplete, InProgress, Passed, Failed, FailedInWales, Exempt only; correct it "
                "in RECT, or use a release that knows it"
            ),
            "...",
        ],
    ),
    "a type that GIAS does not have": (
        ("gias_schools", 100006, {"type_name": "Space school"}),
        [
            (
                "gias_schools 100006 gias_type: is none of the 41 establishment types of GIAS; send the "
                "type's exact name"
            )
        ],
    ),
    "training of neither side": (
        ("training_periods", 602, {"ect_at_school_period_id": None}),
        [
            (
                "training_periods 602 trainee: set exactly one of ect_at_school_period_id and "
                "mentor_at_school_period_id"
            )
        ],
    ),
    "training of both sides": (
        ("training_periods", 602, {"mentor_at_school_period_id": 301}),
        [
            (
                "training_periods 602 trainee: set exactly one of ect_at_school_period_id and "
                "mentor_at_school_period_id"
            )
        ],
    ),
    "a partnership that leads nowhere": (
        ("lead_provider_delivery_partnerships", 23, {"active_lead_provider_id": 99}),
        [
            f"training_periods {n} school_partnership_id: leads to no contract period; correct it in "
            "RECT"
            for n in (622, 654)
        ],
    ),
    "a provider with a name too long": (
        ("lead_providers", 2, {"name": "x" * 201}),
        [
            (
                "training_periods 619 expression_of_interest_id: leads to a name that is not of 1 to 200 "
                "characters; correct it in RECT"
            ),
            "...",
        ],
    ),
    "an outcome of an induction that goes on": (
        ("induction_periods", 700, {"outcome": "pass"}),
        ["induction_periods 700 outcome: is set only together with finished_on"],
    ),
    "money that came back and was never paid": (
        ("declarations", 801, {"clawback_status": "clawed_back"}),
        ["declarations 801 clawback_status: is no_clawback unless payment_status is paid"],
    ),
    "a day in the year 202": (
        ("mentorship_periods", 501, {"started_on": "0202-09-01"}),
        ["mentorship_periods 501 started_on: must be in 1900 to 2200; correct it in RECT"],
    ),
    "an instant long ago": (
        ("declarations", 801, {"declaration_date": "1024-01-01"}),
        ["declarations 801 declaration_date: must be in 1900 to 2200; correct it in RECT"],
    ),
    "an anonymised teacher": (
        ("teachers", 31, {"anonymised_at": "2026-01-01"}),
        ["teachers 31 anonymised_at: is set: it is about nobody now", "..."],
    ),
    "induction of nobody": (
        ("induction_periods", 700, {"teacher_id": None}),
        ["induction_periods 700 teacher_id: is not set: it is about nobody"],
    ),
    "a declaration of no training": (
        ("declarations", 805, {"training_period_id": None}),
        ["declarations 805 training_period_id: is not set: it is about nobody"],
    ),
    "a declaration of training that is gone": (
        ("declarations", 805, {"training_period_id": 99}),
        [f"declarations 805 training_period_id: {NOTHING.format('training_periods')}"],
    ),
}


@pytest.mark.parametrize("case", ROWS)
def test_rows_are_told_of(rect: Database, case: str) -> None:
    (table, key, values), expected = ROWS[case]
    with rect.otherwise(table, key, **values):
        read = rect.read()
    said = unmapped(read)
    if expected[-1] == "...":
        assert said[: len(expected) - 1] == expected[:-1]
        assert len(said) >= len(expected)
    else:
        assert said == expected
    assert len(read) == ALL, "every row is a record, or told of"


@pytest.mark.parametrize(
    ("case", "of_nobody"),
    [
        ("an anonymised teacher", True),
        ("induction of nobody", True),
        ("a declaration of no training", True),
        ("a teacher without a TRN", False),
        ("training of neither side", False),
    ],
)
def test_some_are_about_nobody(rect: Database, case: str, of_nobody: bool) -> None:
    (table, key, values), _ = ROWS[case]
    with rect.otherwise(table, key, **values):
        first, *others = [row for row in rect.read() if isinstance(row, Unmapped)]
    assert first.of_nobody is of_nobody
    assert not any(row.of_nobody for row in others), "what names them is about somebody"


# A new value, as a later release of RECT may bring it, and a row that has it.
NEW = {
    "gias_school_statuses": ("gias_schools", 100001, "status"),
    "training_programme": ("training_periods", 601, "training_programme"),
    "trs_responses": ("teachers", 30, "trs_response"),
    "mentor_became_ineligible_for_funding_reason": (
        "teachers",
        32,
        "mentor_became_ineligible_for_funding_reason",
    ),
    "induction_outcomes": ("induction_periods", 705, "outcome"),
    "declaration_types": ("declarations", 801, "declaration_type"),
    "declaration_payment_statuses": ("declarations", 801, "payment_status"),
    "declaration_clawback_statuses": ("declarations", 802, "clawback_status"),
    "evidence_types": ("declarations", 801, "evidence_type"),
}


def test_a_value_that_this_release_does_not_know(database: Database) -> None:
    for enum, (table, key, column) in NEW.items():
        database.run(f"ALTER TYPE {enum} ADD VALUE 'novel'")
        with database.otherwise(table, key, **{column: "novel"}):
            said = database.unmapped()[0]
        assert said.startswith(f"{table} {key} {column}: is 'novel', and this release knows ")
        assert said.endswith(" only; correct it in RECT, or use a release that knows it")
    assert database.unmapped() == []


# What the constraints of RECT rule out, but not those of a copy. Table, column, row, and what is said.
LEADS = "leads to no contract period; correct it in RECT"
NO_SCHOOL = "names no school; correct it in RECT"
GONE = [
    ("ect_at_school_periods", "school_id", 101, NO_SCHOOL),
    ("ect_at_school_periods", "teacher_id", 101, NOTHING.format("teachers")),
    ("induction_periods", "teacher_id", 700, NOTHING.format("teachers")),
    ("mentor_at_school_periods", "reported_leaving_by_school_id", 301, NO_SCHOOL),
    ("mentor_at_school_periods", "teacher_id", 301, NOTHING.format("teachers")),
    (
        "mentorship_periods",
        "ect_at_school_period_id",
        501,
        NOTHING.format("ect_at_school_periods"),
    ),
    (
        "mentorship_periods",
        "mentor_at_school_period_id",
        501,
        NOTHING.format("mentor_at_school_periods"),
    ),
    ("training_periods", "ect_at_school_period_id", 601, NOTHING.format("ect_at_school_periods")),
    (
        "training_periods",
        "mentor_at_school_period_id",
        640,
        NOTHING.format("mentor_at_school_periods"),
    ),
    ("training_periods", "school_partnership_id", 601, LEADS),
    ("training_periods", "expression_of_interest_id", 619, LEADS),
    ("training_periods", "schedule_id", 617, LEADS),
]


def test_a_row_that_names_one_that_is_not_there(database: Database) -> None:
    for table, column, key, words in GONE:
        database.run(f"ALTER TABLE {table} DROP CONSTRAINT {table}_{column}_fkey")
        with database.otherwise(table, key, **{column: 9999}):
            assert f"{table} {key} {column}: {words}" in database.unmapped()
    assert database.unmapped() == []


def test_a_partnership_of_a_provider_that_is_gone(database: Database) -> None:
    database.run(
        "ALTER TABLE active_lead_providers DROP CONSTRAINT"
        " active_lead_providers_lead_provider_id_fkey"
    )
    database.update("active_lead_providers", 12, lead_provider_id=99)
    said = database.unmapped()
    words = "leads to no lead provider; correct it in RECT"
    assert f"training_periods 619 expression_of_interest_id: {words}" in said
    assert f"training_periods 620 school_partnership_id: {words}" in said


def test_no_trn_is_told(rect: Database) -> None:
    with rect.otherwise("teachers", 31, trn="12345678"):
        said = rect.unmapped()
    assert said
    assert "1234567" not in "".join(said)
