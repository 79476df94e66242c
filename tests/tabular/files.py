"""Files of records for the tests: one sound row of each, to be spoilt."""

import csv
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ect_rules import tabular
from ect_rules.errors import InvalidInputError, Problem

SOUND = {
    "teachers": {
        "trn": "0012345",
        "trs_induction_status": "InProgress",
        "prohibited_from_teaching": "false",
        "mentor_became_ineligible_for_funding_on": "2025-07-31",
        "mentor_became_ineligible_for_funding_reason": "started_not_completed",
        "qts_held": "true",
        "qts_awarded_on": "2024-07-01",
        "ect_first_became_eligible_for_training_at": "2025-09-10T08:00:00Z",
        "ect_became_ineligible_for_funding_on": "2025-10-06",
        "mentor_first_became_eligible_for_training_at": "",
    },
    "schools": {
        "urn": "100001",
        "gias_status": "open",
        "gias_type": "Community school",
        "section_41_approved": "false",
        "marked_as_eligible": "true",
        "administrative_district_code": "E09000001",
    },
    "ect_at_school_periods": {
        "id": "e1",
        "trn": "0012345",
        "urn": "100001",
        "started_on": "2025-09-01",
        "finished_on": "2026-02-13",
        "reported_leaving_by_urn": "100001",
    },
    "mentor_at_school_periods": {
        "id": "m1",
        "trn": "0012346",
        "urn": "100001",
        "started_on": "2025-09-01",
        "finished_on": "",
        "reported_leaving_by_urn": "",
    },
    "mentorship_periods": {
        "id": "l1",
        "ect_at_school_period_id": "e1",
        "mentor_at_school_period_id": "m1",
        "started_on": "2025-09-01",
        "finished_on": "",
    },
    "training_periods": {
        "id": "t1",
        "training_programme": "provider_led",
        "started_on": "2025-09-01",
        "ect_at_school_period_id": "e1",
        "mentor_at_school_period_id": "",
        "finished_on": "2025-12-05",
        "lead_provider": "Northway",
        "partnership_confirmed": "true",
        "contract_period": "2025",
        "withdrawn_at": "",
        "deferred_at": "2025-12-05T10:00:00Z",
    },
    "induction_periods": {
        "id": "i1",
        "trn": "0012345",
        "started_on": "2025-09-01",
        "finished_on": "2026-02-13",
        "outcome": "pass",
    },
    "declarations": {
        "id": "d1",
        "training_period_id": "t1",
        "declaration_type": "retained-1",
        "declaration_date": "2025-11-05T10:00:00Z",
        "payment_status": "paid",
        "clawback_status": "awaiting_clawback",
        "evidence_type": "training-event-attended",
    },
    "contract_periods": {
        "year": "2021",
        "enabled": "false",
        "payments_frozen_at": "2024-06-17T23:00:00Z",
    },
    "ecf_eligibilities": {
        "id": "c1",
        "trn": "0012345",
        "role": "ect",
        "status": "manual_check",
        "reason": "no_qts",
        "manually_validated": "true",
        "active_flags": "false",
        "previous_participation": "false",
        "previous_induction": "",
        "no_qts": "true",
        "different_trn": "false",
        "profile_duplicity": "single",
        "exempt_from_induction": "",
        "no_induction": "false",
    },
}


def write_texts(folder: Path, stem: str, suffix: str, rows: list[dict[str, str]]) -> Path:
    """A file with these rows, every cell as text; in Parquet an empty one is null."""
    path = folder / f"{stem}{suffix}"
    if suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
    else:
        columns = {c: pa.array([row[c] or None for row in rows], pa.string()) for c in rows[0]}
        pq.write_table(pa.table(columns), path)
    return path


def problems(path: Path) -> list[tuple[str, str]]:
    """Field and reason of everything wrong with a folder or a file."""
    found: tuple[Problem, ...] = ()
    try:
        for _ in tabular.read(path):
            pass
    except InvalidInputError as error:
        found = error.problems
    assert all(p.description for p in found)
    return [(p.field, p.reason) for p in found]
