"""Files as a whole: which there may be, their headers, and the faults of CSV."""

from pathlib import Path

import pytest

from ect_rules import tabular
from ect_rules.errors import InvalidInputError
from ect_rules.facts import Teacher
from tests.tabular.files import SOUND, problems, write_texts

TEACHERS_HEADER = ",".join(SOUND["teachers"])

# Content of teachers.csv, what is wrong with it.
CSV_FAULTS = {
    "empty file": (b"", [("teachers.csv", "NO_HEADER")]),
    "blank lines alone": (b"\n\n", [("teachers.csv", "NO_HEADER")]),
    "no header": (
        b"3000001,InProgress\n",
        [
            ("teachers.csv:1", "COLUMN_UNKNOWN"),
            ("teachers.csv:1", "COLUMN_UNKNOWN"),
            ("teachers.csv:1 trn", "COLUMN_MISSING"),
        ],
    ),
    "unknown column": (b"trn,name\n3000001,\n", [("teachers.csv:1", "COLUMN_UNKNOWN")]),
    "header in capitals": (
        b"TRN\n",
        [("teachers.csv:1", "COLUMN_UNKNOWN"), ("teachers.csv:1 trn", "COLUMN_MISSING")],
    ),
    "required column missing": (
        b"trs_induction_status\nPassed\n",
        [("teachers.csv:1 trn", "COLUMN_MISSING")],
    ),
    "column twice": (b"trn,trn\n3000001,3000001\n", [("teachers.csv:1 trn", "COLUMN_REPEATED")]),
    "row too short": (
        b"trn,prohibited_from_teaching\n3000001,true\n3000002\n",
        [("teachers.csv:3", "ROW_RAGGED")],
    ),
    "row too long": (b"trn\n3000001\n3000002,\n", [("teachers.csv:3", "ROW_RAGGED")]),
    "semicolons": (
        b"trn;prohibited_from_teaching\n",
        [("teachers.csv:1", "COLUMN_UNKNOWN"), ("teachers.csv:1 trn", "COLUMN_MISSING")],
    ),
    "Latin-1 on the second row": (
        b"trn,trs_induction_status\n3000001,\n3000002,\xe9\n300,\n",
        [("teachers.csv:3", "NOT_UTF8"), ("teachers.csv:4 trn", "VALUE_INVALID")],
    ),
    "UTF-16": ("trn\n3000001\n".encode("utf-16"), [("teachers.csv:1", "NOT_UTF8")]),
    "quote left open": (
        b'trn,trs_induction_status\n3000001,"Passed\n3000002,\n',
        [("teachers.csv:2", "CSV_INVALID")],
    ),
    "text after a quote": (
        b'trn,trs_induction_status\n3000001,\n3000002,"Passed"!\n',
        [("teachers.csv:3", "CSV_INVALID")],
    ),
    "line without an end": (
        b"trn\n3000001\n" + b"3" * 70_000,
        [("teachers.csv:3", "LINE_TOO_LONG")],
    ),
    "cell that never ends": (
        b'trn\n"' + b"3000001\n" * 30_000,
        [("teachers.csv:2", "CSV_INVALID")],
    ),
    "NUL": (b"trn\n300\x000001\n", [("teachers.csv:2 trn", "VALUE_INVALID")]),
    "line counted over a quoted line break": (
        b'trn,trs_induction_status\n3000001,"Pas\nsed"\n\nX,\n',
        [
            ("teachers.csv:2 trs_induction_status", "VALUE_INVALID"),
            ("teachers.csv:5 trn", "VALUE_INVALID"),
        ],
    ),
}


@pytest.mark.parametrize("case", CSV_FAULTS)
def test_csv_faults(tmp_path, case):
    content, expected = CSV_FAULTS[case]
    (tmp_path / "teachers.csv").write_bytes(content)

    assert problems(tmp_path) == expected


SOUND_CSV = {
    "Windows line ends": b"trn\r\n3000001\r\n",
    "no line end at the end": b"trn\n3000001",
    "blank lines": b"trn\n\n3000001\n\n",
    "byte order mark": b"\xef\xbb\xbftrn\n3000001\n",
    "quotes": b'"trn"\n"3000001"\n',
    "columns in another order": b"prohibited_from_teaching,trn\n,3000001\n",
}


@pytest.mark.parametrize("case", SOUND_CSV)
def test_csv_that_is_sound(tmp_path, case):
    (tmp_path / "teachers.csv").write_bytes(SOUND_CSV[case])

    [(_, _, record)] = tabular.read(tmp_path)

    assert record == Teacher("3000001")


