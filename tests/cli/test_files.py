"""`ect-rules import` and `ect-rules generate`: records from files, and files of records."""

import re
import shutil
from pathlib import Path

import pytest

from ect_rules import tabular
from ect_rules.facts import EctAtSchoolPeriod, MentorAtSchoolPeriod, Record, School, Teacher
from tests.builders import day
from tests.cli.asking import Said, ect_rules
from tests.cli.conftest import EXAMPLE, Served
from tests.service.talking import new_id, status

ALL = sum(1 for _ in tabular.read(EXAMPLE))
ALL_NEW = f"revision 1: {ALL} added, 0 replaced, 0 unchanged\n"
STARTED = day("2025-09-01")


def imported(served: Served, path: Path, *options: str) -> Said:
    return ect_rules("import", path, *options, "--address", served.address)


def test_an_import_says_what_it_did_and_again_does_nothing(empty: Served, tmp_path: Path) -> None:
    request_id = new_id()
    first = imported(empty, EXAMPLE, "--request-id", request_id)
    assert (first.status, first.out, first.err) == (0, ALL_NEW, "")
    assert imported(empty, EXAMPLE, "--request-id", request_id) == first, "sent again"
    again = imported(empty, EXAMPLE)
    assert again.out == f"revision 1: 0 added, 0 replaced, {ALL} unchanged\n"
    folder = tmp_path / "records"
    shutil.copytree(EXAMPLE, folder)
    teachers = folder / "teachers.csv"
    teachers.write_text(teachers.read_text().replace("3000001,InProgress", "3000001,Passed"))
    one_file = imported(empty, teachers)
    assert one_file.out == "revision 2: 0 added, 1 replaced, 45 unchanged\n"
    reused = imported(empty, folder, "--request-id", request_id)
    assert reused.status == 1
    assert reused.line == (
        "this request_id was used for another write; make up a new one (ALREADY_EXISTS)"
    )
    assert empty.talk.revision() == 2


def test_an_import_that_is_only_checked(empty: Served, tmp_path: Path) -> None:
    request_id = new_id()
    for _ in range(2):
        said = imported(empty, EXAMPLE, "--validate-only", "--request-id", request_id)
        assert (said.status, said.err) == (0, "")
        assert said.out == f"nothing is written; it would be {ALL_NEW}"
    assert empty.talk.revision() == 0
    wrong = spoilt(tmp_path / "records", "teachers.csv", 2, "3000001", "7654321")
    said = imported(empty, wrong, "--validate-only")
    assert said.status == 1
    assert said.err == imported(empty, wrong).err
    assert imported(empty, EXAMPLE, "--request-id", request_id).out == ALL_NEW


def test_parquet_is_imported_as_csv_is(empty: Served, tmp_path: Path) -> None:
    tabular.write(tmp_path / "p", [record for _, _, record in tabular.read(EXAMPLE)], "parquet")
    assert imported(empty, tmp_path / "p").out == ALL_NEW


def spoilt(folder: Path, file: str, line: int, before: str, after: str) -> Path:
    """The example with one line changed. The header is line 1."""
    shutil.copytree(EXAMPLE, folder)
    lines = (folder / file).read_text().splitlines(keepends=True)
    assert before in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(before, after)
    (folder / file).write_text("".join(lines))
    return folder


# What the files themselves show, and what only the server can know.
SPOILT: dict[str, tuple[tuple[str, int, str, str], str]] = {
    "a day that is none": (
        ("ect_at_school_periods.csv", 3, "2025-09-01", "2025-02-30"),
        "ect_at_school_periods.csv:3 started_on: must be a day of the calendar",
    ),
    "a TRN of six digits": (
        ("teachers.csv", 2, "3000001", "300001"),
        "teachers.csv:2 trn: must be seven digits",
    ),
    "a period that ends before it starts": (
        ("mentorship_periods.csv", 4, "2026-01-14", "2025-08-31"),
        "mentorship_periods.csv:4 finished_on: is before started_on",
    ),
    "an ECT whom nobody knows": (
        ("ect_at_school_periods.csv", 4, "3000003", "3999999"),
        "ect_at_school_periods.csv:4 trn: names no teacher with this TRN",
    ),
    "a mentorship from the day before both are there": (
        ("mentorship_periods.csv", 2, "2025-09-01", "2025-08-31"),
        "mentorship_periods.csv:2 started_on: The ECT is not at the school on all of these days.",
    ),
}


@pytest.mark.parametrize("case", SPOILT)
def test_a_wrong_line_is_named_and_nothing_is_written(
    empty: Served, tmp_path: Path, case: str
) -> None:
    change, beginning = SPOILT[case]
    said = imported(empty, spoilt(tmp_path / "records", *change))
    assert (said.status, said.out) == (1, "")
    lines = said.err.splitlines()
    assert any(line.startswith(f"ect-rules: {beginning}") for line in lines)
    assert all(re.match(r"ect-rules: \w+\.csv:\d+ \w+: ", line) for line in lines)
    assert empty.talk.revision() == 0


