"""`ect-rules export`, and `ect-rules import` of what is not all or nothing."""

import shutil
from pathlib import Path

import pytest

from ect_rules import tabular
from ect_rules.facts import Teacher
from ect_rules.v1 import record_service_pb2 as pb
from tests.cli.asking import Said, ect_rules
from tests.cli.conftest import EXAMPLE, Served
from tests.cli.test_files import ALL, files, imported, spoilt


def exported(served: Served, path: Path, *options: str) -> Said:
    return ect_rules("export", path, *options, "--address", served.address)


def test_an_export_is_the_same_each_time_and_imports_as_what_was_exported(
    example: Served, empty: Served, tmp_path: Path
) -> None:
    for name, kind in (("one", "csv"), ("same", "csv"), ("columns", "parquet")):
        said = exported(example, tmp_path / "new" / name, "--format", kind)
        assert (said.status, said.err) == (0, "")
        assert said.out == f"revision 1: {ALL} records in {tmp_path / 'new' / name}\n"
    one, same, columns = (tmp_path / "new" / name for name in ("one", "same", "columns"))
    assert sorted((tmp_path / "new").iterdir()) == [columns, one, same], "nothing else is left"
    assert files(one) == files(same)
    records = [record for _, _, record in tabular.read(one)]
    assert records == [record for _, _, record in tabular.read(columns)]
    assert len(records) == ALL
    assert imported(empty, columns).out == f"revision 1: {ALL} added, 0 replaced, 0 unchanged\n"
    asked = pb.ExportRecordsRequest()
    copied, original = (served.talk.records.ExportRecords(asked) for served in (empty, example))
    assert [*copied] == [*original]


def test_an_export_at_an_earlier_revision(empty: Served, tmp_path: Path) -> None:
    teachers = [record for _, _, record in tabular.read(EXAMPLE / "teachers.csv")]
    empty.talk.import_records(teachers)
    empty.talk.import_records([Teacher("9999999")])
    said = exported(empty, tmp_path / "out", "--revision", "1")
    assert said.out == f"revision 1: {len(teachers)} records in {tmp_path / 'out'}\n"
    assert [record for _, _, record in tabular.read(tmp_path / "out")] == teachers


def test_an_export_that_fails_leaves_nothing(example: Served, tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = exported(example, out, "--revision", "9")
    assert said.status == 1
    assert said.line == "revision 9 has not been written; the newest is 1 (OUT_OF_RANGE)"
    assert not list(tmp_path.iterdir())
    out.mkdir()
    (out / "mine.txt").touch()
    assert exported(example, out).line == f"{out}: is there already; name a folder that is not"
    assert list(tmp_path.iterdir()) == [out]
    assert [file.name for file in out.iterdir()] == ["mine.txt"]


def test_an_import_in_several_writes_keeps_those_before_a_wrong_line(
    empty: Served, tmp_path: Path
) -> None:
    wrong = spoilt(tmp_path / "records", "mentorship_periods.csv", 2, "2025-09-01", "2025-08-31")
    said = imported(empty, wrong, "--records-per-write", "20")
    assert (said.status, said.out) == (1, "")
    *named, last = said.err.splitlines()
    assert "ect-rules: mentorship_periods.csv:2 started_on: " in "".join(named)
    done = empty.talk.revision()
    assert done > 2
    assert last == (
        f"ect-rules: {done} writes before that are done, up to revision {done}; correct the records "
        "and import them again: what is there is left alone"
    )
    again = imported(empty, EXAMPLE, "--records-per-write", "20")
    writes = -(-ALL // 20)
    assert again.out == (
        f"revision {writes}: {ALL - 20 * done} added, 0 replaced, {20 * done} unchanged, "
        f"in {writes} writes\n"
    )


def test_an_import_that_retracts_what_is_missing(empty: Served, tmp_path: Path) -> None:
    empty.talk.import_records([record for _, _, record in tabular.read(EXAMPLE)])
    fewer = tmp_path / "records"
    shutil.copytree(EXAMPLE, fewer)
    links = fewer / "mentorship_periods.csv"
    links.write_text("".join(links.read_text().splitlines(keepends=True)[:-1]))
    first = imported(empty, fewer, "--retract-missing", "mentorship_periods")
    assert first.out == (f"revision 2: 0 added, 0 replaced, {ALL - 1} unchanged, 1 retracted\n")
    teachers = fewer / "teachers.csv"
    teachers.write_text("".join(teachers.read_text().splitlines(keepends=True)[:2]))
    said = imported(empty, teachers, "--retract-missing", "teachers")
    assert said.status == 1
    assert said.err.startswith("ect-rules: --retract-missing: the ")
    assert " names a teacher that is missing: " in said.err
    assert empty.talk.revision() == 2


MISTAKES = {
    "a kind without a file": (
        ("--retract-missing", "schools"),
        1,
        "schools: has no file here, so that all would be retracted; give one",
    ),
    "several writes with it": (
        ("--retract-missing", "teachers", "--records-per-write", "5"),
        2,
        "--retract-missing needs one write: leave out --records-per-write",
    ),
}


@pytest.mark.parametrize("case", MISTAKES)
def test_retraction_that_cannot_be_meant(example: Served, case: str) -> None:
    options, status, words = MISTAKES[case]
    said = imported(example, EXAMPLE / "teachers.csv", *options)
    assert said.status == status
    assert said.err.splitlines()[-1].endswith(words)
    assert example.talk.revision() == 1
