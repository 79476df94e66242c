"""What a cell may hold, in CSV and in Parquet alike."""

from datetime import UTC, date, datetime

import pytest

from ect_rules import tabular
from ect_rules.facts import (
    ClawbackStatus,
    Declaration,
    DeclarationType,
    EcfEligibility,
    EligibilityReason,
    EvidenceType,
    InductionStatus,
    ParticipantRole,
    School,
)
from tests.tabular.files import SOUND, problems, write_texts

SUFFIXES = (".csv", ".parquet")
DAYS = ("started_on", "finished_on")

# What the cell is: file, column, text.
REFUSED = {
    "TRN of six digits": ("teachers", "trn", "012345"),
    "TRN of eight digits": ("teachers", "trn", "00123456"),
    "TRN with a letter": ("teachers", "trn", "001234A"),
    "TRN in Arabic-Indic digits": ("teachers", "trn", "٠٠١٢٣٤٥"),
    "TRN with a space": ("teachers", "trn", "0012345 "),
    "TRN with a line break": ("teachers", "trn", "0012345\n"),
    "induction status in lower case": ("teachers", "trs_induction_status", "passed"),
    "induction status nobody knows": ("teachers", "trs_induction_status", "Halfway"),
    "boolean in capitals": ("teachers", "prohibited_from_teaching", "TRUE"),
    "boolean as a number": ("teachers", "prohibited_from_teaching", "1"),
    "30 February": ("teachers", "mentor_became_ineligible_for_funding_on", "2025-02-30"),
    "29 February of a common year": ("ect_at_school_periods", "started_on", "2025-02-29"),
    "day the British way": ("ect_at_school_periods", "started_on", "01/09/2025"),
    "day without hyphens": ("ect_at_school_periods", "started_on", "20250901"),
    "day as a week": ("ect_at_school_periods", "started_on", "2025-W36-1"),
    "day as an instant": ("ect_at_school_periods", "started_on", "2025-09-01T00:00:00Z"),
    "day of the year 1899": ("ect_at_school_periods", "started_on", "1899-12-31"),
    "day of the year 2201": ("ect_at_school_periods", "finished_on", "2201-01-01"),
    "reason for losing funding": (
        "teachers",
        "mentor_became_ineligible_for_funding_reason",
        "retired",
    ),
    "URN of five digits": ("schools", "urn", "10001"),
    "URN of seven digits": ("schools", "urn", "1000011"),
    "URN of a reporter with a letter": (
        "ect_at_school_periods",
        "reported_leaving_by_urn",
        "X00001",
    ),
    "GIAS status": ("schools", "gias_status", "Open"),
    "GIAS type nobody knows": ("schools", "gias_type", "Hogwarts"),
    "GIAS type in lower case": ("schools", "gias_type", "community school"),
    "GIAS type of 81 characters": ("schools", "gias_type", "x" * 81),
    "id with a space": ("mentorship_periods", "id", "l 1"),
    "id with a slash": ("mentorship_periods", "id", "l/1"),
    "id of 65 characters": ("mentorship_periods", "id", "l" * 65),
    "id of an ECT period with an accent": ("mentorship_periods", "ect_at_school_period_id", "é1"),
    "training programme": ("training_periods", "training_programme", "self_led"),
    "lead provider of 201 characters": ("training_periods", "lead_provider", "x" * 201),
    "contract period with two digits": ("training_periods", "contract_period", "25"),
    "contract period before the first": ("training_periods", "contract_period", "2019"),
    "contract period of the next century": ("training_periods", "contract_period", "2101"),
    "instant without a zone": ("training_periods", "deferred_at", "2025-12-05T10:00:00"),
    "instant of another zone": ("training_periods", "deferred_at", "2025-12-05T10:00:00+01:00"),
    "instant with a space": ("training_periods", "deferred_at", "2025-12-05 10:00:00Z"),
    "instant at 24:00": ("training_periods", "deferred_at", "2025-12-05T24:00:00Z"),
    "instant at 10:60": ("training_periods", "deferred_at", "2025-12-05T10:60:00Z"),
    "instant in nanoseconds": ("training_periods", "deferred_at", "2025-12-05T10:00:00.1234567Z"),
    "QTS as a word": ("teachers", "qts_held", "held"),
    "first eligible as a day": (
        "teachers",
        "ect_first_became_eligible_for_training_at",
        "2025-09-10",
    ),
    "district code with a space": ("schools", "administrative_district_code", "E09 00001"),
    "district code of ten characters": ("schools", "administrative_district_code", "E090000011"),
    "outcome of induction": ("induction_periods", "outcome", "passed"),
    "declaration type with an underscore": ("declarations", "declaration_type", "retained_1"),
    "declaration as a day": ("declarations", "declaration_date", "2025-11-05"),
    "payment status that is a clawback status": ("declarations", "payment_status", "clawed_back"),
    "clawback status": ("declarations", "clawback_status", "none"),
    "evidence without hyphens": ("declarations", "evidence_type", "one term induction"),
    "year of two contract periods": ("contract_periods", "year", "2021-22"),
    "year before the first": ("contract_periods", "year", "2019"),
    "role in capitals": ("ecf_eligibilities", "role", "ECT"),
    "status of ECF1": ("ecf_eligibilities", "status", "maybe"),
    "reason of ECF1": ("ecf_eligibilities", "reason", "no_trn"),
    "duplicity of ECF1": ("ecf_eligibilities", "profile_duplicity", "double"),
    "instant of the year 2201": ("training_periods", "withdrawn_at", "2201-12-05T10:00:00Z"),
}

