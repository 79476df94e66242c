"""BatchCheck of 1,000 questions against the limit that its messages set."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.batch.ours import Batch
from bench.measure import DifferentAnswersError, Task, Timing, pin, side_by_side
from bench.report import Report, Table, Target

WANTED = 0.5
LIMIT, ROWS, AGAIN, FIRST = (
    "the limit: decode, copy what is ready, encode",
    "only the rows of the facts, by the driver, and nothing made of them",
    "asked again at the same revision",
    "asked for the first time, facts from SQLite",
)


def run(rounds: int) -> Report:
    """Time a batch. DifferentAnswersError if the ways do not give the same bytes."""
    pin()
    with (
        tempfile.TemporaryDirectory() as folder,
        Batch.over(f"sqlite:///{Path(folder) / 'facts.sqlite'}") as batch,
    ):
        ways = {LIMIT: batch.limit, AGAIN: batch.again, FIRST: batch.first}
        if len({way() for way in ways.values()}) > 1:
            raise DifferentAnswersError("the limit and the ways of BatchCheck differ")
        tasks = [Task(name, way, [()]) for name, way in {**ways, ROWS: batch.rows}.items()]
        found = side_by_side(tasks[0], tasks[1:], rounds)
        size, response = batch.size, len(batch.limit())
    shares = {name: 1 / timing.ratio for name, timing in found.items()}
    return Report(
        "BatchCheck",
        [_table(found, size)],
        [Target(name, shares[name], WANTED) for name in (AGAIN, FIRST)],
        _notes(rounds, size, response),
        {name: {"seconds": t.seconds, "share": shares[name]} for name, t in found.items()},
    )


def _table(found: dict[str, Timing], size: int) -> Table:
    rows = [
        (
            name,
            f"{size / timing.seconds:,.0f}",
            f"{timing.seconds / size * 1e6:,.1f}",
            f"{1 / timing.ratio:.2f}",
        )
        for name, timing in found.items()
    ]
    columns = ("way", "checks a second", "us each", "of the limit")
    return Table(f"A batch of {size:,} questions", columns, rows)


def _notes(rounds: int, size: int, response: int) -> list[str]:
    return [
        (
            f"{size:,} questions about made-up people at their schools: a third each about "
            "registrations, mentors' funding and mentors' training. The response has "
            f"{response:,} bytes, with all reasons, actions and days of holding. One core, without the "
            "socket."
        ),
        (
            "The limit decodes the request, copies a result that is ready into the response for each "
            "item, with its correlation id, and encodes that. All ways give the same bytes."
        ),
        (
            "The first time cannot come near half of the limit: to have the rows of the "
            "facts from SQLite alone, as the driver gives them, takes many times as long as the limit."
        ),
        (
            "An answer is kept as long as no revision comes after its own. What an answer costs that is "
            "made is mostly its outlook: each is evaluated on every day that the facts name, to say "
            "how long it holds."
        ),
        f"{rounds} rounds of at least 0.2 seconds each, in turn; processor time, medians.",
    ]
