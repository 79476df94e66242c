"""A CSV file as rows of text: UTF-8, comma, one header line, quoted as in RFC 4180."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ect_rules.tabular.problems import Problems

LONGEST_LINE = 65_536


def rows(path: Path, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """The header and then every row, each with the number of the line on which it begins.

    Blank lines are left out. A line that is not UTF-8 is a problem and left out; so is everything
    from a line on that cannot be split into cells. OSError where the file cannot be read.
    """
    with path.open("rb") as file:
        reader = csv.reader(_lines(file, path.name, problems), strict=True)
        while True:
            line = reader.line_num + 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error:
                description = "cannot be split into cells; is a quote left open or out of place?"
                problems.add(path.name, line, "", description, "CSV_INVALID")
                return
            if row:
                yield line, row


def _lines(file: BinaryIO, name: str, problems: Problems) -> Iterator[str]:
    number = 0
    while raw := file.readline(LONGEST_LINE):
        number += 1
        if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
            description = f"is longer than {LONGEST_LINE} bytes; is this a CSV file?"
            problems.add(name, number, "", description, "LINE_TOO_LONG")
            return
        try:
            line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            problems.add(name, number, "", "is not UTF-8; save the file as CSV UTF-8", "NOT_UTF8")
            if number == 1:  # without a header no line can be read
                return
            line = "\n"  # keeps the count of lines
        yield line