TAKEN = {
    "TRN of zeros": ("teachers", "trn", "0000000", "0000000"),
    "no induction": ("teachers", "trs_induction_status", "None", InductionStatus.NONE),
    "29 February of a leap year": (
        "ect_at_school_periods",
        "started_on",
        "2024-02-29",
        date(2024, 2, 29),
    ),
    "first day of all": ("ect_at_school_periods", "started_on", "1900-01-01", date(1900, 1, 1)),
    "last day of all": ("ect_at_school_periods", "finished_on", "2200-12-31", date(2200, 12, 31)),
    "period of one day": ("ect_at_school_periods", "finished_on", "2025-09-01", date(2025, 9, 1)),
    "id of every character": ("mentorship_periods", "id", "aZ0:._-", "aZ0:._-"),
    "id of 64 characters": ("mentorship_periods", "id", "l" * 64, "l" * 64),
    "lead provider of 200 characters": ("training_periods", "lead_provider", "x" * 200, "x" * 200),
    "lead provider with comma, quotes and a line break": (
        "training_periods",
        "lead_provider",
        'The "Best", Ltd\nLeeds',
        'The "Best", Ltd\nLeeds',
    ),
    "lead provider beyond ASCII": ("training_periods", "lead_provider", "Łódź ☃", "Łódź ☃"),
    "first contract period": ("training_periods", "contract_period", "2020", 2020),
    "year of a contract period": ("contract_periods", "year", "2100", 2100),
    "district code of digits": ("schools", "administrative_district_code", "9999", "9999"),
    "day of the award of QTS": ("teachers", "qts_awarded_on", "1999-07-01", date(1999, 7, 1)),
    "declaration with a hyphen": (
        "declarations",
        "declaration_type",
        "extended-3",
        DeclarationType.EXTENDED_3,
    ),
    "evidence that begins with a digit": (
        "declarations",
        "evidence_type",
        "75-percent-engagement-met",
        EvidenceType.ENGAGEMENT_MET,
    ),
    "the role of a mentor": ("ecf_eligibilities", "role", "mentor", ParticipantRole.MENTOR),
    "no reason of ECF1": ("ecf_eligibilities", "reason", "none", EligibilityReason.NONE),
    "instant with an offset of zero": (
        "training_periods",
        "deferred_at",
        "2025-12-05T10:00:00+00:00",
        datetime(2025, 12, 5, 10, tzinfo=UTC),
    ),
    "instant to the microsecond": (
        "training_periods",
        "deferred_at",
        "2025-12-05T23:59:59.123456Z",
        datetime(2025, 12, 5, 23, 59, 59, 123456, UTC),
    ),
}