def test_what_the_server_finds_in_many_lines_is_cut_short(empty: Served, tmp_path: Path) -> None:
    periods: list[Record] = [
        EctAtSchoolPeriod(f"e{n}", f"{n:07}", "100001", STARTED) for n in range(1, 151)
    ]
    tabular.write(tmp_path / "records", [School("100001"), *periods], "csv")
    said = imported(empty, tmp_path / "records")
    *named, last = said.err.splitlines()
    assert said.status == 1
    assert named == [
        f"ect-rules: ect_at_school_periods.csv:{n} trn: names no teacher with this TRN; "
        "record it first or with this"
        for n in range(2, 22)
    ]
    assert last.startswith("ect-rules: and at least ")
    assert empty.talk.revision() == 0


UNREADABLE = {
    "an empty folder": (None, "{path}: holds no file of records: teachers, schools, "),
    "a file of something else": ("notes.txt", "notes.txt: is none of the files of records: "),
    "a file without a header": ("teachers.csv", "teachers.csv: is empty; the first line names "),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_a_folder_that_cannot_be_imported(empty: Served, tmp_path: Path, case: str) -> None:
    name, beginning = UNREADABLE[case]
    folder = tmp_path / "records"
    folder.mkdir()
    if name:
        (folder / name).touch()
    said = imported(empty, folder)
    assert said.status == 1
    assert said.line.startswith(beginning.format(path=folder))
    assert empty.talk.revision() == 0


def test_an_import_larger_than_one_message(empty: Served, tmp_path: Path) -> None:
    people = [Teacher(f"{n:07}") for n in range(2_500)]
    tabular.write(tmp_path / "records", people, "csv")
    said = imported(empty, tmp_path / "records")
    assert said.out == "revision 1: 2500 added, 0 replaced, 0 unchanged\n"


def generated(out: Path, *options: str) -> Said:
    return ect_rules("generate", "--teachers", "60", "--out", out, *options)


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_generate_then_import_then_check(empty: Served, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "made" / "up"
    made = generated(out, "--format", kind, "--seed", "7")
    records = [record for _, _, record in tabular.read(out)]
    assert (made.status, made.err) == (0, "")
    assert made.out == f"{len(records)} records of 60 teachers in {out}\n"
    assert {file.suffix for file in out.iterdir()} == {f".{kind}"}
    assert sum(isinstance(record, Teacher) for record in records) == 60
    done = imported(empty, out)
    assert done.out == f"revision 1: {len(records)} added, 0 replaced, 0 unchanged\n"
    ect = next(r for r in records if isinstance(r, EctAtSchoolPeriod) and r.finished_on is None)
    mentor = next(r for r in records if isinstance(r, MentorAtSchoolPeriod))
    for check, trn, about in (
        ("registration", ect.trn, "ECT"),
        ("mentor-funding", mentor.trn, "Funding of mentor"),
    ):
        said = ect_rules("check", check, trn, "--address", empty.address)
        assert said.status == 0
        assert said.lines[0].startswith(f"{about} {trn} ")
        assert not said.lines[0].endswith(("not known", "not registered"))
    assert status(empty.talk.registration(ect.trn)) != "NOT_KNOWN"


def test_the_same_seed_makes_the_same_people_and_another_makes_others(tmp_path: Path) -> None:
    for name, seed in (("one", "1"), ("same", "1"), ("other", "2")):
        assert generated(tmp_path / name, "--seed", seed).status == 0
    assert files(tmp_path / "one") == files(tmp_path / "same")
    assert files(tmp_path / "one") != files(tmp_path / "other")


def test_generate_overwrites_nothing(tmp_path: Path) -> None:
    generated(tmp_path)
    before = files(tmp_path)
    again = generated(tmp_path, "--seed", "2")
    assert again.status == 1
    assert again.err.splitlines()[0] == (
        "ect-rules: teachers.csv: is there already; choose a folder without records"
    )
    assert files(tmp_path) == before


def test_generate_says_where_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    out = tmp_path / "file" / "folder"
    said = generated(out)
    assert (said.status, said.line) == (1, f"{out}: Not a directory")


TOO_MUCH = {
    "a seed below 0": ("--seed", "-1"),
    "more teachers than there are numbers": ("--teachers", "99999999"),
}


@pytest.mark.parametrize("case", TOO_MUCH)
def test_what_cannot_be_generated_is_said(tmp_path: Path, case: str) -> None:
    option, value = TOO_MUCH[case]
    said = generated(tmp_path / "out", option, value)
    assert said.status in (1, 2)
    assert option.strip("-") in said.err.splitlines()[-1]
    assert not list(tmp_path.glob("out/*"))
