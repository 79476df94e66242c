"""`ect-rules lookup` as a person or a script has it."""

import csv
import io
import json

from tests.cli.asking import ect_rules
from tests.cli.conftest import Served

ON = ("--on", "2026-01-15")


def test_a_line_for_each_and_a_count(example: Served) -> None:
    said = ect_rules(
        *("lookup", "registration", "--status", "incomplete", "--urn", "100001", *ON),
        *("--address", example.address),
    )
    assert (said.status, said.err) == (0, "")
    *lines, last = said.lines
    assert lines[0].split()[:3] == ["3000002", "100001", "incomplete"]
    assert "[REG-7 MENTOR_NOT_ASSIGNED]" in lines[0]
    assert last.startswith(f"{len(lines)} of 17 on 15 January 2026, at revision 1: ")


def test_json_lines_end_with_the_summary(example: Served) -> None:
    said = ect_rules(
        *("lookup", "mentor-funding", "--reason", "NO_ECT_ASSIGNED", "--json", *ON),
        *("--address", example.address),
    )
    *found, last = [json.loads(line) for line in said.lines]
    assert all(f["decision"]["mentor_funding"]["reasons"] for f in found)
    assert int(last["summary"]["matched"]) == len(found) > 0
    assert said.err == ""


def test_csv(example: Served) -> None:
    said = ect_rules("lookup", "school-eligibility", "--csv", *ON, "--address", example.address)
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert {tuple(row) for row in rows} == {("trn", "urn", "status", "since", "reasons")}
    assert [row["urn"] for row in rows] == sorted(row["urn"] for row in rows)


def test_whose_records_may_not_be_held(example: Served) -> None:
    said = ect_rules("retention", *ON, "--address", example.address)
    assert (said.status, said.err) == (0, "")
    *lines, last = said.lines
    assert lines
    assert all(" do not hold " in line for line in lines)
    assert any(" since 20 December 2025 " in line for line in lines)
    assert last.startswith(f"{len(lines)} of ")
    as_csv = ect_rules("retention", "--csv", *ON, "--address", example.address)
    rows = list(csv.DictReader(io.StringIO(as_csv.out)))
    assert [row["trn"] for row in rows] == [line.split()[0] for line in lines]
    assert {row["status"] for row in rows} == {"DO_NOT_HOLD"}
    assert all(row["since"] <= "2026-01-15" for row in rows)


def test_a_status_that_there_is_not(example: Served) -> None:
    said = ect_rules("lookup", "registration", "--status", "DONE", "--address", example.address)
    assert "'DONE' is none of COMPLETE, INCOMPLETE" in said.mistake
