"""The committed records of the RECT example are what its script makes of the committed rows."""

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples/rect"
ROWS = EXAMPLE / "rect_rows.sql"


def convert(*arguments: object) -> subprocess.CompletedProcess:
    command = [sys.executable, EXAMPLE / "convert.py", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def test_rows_give_the_committed_records(tmp_path):
    done = convert(ROWS, tmp_path / "records")

    assert (done.returncode, done.stderr) == (0, "")
    assert contents(tmp_path / "records") == contents(EXAMPLE / "records")


def test_reducing_what_is_reduced_changes_nothing(tmp_path):
    done = convert("--reduce", ROWS, tmp_path / "again.sql")

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "again.sql").read_text(encoding="utf-8") == ROWS.read_text(encoding="utf-8")


def test_reducing_leaves_out_what_is_not_needed(tmp_path):
    rows = ROWS.read_text(encoding="utf-8").replace("Northway", "O''Connor")
    more = rows.replace("teachers (id, trn,", "teachers (id, trs_first_name, trn,")
    more = re.sub(r"\((\d+), '(3\d{6})'", r"(\1, 'O''Neill; (née) Smith', '\2'", more)
    more = f"BEGIN;\nINSERT INTO users (id, email) VALUES\n  (1, 'a@b.example');\n{more}COMMIT;\n"
    (tmp_path / "more.sql").write_text(more, encoding="utf-8")

    done = convert("--reduce", tmp_path / "more.sql", tmp_path / "reduced.sql")

    assert more.count("Smith") == 46
    assert done.stderr == ""
    assert (tmp_path / "reduced.sql").read_text(encoding="utf-8") == rows


# What is stored of teacher 30: last reading, induction status, day of the award; and what is recorded.
QTS = {
    "awarded": ("NULL", "NULL", "'2010-07-01'", "true", "2010-07-01"),
    "not awarded, the status was read": ("NULL", "'None'", "NULL", "false", ""),
    "not awarded, the record was read": ("'2026-01-01 09:00:00'", "NULL", "NULL", "false", ""),
    "nothing was read": ("NULL", "NULL", "NULL", "", ""),
}


@pytest.mark.parametrize("case", QTS)
def test_qts(tmp_path, case):
    read, status, awarded, held, held_from = QTS[case]
    row = f"(30, '3000030', {read}, {status}, {awarded}, "
    rows, times = re.subn(
        r"\(30, '3000030', NULL, NULL, '2010-07-01', ", row, ROWS.read_text(encoding="utf-8")
    )
    (tmp_path / "rows.sql").write_text(rows, encoding="utf-8")

    done = convert(tmp_path / "rows.sql", tmp_path / "records")

    assert (times, done.stderr) == (1, "")
    [teacher] = [t for t in table(tmp_path / "records/teachers.csv") if t["trn"] == "3000030"]
    assert (teacher["qts_held"], teacher["qts_awarded_on"]) == (held, held_from)


def test_what_names_nobody_is_left_out(tmp_path):
    rows = ROWS.read_text(encoding="utf-8")
    rows = rows.replace("(805, 601, ", "(805, NULL, ").replace("(700, 1, ", "(700, NULL, ")
    (tmp_path / "rows.sql").write_text(rows, encoding="utf-8")

    done = convert(tmp_path / "rows.sql", tmp_path / "records")

    assert done.stderr == ""
    for stem, gone in (("declarations", "805"), ("induction_periods", "700")):
        before, after = (
            table(at / f"{stem}.csv") for at in (EXAMPLE / "records", tmp_path / "records")
        )
        assert after == [row for row in before if row["id"] != gone] != before


def test_a_column_that_may_be_missing_is_null(tmp_path):
    rows = ROWS.read_text(encoding="utf-8").replace("trs_data_last_refreshed_at, ", "")
    rows, times = re.subn(r"(\(\d+, '3\d{6}'), NULL", r"\1", rows)
    (tmp_path / "rows.sql").write_text(rows, encoding="utf-8")

    done = convert(tmp_path / "rows.sql", tmp_path / "records")

    assert (times, done.stderr) == (46, "")
    assert contents(tmp_path / "records") == contents(EXAMPLE / "records")


@pytest.mark.parametrize("word", ["@", "first_name", "last_name", "email", "address", "postcode"])
def test_nobody_is_in_the_rows(word):
    assert word not in ROWS.read_text(encoding="utf-8")


# What is taken away from the rows, and what the script says of it.
BROKEN = {
    "a table": (r"INSERT INTO schedules [^;]*;", "no INSERT statement with rows of schedules"),
    "a column": (r"(?<=INSERT INTO schools \(id, )urn, ", "zip"),
    "the end of a statement": (r";\Z", "cannot read the statement"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_rows_that_are_not_whole_are_refused(tmp_path, what):
    pattern, said = BROKEN[what]
    rows, times = re.subn(pattern, "", ROWS.read_text(encoding="utf-8").rstrip())
    (tmp_path / "rows.sql").write_text(rows, encoding="utf-8")

    done = convert(tmp_path / "rows.sql", tmp_path / "records")

    assert times == 1
    assert done.returncode != 0
    assert said in done.stderr
    assert not (tmp_path / "records").exists()