def test_lines_and_order_of_a_folder(tmp_path):
    for stem in reversed(SOUND):
        write_texts(tmp_path, stem, ".csv", [SOUND[stem], SOUND[stem]])

    found = [(file, line) for file, line, _ in tabular.read(tmp_path)]

    assert found == [(f"{stem}.csv", line) for stem in SOUND for line in (2, 3)]


def test_one_file(tmp_path):
    write_texts(tmp_path, "schools", ".csv", [SOUND["schools"]])
    path = write_texts(tmp_path, "teachers", ".csv", [SOUND["teachers"]])

    assert [type(record) for _, _, record in tabular.read(path)] == [Teacher]


def test_files_that_should_not_be_there(tmp_path):
    write_texts(tmp_path, "teachers", ".csv", [SOUND["teachers"]])
    write_texts(tmp_path, "teachers", ".parquet", [SOUND["teachers"]])
    (tmp_path / "teacher.csv").touch()
    (tmp_path / "teachers.CSV").touch()
    (tmp_path / "schools.csv").mkdir()
    (tmp_path / ".notes").touch()

    assert problems(tmp_path) == [
        ("schools.csv", "FILE_UNKNOWN"),
        ("teacher.csv", "FILE_UNKNOWN"),
        ("teachers.CSV", "FILE_UNKNOWN"),
        ("teachers.parquet", "FILE_TWICE"),
    ]


def test_nothing_to_read(tmp_path):
    assert problems(tmp_path) == [(str(tmp_path), "FOLDER_EMPTY")]
    missing = tmp_path / "missing"
    assert problems(missing) == [(str(missing), "NO_SUCH_FILE")]
    other = tmp_path / "records.csv"
    other.touch()
    assert problems(other) == [("records.csv", "FILE_UNKNOWN")]


def test_problems_of_all_files_come_together(tmp_path):
    write_texts(tmp_path, "teachers", ".csv", [SOUND["teachers"], SOUND["teachers"] | {"trn": "1"}])
    write_texts(tmp_path, "schools", ".csv", [SOUND["schools"] | {"urn": "1", "gias_status": "?"}])
    (tmp_path / "mentorship_periods.csv").write_bytes(b"")

    assert problems(tmp_path) == [
        ("teachers.csv:3 trn", "VALUE_INVALID"),
        ("schools.csv:2 urn", "VALUE_INVALID"),
        ("schools.csv:2 gias_status", "VALUE_INVALID"),
        ("mentorship_periods.csv", "NO_HEADER"),
    ]


def test_no_record_comes_after_a_problem(tmp_path):
    (tmp_path / "teachers.csv").write_text("trn\n3000001\nX\n3000003\n")
    write_texts(tmp_path, "schools", ".csv", [SOUND["schools"]])
    reading = tabular.read(tmp_path)

    assert next(reading) == ("teachers.csv", 2, Teacher("3000001"))
    with pytest.raises(InvalidInputError):
        next(reading)


@pytest.mark.parametrize(("bad", "listed"), [(99, 99), (100, 100), (101, 101), (5_000, 101)])
def test_at_most_a_hundred_problems_and_word_that_there_are_more(tmp_path, bad, listed):
    (tmp_path / "teachers.csv").write_text("trn\n" + "X\n" * bad)

    found = problems(tmp_path)

    assert len(found) == listed
    assert found[min(bad, 100) - 1] == (f"teachers.csv:{min(bad, 100) + 1} trn", "VALUE_INVALID")
    assert (found[-1] == ("teachers.csv", "TOO_MANY_PROBLEMS")) is (bad > 100)


def test_descriptions_hold_no_content(tmp_path):
    (tmp_path / "teachers.csv").write_text("trn,trs_induction_status\nSECRET,SECRET\n")
    (tmp_path / "schools.csv").write_text("SECRET\n")

    with pytest.raises(InvalidInputError) as caught:
        list(tabular.read(tmp_path))

    assert "SECRET" not in str(caught.value)


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    write_texts(tmp_path, "teachers", ".csv", [SOUND["teachers"] | {"trn": "X"}])
    path = write_texts(tmp_path, "schools", ".csv", [SOUND["schools"]])
    opened = Path.open

    def refuse(file, *args, **kwargs):
        if file == path:
            raise PermissionError(13, "Permission denied", str(file))
        return opened(file, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)

    assert problems(tmp_path) == [
        ("teachers.csv:2 trn", "VALUE_INVALID"),
        ("schools.csv", "FILE_UNREADABLE"),
    ]
