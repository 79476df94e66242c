"""From files to records, with every fault named by its file, line and column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ect_rules.errors import InvalidInputError, Problem
from ect_rules.facts import Record
from ect_rules.integrity import alone
from ect_rules.tabular import csv_rows, parquet_rows
from ect_rules.tabular.kinds import KINDS, SUFFIXES, Kind
from ect_rules.tabular.problems import Problems

FILES = {f"{kind.stem}{suffix}": kind for kind in KINDS for suffix in SUFFIXES}


def read(path: Path) -> Iterator[tuple[str, int, Record]]:
    """The records in a folder, or in one file of it: name of the file, line, record.

    A record comes after those that it names. The line is that of a CSV file, the header being the
    first, or the row of a Parquet file, counted from 1.

    Raises InvalidInputError with up to 100 problems, after reading on to find them together. From
    the first problem on no more records come. Those before it have come by then, so a caller who
    wants all or nothing reads to the end before storing anything, or undoes what it stored.
    """
    problems = Problems()
    for file in _files(path, problems):
        try:
            for line, record in _records(file, FILES[file.name], problems):
                if not problems:
                    yield file.name, line, record
        except OSError as error:
            problems.add(file.name, 0, "", f"cannot be read: {error.strerror}", "FILE_UNREADABLE")
    problems.raise_any()


def files(path: Path) -> dict[str, Path]:
    """The files of records in a folder, or the one file, by the stem of their kind. InvalidInputError
    where there are none, or others too.
    """
    problems = Problems()
    found = {FILES[file.name].stem: file for file in _files(path, problems)}
    problems.raise_any()
    return found


def _files(path: Path, problems: Problems) -> list[Path]:
    if path.is_file():
        found = [path]
    elif path.is_dir():
        # A hidden file is none of ours: a part that a writer left, or a file manager's notes.
        found = sorted(p for p in path.iterdir() if not p.name.startswith("."))
    else:
        raise InvalidInputError(
            Problem(str(path), "there is no such file or folder", "NO_SUCH_FILE")
        )
    known = {file.name: file for file in found if file.name in FILES and file.is_file()}
    for file in found:
        if file.name not in known:
            description = f"is none of the files of records: {_ALLOWED}"
            problems.add(file.name, 0, "", description, "FILE_UNKNOWN")
    if not found:
        problems.add(str(path), 0, "", f"holds no file of records: {_ALLOWED}", "FOLDER_EMPTY")
    for kind in KINDS:
        twice = [f"{kind.stem}{suffix}" for suffix in SUFFIXES if f"{kind.stem}{suffix}" in known]
        if len(twice) > 1:
            description = f"is there beside {twice[0]}; keep one of them"
            problems.add(twice[1], 0, "", description, "FILE_TWICE")
    return [known[name] for name in FILES if name in known]


_ALLOWED = f"{', '.join(kind.stem for kind in KINDS)}, each with {' or '.join(SUFFIXES)}"


def _records(file: Path, kind: Kind, problems: Problems) -> Iterator[tuple[int, Record]]:
    before = len(problems)
    if file.suffix == ".csv":
        rows = csv_rows.rows(file, problems)
    else:
        rows = parquet_rows.rows(file, kind, problems)
    header = next(rows, None)
    if header is None:
        if len(problems) == before:
            problems.add(
                file.name, 0, "", "is empty; the first line names the columns", "NO_HEADER"
            )
        return
    if not _header_fits(file.name, *header, kind, problems):
        return
    table = _Table(file.name, header[1], kind, problems)
    for line, row in rows:
        record = table.record(line, row)
        if record is not None:
            yield line, record


def _header_fits(
    name: str, line: int, header: Sequence[str], kind: Kind, problems: Problems
) -> bool:
    allowed = [column.name for column in kind.columns]
    faults = [
        ("", f"column {i} is none of {', '.join(allowed)}", "COLUMN_UNKNOWN")
        for i, found in enumerate(header, 1)
        if found not in allowed
    ]
    for column in kind.columns:
        if column.required and column.name not in header:
            faults.append((column.name, "is missing, and every row needs it", "COLUMN_MISSING"))
        if header.count(column.name) > 1:
            faults.append((column.name, "is there more than once", "COLUMN_REPEATED"))
    for fault in faults:
        problems.add(name, line, *fault)
    return not faults


class _Table:
    """Makes records of the rows of one file."""

    def __init__(self, name: str, header: Sequence[str], kind: Kind, problems: Problems) -> None:
        self._name = name
        self._width = len(header)
        self._kind = kind
        self._problems = problems
        self._defaults = [column.default for column in kind.columns]
        columns = {column.name: (place, column) for place, column in enumerate(kind.columns)}
        self._plan = [(index, *columns[found]) for index, found in enumerate(header)]

    def record(self, line: int, row: Sequence[str]) -> Record | None:
        """The record of a row; None where something is wrong with it, which is noted."""
        if len(row) != self._width:
            cells = f"has {len(row)} cells where the header has {self._width}"
            self._problems.add(self._name, line, "", cells, "ROW_RAGGED")
            return None
        values: list[Any] = self._defaults.copy()
        sound = True
        for index, place, column in self._plan:
            text = row[index]
            if text:
                try:
                    values[place] = column.cell.parse(text)
                    continue
                except (ValueError, KeyError):
                    or_empty = "" if column.required else ", or empty"
                    fault = (f"must be {column.cell.allowed}{or_empty}", "VALUE_INVALID")
            elif column.required:
                fault = (f"must not be empty; it is {column.cell.allowed}", "VALUE_MISSING")
            else:
                continue
            self._problems.add(self._name, line, column.name, *fault)
            sound = False
        return self._whole(line, values) if sound else None

    def _whole(self, line: int, values: list[Any]) -> Record | None:
        record = self._kind.record(*values)
        wrong = [*alone(record)]
        for problem in wrong:
            self._problems.add(self._name, line, problem.field, problem.description, problem.reason)
        return None if wrong else record
