"""`ect-rules list`, `summary` and `batch`: questions about many people."""

import csv
import json
from pathlib import Path

import pytest

from ect_rules.cli.items import read
from ect_rules.errors import InvalidInputError
from tests.cli.asking import Said, ect_rules
from tests.cli.conftest import Served

ON = ("--on", "2026-01-15")


def ask(served: Served, *arguments: str | Path) -> Said:
    return ect_rules(*arguments, "--address", served.address)


def test_registrations_at_a_school(example: Served) -> None:
    said = ask(example, "list", "registrations", "--urn", "100001", *ON, "--status", "incomplete")
    assert said.status == 0
    heading, *lines = said.lines
    assert heading == f"Registrations at school 100001 on 15 January 2026: {len(lines)}"
    assert lines[0].split()[:5] == ["3000002", "from", "2025-09-01", "registration", "incomplete"]
    assert lines[0].endswith("[REG-7 MENTOR_NOT_ASSIGNED]")
    whole = ask(example, "list", "registrations", "--urn", "100001", *ON, "--csv")
    rows = list(csv.DictReader(whole.lines))
    assert {r["trn"] for r in rows if r["registration"] == "INCOMPLETE"} == {
        line.split()[0] for line in lines
    }


def test_mentors_nobody_is_assigned_to(example: Served) -> None:
    options = ("--without-ect", "--retention", "do-not-hold", "--order-by", "started_on desc")
    said = ask(example, "list", "mentors", "--urn", "100001", *ON, *options)
    assert said.status == 0
    line = next(line for line in said.lines if line.startswith("3000031"))
    assert "funding not yet eligible" in line
    assert "retention do not hold" in line
    said = ask(example, "list", "mentors", "--urn", "100001", *ON, *options, "--json")
    found = json.loads(said.out)
    assert all(m["without_ect"] for m in found["mentors"])
    assert found["total_size"] == len(found["mentors"])


def test_a_school_with_nobody(example: Served) -> None:
    said = ask(example, "list", "mentors", "--urn", "999999", *ON)
    assert said.lines[0] == "Mentors at school 999999 on 15 January 2026: 0"


def test_the_summary_of_a_school(example: Served) -> None:
    said = ask(example, "summary", "--urn", "100001", *ON)
    assert said.status == 0
    assert said.lines[0] == "School 100001 on 15 January 2026: eligible"
    assert any(line.startswith("registrations") and "incomplete" in line for line in said.lines)
    assert any("Assign one of the school's mentors to the ECT." in line for line in said.lines)
    assert any(line.startswith("ECTs who need a mentor: ") for line in said.lines)
    assert any(line.startswith("Mentors who mentor nobody: ") for line in said.lines)
    assert any(line.startswith("3000002 ") for line in said.lines)


def test_a_batch_from_csv_and_from_json_lines(example: Served, tmp_path: Path) -> None:
    as_csv, as_json = tmp_path / "questions.csv", tmp_path / "questions.jsonl"
    as_csv.write_text(
        "check,trn,urn,ect_trn,mentor_trn,started_on,here_only\n"
        "registration,3000002,,,,,\n"
        "mentor-funding,3000035,,,,,\n"
        "school_eligibility,,100001,,,,\n"
        "mentor_assignable,,,3000002,3000031,,\n"
        "mentor_registrable,3000031,100001,3000002,,2026-02-01,true\n"
    )
    questions = [
        {"check": "registration", "trn": "3000002", "correlation_id": "2"},
        {"check": "mentor_funding", "trn": "3000035", "correlation_id": "3"},
        {"check": "school_eligibility", "urn": "100001", "correlation_id": "4"},
        {
            "check": "mentor_assignable",
            "ect_trn": "3000002",
            "mentor_trn": "3000031",
            "correlation_id": "5",
        },
        {
            "check": "mentor_registrable",
            "trn": "3000031",
            "urn": "100001",
            "ect_trn": "3000002",
            "started_on": "2026-02-01",
            "here_only": True,
            "correlation_id": 6,
        },
    ]
    as_json.write_text("\n".join(map(json.dumps, questions)) + "\n\n")
    said = ask(example, "batch", as_csv, *ON)
    assert (said.status, said.err) == (0, "")
    found = [json.loads(line) for line in said.lines]
    assert [each["correlation_id"] for each in found] == ["2", "3", "4", "5", "6"]
    assert found[0]["registration"]["status"] == "REGISTRATION_STATUS_INCOMPLETE"
    assert found[3]["mentor_assignable"]["decision"]["status"] == (
        "MENTOR_ASSIGNABLE_STATUS_ASSIGNABLE"
    )
    assert ask(example, "batch", as_json, *ON).out == said.out


def test_an_answer_that_there_is_not_is_told(example: Served, tmp_path: Path) -> None:
    path = tmp_path / "questions.csv"
    path.write_text("check,trn\nmentor_funding,12\nmentor_funding,3000035\n")
    said = ask(example, "batch", path)
    assert said.status == 1
    first, second = (json.loads(line) for line in said.lines)
    assert first["error"]["code"] == 3
    assert "mentor_funding" in second
    assert said.err == "ect-rules: 1 of 2 questions could not be answered: see their error\n"


WRONG = {
    "no check": ("questions.csv", "trn\n1\n", "questions.csv:2: check must be one of "),
    "a field that there is not": (
        "questions.csv",
        "check,trm\nmentor_kind,1\n",
        "questions.csv:2: trm is no field of mentor_kind: trn",
    ),
    "a day that there is not": (
        "questions.csv",
        "check,started_on\nect_registrable,2026-02-30\n",
        "questions.csv:2 started_on: must be a day of the calendar written YYYY-MM-DD",
    ),
    "neither true nor false": (
        "questions.csv",
        "check,here_only\nmentor_registrable,yes\n",
        "questions.csv:2 here_only: must be true or false",
    ),
    "no JSON": ("questions.txt", "{}x\n", "questions.txt:1: is not a JSON object in one line"),
    "a number for a TRN": (
        "questions.jsonl",
        '{"check": "mentor_kind", "trn": [1]}\n',
        "questions.jsonl:1: has a field that is not of the kind that the contract has",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_file_that_cannot_be_read(tmp_path: Path, case: str) -> None:
    name, text, line = WRONG[case]
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(InvalidInputError) as raised:
        list(read(path))
    assert str(raised.value).startswith(line)


def test_nothing_is_asked_where_a_line_cannot_be_read(example: Served, tmp_path: Path) -> None:
    path = tmp_path / "questions.csv"
    path.write_text("check,trn\nmentor_funding,3000035\nmentor,3000035\n")
    said = ask(example, "batch", path)
    assert said.status == 1
    assert said.line.startswith("questions.csv:3: check must be one of registration, ")


def test_a_status_that_there_is_not(example: Served) -> None:
    said = ask(example, "list", "registrations", "--urn", "100001", "--status", "complet")
    assert "'complet' is none; there are COMPLETE" in said.mistake
