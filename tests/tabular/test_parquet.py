"""Types and faults of Parquet files, and what happens without pyarrow."""

import sys
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ect_rules import tabular
from ect_rules.errors import InvalidInputError
from tests.tabular.files import SOUND, problems, write_texts


def teachers_parquet(folder, **columns):
    path = folder / "teachers.parquet"
    pq.write_table(pa.table(columns), path)
    return path


SOON = datetime(2025, 12, 5, 10, tzinfo=UTC)
UTC_MS, UTC_NS = pa.timestamp("ms", "UTC"), pa.timestamp("ns", "UTC")
NAIVE, ZONED = pa.timestamp("us"), pa.timestamp("us", "Europe/London")

# Column, its array, what is read; None where the type is refused.
PARQUET_TYPES = {
    "text with 64-bit offsets": ("trn", pa.array(["3000001"], pa.large_string()), "3000001"),
    "dictionary of text": ("trn", pa.array(["3000001"]).dictionary_encode(), "3000001"),
    "TRN as a number": ("trn", pa.array([3000001]), None),
    "TRN as bytes": ("trn", pa.array([b"3000001"]), None),
    "boolean": ("prohibited_from_teaching", pa.array([True]), True),
    "boolean as a number": ("prohibited_from_teaching", pa.array([1]), None),
    "nulls alone": ("prohibited_from_teaching", pa.nulls(1), None),
    "whole number": ("contract_period", pa.array([2025], pa.int16()), 2025),
    "fraction": ("contract_period", pa.array([2025.0]), None),
    "day": ("finished_on", pa.array([date(2025, 12, 5)]), date(2025, 12, 5)),
    "day in milliseconds": (
        "finished_on",
        pa.array([date(2025, 12, 5)], pa.date64()),
        date(2025, 12, 5),
    ),
    "day as an instant": ("finished_on", pa.array([SOON], UTC_MS), None),
    "instant in milliseconds": ("deferred_at", pa.array([SOON], UTC_MS), SOON),
    "instant in nanoseconds": ("deferred_at", pa.array([SOON], UTC_NS), SOON),
    "instant in London": ("deferred_at", pa.array([SOON], ZONED), SOON),
    "instant without a zone": ("deferred_at", pa.array([SOON.replace(tzinfo=None)], NAIVE), None),
    "instant as a day": ("deferred_at", pa.array([date(2025, 12, 5)]), None),
}


@pytest.mark.parametrize("case", PARQUET_TYPES)
def test_parquet_types(tmp_path, case):
    column, array, value = PARQUET_TYPES[case]
    stem = "teachers" if column in SOUND["teachers"] else "training_periods"
    texts = {c: pa.array([text or None], pa.string()) for c, text in SOUND[stem].items()}
    pq.write_table(pa.table(texts | {column: array}), tmp_path / f"{stem}.parquet")

    if value is None and case != "nulls alone":
        assert problems(tmp_path) == [(f"{stem}.parquet {column}", "COLUMN_TYPE_WRONG")]
    else:
        [(_, _, record)] = tabular.read(tmp_path)
        assert getattr(record, column) == value


def test_parquet_instants_finer_than_a_microsecond(tmp_path):
    texts = {c: pa.array([text or None]) for c, text in SOUND["training_periods"].items()}
    texts["deferred_at"] = pa.array([1_764_928_800_000_000_001], UTC_NS)
    pq.write_table(pa.table(texts), tmp_path / "training_periods.parquet")

    assert problems(tmp_path) == [("training_periods.parquet deferred_at", "INSTANT_TOO_FINE")]


def test_parquet_faults_of_the_header(tmp_path):
    teachers_parquet(tmp_path, name=["A"], trs_induction_status=["Passed"])

    assert problems(tmp_path) == [
        ("teachers.parquet", "COLUMN_UNKNOWN"),
        ("teachers.parquet trn", "COLUMN_MISSING"),
    ]


def test_parquet_rows_are_counted_over_row_groups(tmp_path):
    trns = [f"{n:07}" for n in range(20_000)]
    trns[15_000] = "X"
    pq.write_table(pa.table({"trn": trns}), tmp_path / "teachers.parquet", row_group_size=7_000)

    assert problems(tmp_path) == [("teachers.parquet:15001 trn", "VALUE_INVALID")]


@pytest.mark.parametrize("keep", [0, 3, 100, -1])
def test_parquet_that_is_not_whole(tmp_path, keep):
    path = teachers_parquet(tmp_path, trn=["3000001"])
    path.write_bytes(path.read_bytes()[:keep])

    assert problems(tmp_path) == [("teachers.parquet", "PARQUET_INVALID")]


@pytest.fixture
def no_pyarrow(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)


@pytest.mark.usefixtures("no_pyarrow")
def test_without_pyarrow(tmp_path):
    (tmp_path / "csv").mkdir()
    write_texts(tmp_path / "csv", "teachers", ".csv", [SOUND["teachers"]])
    (tmp_path / "teachers.parquet").touch()

    assert problems(tmp_path / "csv") == []
    assert problems(tmp_path / "teachers.parquet") == [("teachers.parquet", "PYARROW_MISSING")]
    with pytest.raises(InvalidInputError, match=r"install ect-rules\[parquet\]"):
        tabular.Writer(tmp_path / "out", "parquet")
    assert [*(tmp_path / "out").iterdir()] == []
