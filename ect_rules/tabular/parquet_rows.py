"""Parquet files as rows of text, and records as Parquet files. The only place with pyarrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ect_rules.errors import InvalidInputError, Problem
from ect_rules.tabular.cells import Type
from ect_rules.tabular.kinds import Column, Kind
from ect_rules.tabular.problems import Problems

ROWS_AT_ONCE = 8_192
ROW_GROUP = 50_000


def _pyarrow(file: str) -> tuple[Any, Any, Any]:
    try:
        import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415
        import pyarrow.compute as pc  # type: ignore[import-untyped]  # noqa: PLC0415
        import pyarrow.parquet as pq  # type: ignore[import-untyped]  # noqa: PLC0415
    except ImportError:
        raise InvalidInputError(
            Problem(
                file,
                "Parquet needs pyarrow, which is not installed: install ect-rules[parquet], or use "
                "CSV",
                "PYARROW_MISSING",
            )
        ) from None
    return pa, pc, pq


def rows(path: Path, kind: Kind, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """The names of the columns as row 0, and then every row with its number from 1.

    Every value comes as the text that it would have in a CSV file; null is empty. A column of the
    wrong type is a problem, and then only row 0 comes. OSError where the file cannot be read.
    """
    pa, pc, pq = _pyarrow(path.name)
    try:
        with pq.ParquetFile(path, buffer_size=1 << 20) as file:
            schema = file.schema_arrow
            yield 0, list(schema.names)
            if not _types_fit(path.name, schema, kind, problems, pa):
                return
            number = 0
            for batch in file.iter_batches(ROWS_AT_ONCE, use_threads=False):
                columns = [
                    _as_text(column, path.name, title, problems, pa, pc)
                    for title, column in zip(schema.names, batch.columns, strict=True)
                ]
                for row in zip(*columns, strict=True):
                    number += 1
                    yield number, list(row)
    except UnicodeDecodeError:
        problems.add(path.name, 0, "", "holds text that is not UTF-8", "NOT_UTF8")
    except (pa.ArrowException, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        description = "cannot be read as Parquet; is the file whole?"
        problems.add(path.name, 0, "", description, "PARQUET_INVALID")


def _types_fit(name: str, schema: Any, kind: Kind, problems: Problems, pa: Any) -> bool:
    columns = {column.name: column for column in kind.columns}
    fit = True
    for field in schema:
        column = columns.get(field.name)
        if column is not None and not _fits(field.type, column.cell.type, pa):
            fit = False
            problems.add(
                name,
                0,
                field.name,
                f"has the wrong type of column; it holds {_WANTED[column.cell.type]}",
                "COLUMN_TYPE_WRONG",
            )
    return fit


_WANTED = {
    Type.TEXT: "text (strings)",
    Type.DAY: "days (date32 or date64), or text",
    Type.INSTANT: "timestamps with a time zone, or text",
    Type.BOOLEAN: "booleans, or text",
    Type.WHOLE_NUMBER: "whole numbers, or text",
}


def _fits(found: Any, wanted: Type, pa: Any) -> bool:
    of = pa.types
    if of.is_dictionary(found):
        found = found.value_type
    if of.is_string(found) or of.is_large_string(found) or of.is_null(found):
        return True
    match wanted:
        case Type.TEXT:
            return False
        case Type.DAY:
            return bool(of.is_date(found))
        case Type.INSTANT:
            return of.is_timestamp(found) and found.tz is not None
        case Type.BOOLEAN:
            return bool(of.is_boolean(found))
        case Type.WHOLE_NUMBER:
            return bool(of.is_integer(found))


def _as_text(column: Any, file: str, title: str, problems: Problems, pa: Any, pc: Any) -> list[str]:
    if pa.types.is_timestamp(column.type):
        try:
            text = column.cast(pa.timestamp("us", "UTC")).cast(pa.string())
        except pa.ArrowInvalid:  # part of a microsecond would be lost
            description = "holds instants that are finer than a microsecond"
            problems.add(file, 0, title, description, "INSTANT_TOO_FINE")
            return [""] * len(column)
        column = pc.replace_substring(text, " ", "T", max_replacements=1)
    elif pa.types.is_date64(column.type):
        column = column.cast(pa.date32())
    found: list[str] = column.cast(pa.string()).fill_null("").to_pylist()
    return found


class ParquetFile:
    """A Parquet file that takes records of one kind. Rows are written in groups."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._pa, _, pq = _pyarrow(path.name)
        pa = self._pa
        types = {
            Type.TEXT: pa.string(),
            Type.DAY: pa.date32(),
            Type.INSTANT: pa.timestamp("us", "UTC"),
            Type.BOOLEAN: pa.bool_(),
            Type.WHOLE_NUMBER: pa.int32(),
        }
        self._schema = pa.schema(
            [pa.field(c.name, types[c.cell.type], nullable=not c.required) for c in columns]
        )
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[tuple[Any, ...]] = []

    def write(self, row: tuple[Any, ...]) -> None:
        """Add a row of values in the order of the columns."""
        self._rows.append(row)
        if len(self._rows) == ROW_GROUP:
            self._flush()

    def _flush(self) -> None:
        pa = self._pa
        arrays = []
        for values, field in zip(zip(*self._rows, strict=True), self._schema, strict=True):
            if pa.types.is_timestamp(field.type) and any(v and v.tzinfo is None for v in values):
                raise ValueError("an instant needs a time zone")
            arrays.append(pa.array(values, field.type))
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._rows.clear()

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        try:
            if self._rows:
                self._flush()
        finally:
            self._writer.close()
