"""Writers that are killed, writers at once, readers while somebody writes: real processes."""

import itertools
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from ect_rules.facts import MentorAtSchoolPeriod, Record, Teacher, TrainingPeriod
from ect_rules.store.snapshot import Snapshot
from ect_rules.store.store import Store
from tests.sizes import size
from tests.store.keeping import put, rows, settle, sound
from tests.store.writing import TALLY, registered, tallied

ROOT = Path(__file__).parents[2]
KILLS = {"sqlite": size("KILLS", 3, 6, 60), "postgresql": size("KILLS", 2, 3, 60)}
EACH = 60
SECONDS = 60


@contextmanager
def writer(
    database: str, name: str, writes: int, pause: int = 0
) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "tests.store.writing", database, name, str(writes), str(pause)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def begin(*writers: "subprocess.Popen[str]") -> None:
    """Let them all go at once."""
    for process in writers:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in writers:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()


def acknowledged(lines: str) -> list[tuple[int, int]]:
    """Tally and revision of each whole line."""
    whole = lines[: lines.rfind("\n") + 1].splitlines()
    return [(int(number), int(revision)) for number, revision in map(str.split, whole)]


def mentors(snapshot: Snapshot, up_to: int) -> list[Record]:
    trns = [f"{number:07}" for number in range(up_to + 2)]
    teachers = snapshot.current(Teacher, trns)
    return [*teachers, *snapshot.current(MentorAtSchoolPeriod, trns)]


def in_full(number: int) -> set[Record]:
    return {record for n in range(1, number + 1) for record in registered(n)}


def test_what_was_acknowledged_is_there_after_each_kill(database: str) -> None:
    dice = random.Random(20260115)  # noqa: S311
    total = 0
    kills = KILLS[database.partition(":")[0]]
    for kill in range(kills):
        with writer(database, f"writer {kill}", 1_000_000) as process:
            assert process.stdout is not None
            begin(process)
            read = "".join(process.stdout.readline() for _ in range(dice.randint(1, 60)))
            time.sleep(dice.uniform(0, 0.01))  # somewhere in the middle of a write
            process.kill()
            read += process.stdout.read()
        acked = acknowledged(read)
        assert [number for number, _ in acked] == list(range(total + 1, total + 1 + len(acked)))
        store = Store.open(database)
        assert sound(store) == "ok"
        settle(store)
        with store.snapshot() as snapshot:
            total = tallied(snapshot.current(TrainingPeriod, [TALLY]))
            assert acked[-1][0] <= total <= acked[-1][0] + 1, "one may have gone unheard"
            assert snapshot.revision == total
            assert set(mentors(snapshot, total)) == in_full(total), "each whole, and no part more"
        for number, revision in acked[:: max(1, len(acked) // 5)]:
            with store.snapshot(exactly=revision) as snapshot:
                assert tallied(snapshot.current(TrainingPeriod, [TALLY])) == number
        kept = rows(store)
        store.close()
        assert [row[0] for row in kept["revisions"]] == list(range(1, total + 1))
        assert len(kept["requests"]) == total
    assert total > kills


def test_two_writers_at_once_and_a_reader_of_both(database: str) -> None:
    store = Store.open(database)
    assert store.newest_revision() == 0
    with writer(database, "one", EACH, 5) as one, writer(database, "two", EACH, 5) as two:
        begin(one, two)
        looks = watch(store, [one, two])
        of_one, of_two = (acknowledged(p.communicate(timeout=SECONDS)[0]) for p in (one, two))
        assert (one.returncode, two.returncode) == (0, 0)
    for acked in (of_one, of_two):
        assert len(acked) == EACH
        assert acked == sorted(acked), "in order"
    numbers = sorted(of_one + of_two)
    assert numbers == [(n, n) for n in range(1, 2 * EACH + 1)], "none lost, none twice, no gap"
    turns = [name for name, _ in itertools.groupby(numbers, key=set(of_one).__contains__)]
    assert len(turns) > 2, "they took turns"
    assert len(set(looks)) > 2, "the reader saw it grow"
    assert sound(store) == "ok"
    for revision in range(2 * EACH + 1):
        with store.snapshot(exactly=revision) as snapshot:
            assert set(mentors(snapshot, revision)) == in_full(revision)
    store.close()


def watch(store: Store, writers: list["subprocess.Popen[str]"]) -> list[int]:
    """Look until they are done: each time everything is of one revision, and none goes back."""
    seen: list[int] = []
    deadline = time.monotonic() + SECONDS
    while any(process.poll() is None for process in writers):
        assert time.monotonic() < deadline
        with store.snapshot() as snapshot:
            before = tallied(snapshot.current(TrainingPeriod, [TALLY]))
            found = mentors(snapshot, before)
            after = tallied(snapshot.current(TrainingPeriod, [TALLY]))
            assert before == after == snapshot.revision
            assert set(found) == in_full(before)
        seen.append(before)
    assert seen == sorted(seen)
    return seen


def test_all_who_make_the_database_at_the_same_moment_get_it(
    new_database: Callable[[], str],
) -> None:
    for _ in range(10):
        database = new_database()
        together = threading.Barrier(6)

        def make(
            name: int, database: str = database, together: threading.Barrier = together
        ) -> int:
            together.wait(SECONDS)
            store = Store.open(database)
            try:
                return put(store, Teacher(f"{name:07}"))
            finally:
                store.close()

        with ThreadPoolExecutor(6) as pool:
            assert sorted(pool.map(make, range(6))) == [1, 2, 3, 4, 5, 6]
