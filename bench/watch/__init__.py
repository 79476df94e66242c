"""What a check costs while 500 watch, against the same check while nobody does."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

from attrs import frozen

from bench.report import Report, Table, Target
from bench.watch.ours import Service

WATCHERS = 500
CALLS = 1_000
WRITES_A_SECOND = 5
WANTED = 0.8  # within a fifth of what it is otherwise
CASES = {"nothing is written": 0, f"{WRITES_A_SECOND} writes a second": WRITES_A_SECOND}


@frozen
class Taken:
    """Seconds that checks took, in rounds: with nobody watching, and with all who watch."""

    alone: Sequence[Sequence[float]]
    watched: Sequence[Sequence[float]]

    def at(self, share: float) -> tuple[float, float]:
        """The seconds by which that share of the checks was answered, of each the best round, for
        whatever else the machine is at only makes one slower.
        """
        return min(_by(share, r) for r in self.alone), min(_by(share, r) for r in self.watched)

    def ratio(self, share: float) -> float:
        """How much of what a check takes with all who watch it takes with nobody."""
        alone, watched = self.at(share)
        return alone / watched


def _by(share: float, taken: Sequence[float]) -> float:
    return quantiles(taken, n=100)[round(share * 100) - 1]


def run(rounds: int) -> Report:
    """Time checks over the socket, in turn with nobody watching and with WATCHERS who do."""
    found = {}
    with tempfile.TemporaryDirectory() as folder, Service.over(Path(folder)) as service:
        for name, writes in CASES.items():
            alone, watched = [], []
            service.checks(CALLS)  # a first time that does not count
            for _ in range(rounds):
                with service.writing(writes):
                    alone.append(service.checks(CALLS))
                    with service.watching(WATCHERS):
                        watched.append(service.checks(CALLS))
            found[name] = Taken(alone, watched)
    return Report(
        "Watching",
        [_table(found)],
        [
            Target(f"{what} while {name}", taken.ratio(share), WANTED)
            for name, taken in found.items()
            for what, share in (("median", 0.5), ("99th percentile", 0.99))
        ],
        _notes(rounds),
        {
            name: {"median": t.ratio(0.5), "p99": t.ratio(0.99), "median_seconds": t.at(0.5)}
            for name, t in found.items()
        },
    )


def _table(found: dict[str, Taken]) -> Table:
    rows = []
    for name, taken in found.items():
        for what, which in (("nobody watches", 0), (f"{WATCHERS} watch", 1)):
            by = [f"{taken.at(share)[which] * 1e6:,.0f}" for share in (0.5, 0.99)]
            mean = median(sum(r) / len(r) for r in (taken.alone, taken.watched)[which])
            rows.append((f"{name}, {what}", *by, f"{mean * 1e6:,.0f}"))
    return Table(
        "A check of mentor funding over the socket", ("", "median us", "p99 us", "mean us"), rows
    )


def _notes(rounds: int) -> list[str]:
    return [
        (
            f"{WATCHERS} streams of WatchDecisions, each of the changes at a school of its own, opened "
            "by the process that asks. The server is a process of its own, on the first core, and "
            "whoever asks on the second. Facts in SQLite, 2,000 teachers."
        ),
        (
            f"{CALLS:,} checks one after the other in each of {rounds} rounds, by turns with nobody "
            "watching and with all who watch; of each the best round. The share is what the check "
            "takes alone of what it takes with them: 1 is no difference."
        ),
        (
            f"Writes: {WRITES_A_SECOND} a second, by another thread of the process that asks, each of "
            "one teacher, with and without those who watch: it is following them that is compared, not "
            "writing."
        ),
    ]
