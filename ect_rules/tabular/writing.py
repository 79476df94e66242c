"""From records to files."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ect_rules.errors import InvalidInputError, Problem
from ect_rules.facts import Record
from ect_rules.tabular.cells import Type
from ect_rules.tabular.kinds import KINDS, SUFFIXES, Kind
from ect_rules.tabular.parquet_rows import ParquetFile

FORMATS = tuple(suffix[1:] for suffix in SUFFIXES)


class Writer:
    """Writes records of any kind in any order to a folder, which is made if it is not there.

    A context manager. The folder then has a file for each kind, those without records with their
    columns alone. They appear when it is left without an error, and not before: a part that was
    written when something went wrong never passes for the whole.

    `format`: one of FORMATS. Raises ValueError for another; InvalidInputError where the folder
    holds records already, or for Parquet without pyarrow; OSError where it cannot be written.
    """

    def __init__(self, folder: Path, format: str) -> None:  # noqa: A002
        if format not in FORMATS:
            raise ValueError(f"{format} is none of {', '.join(FORMATS)}")
        folder.mkdir(parents=True, exist_ok=True)
        there = [
            f"{k.stem}{s}" for k in KINDS for s in SUFFIXES if (folder / f"{k.stem}{s}").exists()
        ]
        if there:
            description = "is there already; choose a folder without records"
            raise InvalidInputError(*(Problem(n, description, "FILE_EXISTS") for n in there))
        self._names = [f"{kind.stem}.{format}" for kind in KINDS]
        self._folder = folder
        self._files: list[CsvFile | ParquetFile] = []
        self._write: dict[type, Callable[[Any], None]] = {}
        try:
            for name, kind in zip(self._names, KINDS, strict=True):
                self._open(self._part(name), kind)
        except BaseException:
            self._discard()
            raise

    def _open(self, part: Path, kind: Kind) -> None:
        if part.suffixes[0] == ".csv":
            file: CsvFile | ParquetFile = CsvFile(part, kind)
        else:
            file = ParquetFile(part, kind.columns)
        self._files.append(file)
        values = attrgetter(*(column.name for column in kind.columns))
        write = file.write

        def put(record: Record) -> None:
            write(values(record))

        self._write[kind.record] = put

    def _part(self, name: str) -> Path:
        return self._folder / f".{name}.part"

    def write(self, record: Record) -> None:
        """Add a record to the file of its kind."""
        self._write[type(record)](record)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if kind is not None:
            self._discard()
            return
        try:
            for file in self._files:
                file.close()
        except BaseException:
            self._discard()
            raise
        for name in self._names:
            self._part(name).rename(self._folder / name)

    def _discard(self) -> None:
        for file in self._files:
            try:
                file.close()
            except OSError:  # such as a full disk, which is what went wrong in the first place
                continue
        for name in self._names:
            self._part(name).unlink(missing_ok=True)


def write(folder: Path, records: Iterable[Record], format: str) -> None:  # noqa: A002
    """Write all of `records` to a folder. As Writer."""
    with Writer(folder, format) as writer:
        for record in records:
            writer.write(record)


class CsvFile:
    """A CSV file that takes records of one kind."""

    def __init__(self, path: Path, kind: Kind) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file, lineterminator="\n")
        self._quoting = csv.writer(self._file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        self._free = [place for place, column in enumerate(kind.columns) if column.cell.free]
        self._writer.writerow(column.name for column in kind.columns)
        # csv writes text, days and numbers as we want them, and None as an empty cell.
        self._texts = [
            (place, _TEXTS[column.cell.type])
            for place, column in enumerate(kind.columns)
            if column.cell.type in _TEXTS
        ]

    def write(self, row: tuple[Any, ...]) -> None:
        """Add a row of values in the order of the columns."""
        values = list(row)
        for place, text in self._texts:
            if values[place] is not None:
                values[place] = text(values[place])
        for place in self._free:
            # Such a line ends in some readers, and csv itself does not quote it.
            if values[place] is not None and "\r" in values[place]:
                self._quoting.writerow(values)
                return
        self._writer.writerow(values)

    def close(self) -> None:
        """Write what is left."""
        self._file.close()


def _boolean(value: bool) -> str:
    return "true" if value else "false"


def _instant(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


_TEXTS: dict[Type, Callable[[Any], str]] = {Type.BOOLEAN: _boolean, Type.INSTANT: _instant}