def line(suffix: str) -> int:
    """Of the only row: a CSV file counts its header."""
    return 2 if suffix == ".csv" else 1


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("case", REFUSED)
def test_refused(tmp_path, case, suffix):
    stem, column, text = REFUSED[case]
    write_texts(tmp_path, stem, suffix, [SOUND[stem] | {column: text}])

    [(field, reason)] = problems(tmp_path)

    assert field == f"{stem}{suffix}:{line(suffix)} {column}"
    assert reason in ("VALUE_INVALID", "GIAS_TYPE_UNKNOWN")


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("case", TAKEN)
def test_taken(tmp_path, case, suffix):
    stem, column, text, value = TAKEN[case]
    write_texts(tmp_path, stem, suffix, [SOUND[stem] | {column: text}])

    [(_, _, record)] = tabular.read(tmp_path)

    assert getattr(record, column) == value
    assert type(getattr(record, column)) is type(value)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    ("stem", "column"),
    [
        ("teachers", "trn"),
        ("schools", "urn"),
        *((stem, "started_on") for stem in SOUND if "started_on" in SOUND[stem]),
        *((stem, "id") for stem in SOUND if "id" in SOUND[stem]),
        ("mentorship_periods", "ect_at_school_period_id"),
        ("mentorship_periods", "mentor_at_school_period_id"),
        ("training_periods", "training_programme"),
        ("induction_periods", "trn"),
        *(
            ("declarations", column)
            for column in (
                "training_period_id",
                "declaration_type",
                "declaration_date",
                "payment_status",
            )
        ),
        ("contract_periods", "year"),
        ("ecf_eligibilities", "trn"),
        ("ecf_eligibilities", "role"),
    ],
)
def test_required(tmp_path, stem, column, suffix):
    write_texts(tmp_path, stem, suffix, [SOUND[stem] | {column: ""}])

    assert problems(tmp_path) == [(f"{stem}{suffix}:{line(suffix)} {column}", "VALUE_MISSING")]


# File, cells that do not go together, field, reason.
TOGETHER = {
    "ends before it starts": (
        "mentorship_periods",
        {"finished_on": "2025-08-31"},
        "finished_on",
        "ENDS_BEFORE_START",
    ),
    "training of nobody": (
        "training_periods",
        {"ect_at_school_period_id": ""},
        "trainee",
        "TRAINEE_NOT_ONE",
    ),
    "training of two": (
        "training_periods",
        {"mentor_at_school_period_id": "m1"},
        "trainee",
        "TRAINEE_NOT_ONE",
    ),
    "school-led training of a mentor": (
        "training_periods",
        {
            "ect_at_school_period_id": "",
            "mentor_at_school_period_id": "m1",
            "training_programme": "school_led",
        },
        "training_programme",
        "MENTOR_TRAINING_NOT_PROVIDER_LED",
    ),
    "QTS that is not held with a day": (
        "teachers",
        {"qts_held": "false"},
        "qts_awarded_on",
        "QTS_NOT_HELD",
    ),
    "outcome of induction that goes on": (
        "induction_periods",
        {"finished_on": ""},
        "outcome",
        "OUTCOME_WITHOUT_END",
    ),
    "money recovered that was not paid": (
        "declarations",
        {"payment_status": "payable"},
        "clawback_status",
        "CLAWBACK_NOT_PAID",
    ),
    "checks of ECF1 without the reason": (
        "ecf_eligibilities",
        {"reason": ""},
        "status",
        "ECF_ELIGIBILITY_INCOMPLETE",
    ),
    "day of losing funding without the reason": (
        "teachers",
        {"mentor_became_ineligible_for_funding_reason": ""},
        "mentor_became_ineligible_for_funding_reason",
        "LOSS_OF_FUNDING_INCOMPLETE",
    ),
    "reason for losing funding without the day": (
        "teachers",
        {"mentor_became_ineligible_for_funding_on": ""},
        "mentor_became_ineligible_for_funding_reason",
        "LOSS_OF_FUNDING_INCOMPLETE",
    ),
}


@pytest.mark.parametrize("case", TOGETHER)
def test_cells_that_do_not_go_together(tmp_path, case):
    stem, cells, field, reason = TOGETHER[case]
    write_texts(tmp_path, stem, ".csv", [SOUND[stem] | cells])

    assert problems(tmp_path) == [(f"{stem}.csv:2 {field}", reason)]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_cell_is_the_default_of_the_field(tmp_path, suffix):
    for stem, row in SOUND.items():
        required = ("trn", "urn", "id", "started_on", "training_programme", "year", "role")
        required += ("declaration_type", "declaration_date", "payment_status", "training_period_id")
        if stem == "mentorship_periods":
            required += ("ect_at_school_period_id", "mentor_at_school_period_id")
        empty = {c: text if c in required else "" for c, text in row.items()}
        if stem == "training_periods":
            empty["mentor_at_school_period_id"] = "m1"
        write_texts(tmp_path, stem, suffix, [empty])

    records = [record for _, _, record in tabular.read(tmp_path)]

    for record in records:
        told = {
            f.name: getattr(record, f.name) for f in record.__attrs_attrs__ if f.default is None
        }
        told.pop("mentor_at_school_period_id", None)
        assert set(told.values()) <= {None}, record
    told = {type(record): record for record in records}
    assert told[School].marked_as_eligible is False
    assert told[Declaration].clawback_status is ClawbackStatus.NO_CLAWBACK
    assert told[EcfEligibility].manually_validated is False
