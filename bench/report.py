"""What a bench found: tables and targets, as text that reads well as it is and as Markdown."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from attrs import asdict, field, frozen


def machine() -> dict[str, Any]:
    """What a figure depends on, without the machine's name."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "cores": os.cpu_count(),
        "processor": platform.machine(),
        "system": platform.system(),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
    }


@frozen
class Table:
    """`columns`: headings; the first column is text, the others are figures and go right."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    def text(self) -> str:
        cells = [self.columns, *self.rows]
        widths = [max(len(row[i]) for row in cells) for i in range(len(self.columns))]
        rule = tuple("-" * w if i == 0 else "-" * (w - 1) + ":" for i, w in enumerate(widths))
        lines = [_line(row, widths) for row in (self.columns, rule, *self.rows)]
        return "\n".join([f"## {self.title}", "", *lines])


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    first, *others = row
    cells = [c.rjust(w) for c, w in zip(others, widths[1:], strict=True)]
    return f"| {' | '.join([first.ljust(widths[0]), *cells])} |"


@frozen
class Target:
    """`reached`: what came out; it should be `wanted` or more."""

    what: str
    reached: float
    wanted: float

    @property
    def met(self) -> bool:
        return self.reached >= self.wanted

    @property
    def told(self) -> str:
        """What came out, in as many digits as matter."""
        return f"{self.reached:.{1 if self.reached >= 1 else 2}f}x"


@frozen
class Report:
    """`notes`: how it was measured, a sentence or two each. `figures`: for --json."""

    title: str
    tables: Sequence[Table]
    targets: Sequence[Target]
    notes: Sequence[str]
    figures: dict[str, Any] = field(factory=dict)

    def text(self) -> str:
        on = machine()
        about = (
            f"{on['date']}, {on['cores']} cores ({on['processor']}), {on['system']}, {on['python']}"
        )
        targets = Table(
            "Targets",
            ("what", "reached", "target", ""),
            [
                (t.what, t.told, f"{t.wanted:g}x", "met" if t.met else "MISSED")
                for t in self.targets
            ],
        )
        notes = "\n".join(f"- {note}" for note in self.notes)
        parts = [f"# {self.title}", about, targets.text(), *(t.text() for t in self.tables)]
        return "\n\n".join([*parts, "## How it was measured", notes]) + "\n"

    def as_dict(self) -> dict[str, Any]:
        targets = [{**asdict(target), "met": target.met} for target in self.targets]
        return {"title": self.title, "targets": targets, "figures": self.figures}
