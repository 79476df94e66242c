"""Writes a second against the same statements by hand on the same kind of database."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from attrs import frozen

from bench.measure import DifferentAnswersError
from bench.report import Report, Table, Target
from bench.store import by_hand
from bench.store.ours import Ours
from ect_rules.servicers.limits import WRITE_THREADS
from tests.postgres import own_server, schemas

WANTED = 0.5
WRITES = 48
TIMES = 2  # so many more rounds than other benches


_CALLERS = f"{WRITE_THREADS} callers"


@frozen
class Measured:
    """Seconds a write in each round: by hand, by the store, by the service's method, and by that where
    many call it at once.
    """

    hand: Sequence[float]
    store: Sequence[float]
    method: Sequence[float]
    at_once: Sequence[float]
    statements: int

    def share(self, taken: Sequence[float]) -> float:
        """How many writes there are for one by hand beside them in the same round: the median of the
        rounds.
        """
        return median(hand / other for hand, other in zip(self.hand, taken, strict=True))


def run(rounds: int) -> Report:
    """Time each database, in rounds. DifferentAnswersError if the statements are not the same."""
    if hasattr(os, "sched_setaffinity"):  # PostgreSQL has processes of its own
        os.sched_setaffinity(0, range(os.cpu_count() or 1))
    found = {}
    for name, new_databases in databases().items():
        with new_databases() as new:
            found[name] = _measure([new() for _ in range(5)], rounds)
    return Report(
        "Writes",
        [_table(found)],
        [
            Target(f"AssignMentor on {name}, {callers}", m.share(taken), WANTED)
            for name, m in found.items()
            for callers, taken in ((_CALLERS, m.at_once), ("one caller", m.method))
        ],
        _notes(rounds, found),
        {
            name: {
                "writes_a_second_by_hand": 1 / median(m.hand),
                "store": m.share(m.store),
                "method": m.share(m.method),
                "at_once": m.share(m.at_once),
            }
            for name, m in found.items()
        },
    )


def databases() -> dict[str, Callable[[], AbstractContextManager[Callable[[], str]]]]:
    """What makes databases of each kind, and gives the URL of each; they are gone in the end."""
    return {"SQLite": _files, "PostgreSQL": _schemas}


@contextmanager
def _files() -> Iterator[Callable[[], str]]:
    with tempfile.TemporaryDirectory() as folder:
        yield lambda: f"sqlite:///{tempfile.mktemp(dir=folder)}"  # noqa: S306 - nobody else is there


@contextmanager
def _schemas() -> Iterator[Callable[[], str]]:
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    with folder as name, own_server(Path(name)) as url, schemas(url) as new:
        yield new


def _measure(urls: Sequence[str], rounds: int) -> Measured:
    ects = range((TIMES * rounds + 1) * WRITES)  # the first round does not count
    spare = len(ects)
    at_once, method, store, copied, other = (Ours.open(url, spare + 1) for url in urls)
    scripts = [copied.statements(copied.by_store, ect) for ect in ects]
    with by_hand.connected(urls[-1]) as hand:
        ways: list[Callable[[Iterable[int]], None]] = [
            lambda ects: _one_by_one(lambda ect: hand(scripts[ect]), ects),
            partial(_one_by_one, store.by_store),
            partial(_one_by_one, method.by_method),
            partial(_at_once, at_once.by_method),
        ]
        taken = [[_seconds(way, ects[n : n + WRITES]) for way in ways] for n in ects[::WRITES]]
    revisions = {each.store.newest_revision() for each in (at_once, method, store, copied, other)}
    said = [
        [sql for sql, *_ in each.statements(way, spare)]
        for each, way in ((method, method.by_method), (store, store.by_store))
    ]
    for each in (at_once, method, store, copied, other):
        each.store.close()
    if revisions != {spare + 1} or said[0] != said[1]:
        raise DifferentAnswersError("the method, the store and the statements by hand differ")
    return Measured(*zip(*taken[1:], strict=True), len(said[0]))


def _one_by_one(way: Callable[[int], object], ects: Iterable[int]) -> None:
    for ect in ects:
        way(ect)


def _at_once(way: Callable[[int], object], ects: Iterable[int]) -> None:
    """By as many callers as a server does writes at once, each of whom takes the next that is left."""
    left = iter(ects)
    callers = [threading.Thread(target=_one_by_one, args=(way, left)) for _ in range(WRITE_THREADS)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()


def _seconds(way: Callable[[Iterable[int]], None], ects: Sequence[int]) -> float:
    started = perf_counter()
    way(ects)
    return (perf_counter() - started) / len(ects)


def _table(found: dict[str, Measured]) -> Table:
    rows = []
    for name, m in found.items():
        by_hand_a_second = f"{1 / median(m.hand):,.0f}"
        rows.append((f"{name}, by hand", by_hand_a_second, "1.00"))
        for way, taken in (
            ("the store", m.store),
            ("AssignMentor", m.method),
            (f"AssignMentor, {_CALLERS}", m.at_once),
        ):
            a_second = f"{1 / median(taken):,.0f}"
            rows.append((f"{name}, {way}", a_second, f"{m.share(taken):.2f}"))
    columns = ("database", "writes a second", "for one by hand")
    return Table("Assigning mentors", columns, rows)


def _notes(rounds: int, found: dict[str, Measured]) -> list[str]:
    statements = " and ".join(f"{m.statements} on {name}" for name, m in found.items())
    return [
        (
            "A write gives an ECT another mentor: the earlier mentorship ends, a new one begins, with "
            "all that is read for it, the revision and the kept answer. That takes "
            f"{statements} statements, in one transaction that is safe on the disk."
        ),
        (
            "By hand: the same statements with the same values, noted beforehand on another database, "
            "given to the driver on a connection that is held throughout; the rows are fetched, and "
            "nothing is made of them."
        ),
        (
            "The store makes records of the rows, and rows of records. AssignMentor is the service's "
            "method without the socket: it has the request to validate and all rules to hold to."
        ),
        (
            f"{_CALLERS}: as many as a server has threads for writes. Those that wait while one writes "
            "are committed together with it. By hand there is one writer, who never waits."
        ),
        (
            f"{TIMES * rounds} rounds of {WRITES} writes each, each way in turn on a database of its "
            "own; time on the clock, as much of it is the database's and the disk's; the median of the "
            "rounds, and of what there is for one by hand in the same round."
        ),
    ]
