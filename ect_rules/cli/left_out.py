"""The rows of RECT that make no record: looked for, listed in a file, and told of."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

from attrs import define, field

from ect_rules.rect import Mapped, Unmapped

_LINES = 20
_COLUMNS = ("table", "key", "column", "problem", "reason")


@define
class Survey:
    """How many rows make a record and how many make none, `of_nobody` and others. `some`: of the others
    the first.
    """

    mapped: int = 0
    of_nobody: int = 0
    others: int = 0
    some: list[Unmapped] = field(factory=list)

    @property
    def unmapped(self) -> int:
        """How many rows make no record."""
        return self.of_nobody + self.others

    def add(self, row: Mapped | Unmapped) -> None:
        """Count a row."""
        if isinstance(row, Mapped):
            self.mapped += 1
        elif row.of_nobody:
            self.of_nobody += 1
        else:
            self.others += 1
            if len(self.some) < _LINES:
                self.some.append(row)

    def tell(self) -> None:
        """Print the first of those that are about somebody, a line each."""
        for row in self.some:
            place = f"{row.table} {row.key} {row.problem.field}"
            print(f"ect-rules: {place}: {row.problem.description}", file=sys.stderr)
        if self.others > len(self.some):
            print(f"ect-rules: and {self.others - len(self.some)} more", file=sys.stderr)


def survey(rows: Iterable[Mapped | Unmapped], report: Path | None) -> Survey:
    """Go through all rows, and write those that make no record to the file `report`. OSError."""
    found = Survey()
    if report is None:
        for row in rows:
            found.add(row)
        return found
    with report.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_COLUMNS)
        for row in rows:
            found.add(row)
            if isinstance(row, Unmapped):
                told = row.problem
                writer.writerow((row.table, row.key, told.field, told.description, told.reason))
    return found
