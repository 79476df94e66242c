"""Records imported a second against the same rows by hand, with executemany or COPY."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from itertools import islice, zip_longest
from pathlib import Path
from time import perf_counter

from attrs import define, field

from bench.imports import by_hand, ours
from bench.measure import DifferentAnswersError
from bench.report import Report, Table, Target
from bench.store import databases
from ect_rules import tabular
from ect_rules.facts import Record
from ect_rules.generate import population
from ect_rules.store.store import Store

RECORDS = int(os.environ.get("BENCH_IMPORT_RECORDS", "100000"))
RECORDS_OF_A_TEACHER = 5  # or a few more
ROUNDS = 3  # each is long, and says as much as many short ones
WANTED = 0.1


@define
class Measured:
    """Seconds of each way in each round, and the most memory that the server had, in MiB."""

    hand: list[float] = field(factory=list)
    store: list[float] = field(factory=list)
    method: list[float] = field(factory=list)
    command: list[float] = field(factory=list)
    peaks: list[int] = field(factory=list)

    def share(self, taken: Sequence[float]) -> float:
        """How many records are imported for one by hand: of each the best round."""
        return min(self.hand) / min(taken)


def run(rounds: int) -> Report:
    """Time each database, in rounds. DifferentAnswersError if not the same records are stored."""
    if hasattr(os, "sched_setaffinity"):  # the servers are processes of their own
        os.sched_setaffinity(0, range(os.cpu_count() or 1))
    rounds = min(rounds, ROUNDS)
    records = _records()
    found = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "records"
        tabular.write(folder, records, "csv")
        for database, new_databases in databases().items():
            with new_databases() as new:
                found[database] = _measure(new, records, folder, rounds)
    return Report(
        "Imports",
        [_table(found)],
        [Target(f"the store on {name}", m.share(m.store), WANTED) for name, m in found.items()],
        _notes(rounds),
        {
            name: {
                "records": RECORDS,
                "records_a_second_by_hand": RECORDS / min(m.hand),
                "store": m.share(m.store),
                "method": m.share(m.method),
                "command": m.share(m.command),
                "server_peak_mib": max(m.peaks, default=None),
            }
            for name, m in found.items()
        },
    )


def _records() -> list[Record]:
    """As many as are wanted, in the order in which files are read."""
    order = {kind.record: place for place, kind in enumerate(tabular.KINDS)}
    found = list(islice(population(RECORDS // RECORDS_OF_A_TEACHER + 1, seed=1), RECORDS))
    if len(found) < RECORDS:
        raise ValueError("teachers have fewer records than was thought")
    return sorted(found, key=lambda record: order[type(record)])


def _measure(
    new: Callable[[], str], records: Sequence[Record], folder: Path, rounds: int
) -> Measured:
    measured = Measured()
    for number in range(rounds):
        urls = [_empty(new) for _ in range(4)]
        rows = by_hand.rows_of(records, urls[0])
        measured.hand.append(_seconds(by_hand.write, urls[0], rows))
        measured.store.append(_seconds(ours.by_store, urls[1], records))
        stream = ours.messages(records)
        measured.method.append(_seconds(ours.by_method, urls[2], stream))
        with ours.Server(urls[3]) as server:
            measured.command.append(_seconds(ours.by_command, server.address, folder))
            peak = server.peak()
        measured.peaks.extend([] if peak is None else [peak])
        if number == 0:
            _hold_to_the_same(urls)
    return measured


def _empty(new: Callable[[], str]) -> str:
    url = new()
    Store.open(url).close()
    return url


def _seconds(work: Callable[..., None], *given: object) -> float:
    started = perf_counter()
    work(*given)
    return perf_counter() - started


def _hold_to_the_same(urls: Sequence[str]) -> None:
    for first, *others in zip_longest(*map(ours.in_order, urls)):
        if any(other != first for other in others):
            raise DifferentAnswersError("the ways of importing have not stored the same records")


def _table(found: dict[str, Measured]) -> Table:
    rows = []
    for name, m in found.items():
        hand = "COPY by hand" if name == "PostgreSQL" else "executemany by hand"
        ways = (
            (hand, m.hand),
            ("the store", m.store),
            ("ImportRecords", m.method),
            ("ect-rules import", m.command),
        )
        for way, taken in ways:
            memory = str(max(m.peaks)) if taken is m.command and m.peaks else ""
            a_second = f"{RECORDS / min(taken):,.0f}"
            rows.append((f"{name}, {way}", a_second, f"{m.share(taken):.2f}", memory))
    columns = ("way", "records a second", "for one by hand", "server's MiB at most")
    return Table(f"{RECORDS:,} records into a store with nothing in it", columns, rows)


def _notes(rounds: int) -> list[str]:
    return [
        (
            f"{RECORDS:,} records of a generated population, all kinds, in the order in which "
            "files are read; each way into a database of its own, which is made beforehand with all its "
            "tables and indexes; one transaction, safe on the disk. All four are then read again, and "
            "hold the same records."
        ),
        (
            "By hand: the rows are made beforehand, seals and all, and given to the driver: "
            "executemany for SQLite, COPY for PostgreSQL."
        ),
        (
            "The store looks each record up by its key, makes its row and its seal, and keeps the "
            "ledger. ImportRecords is the service's method without the socket: it holds each record "
            "to the contract, spools it, and holds all of them to what must be so of records together. "
            "ect-rules import is the command with a server process, from CSV files: it reads them "
            "twice, once so that nothing is sent of files with a wrong line."
        ),
        (
            f"{rounds} rounds; time on the clock, as much of it is the database's and the disk's; of "
            "each way the best round. BENCH_IMPORT_RECORDS says how many records."
        ),
    ]
