"""Revisions are seen in the order of their numbers: what happens without the head row, and with it."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from subprocess import Popen

import pytest

from ect_rules.facts import School, Teacher
from ect_rules.store.database import reading
from ect_rules.store.store import Store, Transaction
from tests.postgres import connected
from tests.store.keeping import do, hold_invariants, put, rows
from tests.store.test_processes import acknowledged, begin, watch, writer

WRITERS = 8
EACH = 12
PROCESSES = 3
OF_A_PROCESS = 12
SECONDS = 60

SCRATCH = """
CREATE TABLE scratch_head (revision integer NOT NULL);
INSERT INTO scratch_head VALUES (0);
CREATE SEQUENCE scratch_numbers;
CREATE TABLE scratch (revision integer PRIMARY KEY)
"""
BY_SEQUENCE = "INSERT INTO scratch VALUES (nextval('scratch_numbers')) RETURNING revision"
BY_HEAD = """
WITH taken AS (UPDATE scratch_head SET revision = revision + 1 RETURNING revision)
INSERT INTO scratch SELECT revision FROM taken RETURNING revision
"""


@pytest.fixture
def scratch(new_postgres: Callable[[], str]) -> Iterator[str]:
    url = new_postgres()
    with connected(url) as connection:
        for statement in SCRATCH.split(";"):
            connection.execute(statement.encode())
    return url


def two_writers_and_a_reader(url: str, write: str) -> list[list[int]]:
    """What a reader sees as time goes by, where the first of two writers is slow to commit."""
    seen = []
    with connected(url) as slow, connected(url) as quick, connected(url) as reader:

        def look() -> None:
            found = reader.execute("SELECT revision FROM scratch ORDER BY revision").fetchall()
            seen.append([revision for (revision,) in found])

        with ThreadPoolExecutor(1) as pool:
            with slow.transaction():
                slow.execute(write.encode())
                other = pool.submit(quick.execute, write.encode())
                time.sleep(0.3)  # the quick one has committed, or waits
                look()
            other.result(SECONDS)
            look()
    return seen


def test_with_a_sequence_the_second_is_seen_before_the_first(scratch: str) -> None:
    """Who has then read up to revision 2 never hears of revision 1."""
    assert two_writers_and_a_reader(scratch, BY_SEQUENCE) == [[2], [1, 2]]


def test_with_a_head_row_the_second_waits_for_the_first(scratch: str) -> None:
    assert two_writers_and_a_reader(scratch, BY_HEAD) == [[], [1, 2]]


def test_the_second_write_of_a_store_waits_for_the_first(store: Store) -> None:
    seen = []

    def look() -> None:
        with reading(store.engine) as connection:
            found = connection.exec_driver_sql("SELECT revision FROM revisions ORDER BY 1")
            seen.append([*found.scalars()])

    with ThreadPoolExecutor(1) as pool:

        def slow(transaction: Transaction) -> None:
            transaction.put([Teacher("0000001")])
            others.append(pool.submit(put, store, Teacher("0000002")))
            time.sleep(0.3)
            look()

        others: list = []
        assert do(store, slow) == 1
        assert others[0].result(SECONDS) == 2
    look()
    assert seen == [[], [1, 2]]


def test_racing_threads_skip_and_reorder_nothing(store: Store) -> None:
    """Each write adds somebody and changes one school that all of them change."""
    done = threading.Event()

    def write(name: int) -> list[int]:
        made = []
        for number in range(EACH):
            this = name * EACH + number
            teacher = Teacher(f"{this:07}")
            made.append(put(store, teacher, School("100001", gias_type=f"{this}")))
        return made

    def read() -> list[list[int]]:
        looks = []
        with reading(store.engine) as connection:
            while not done.is_set():
                found = connection.exec_driver_sql("SELECT revision FROM revisions ORDER BY 1")
                looks.append([*found.scalars()])
        return looks

    with ThreadPoolExecutor(WRITERS + 1) as pool:
        reader = pool.submit(read)
        try:
            made = [*pool.map(write, range(WRITERS), timeout=SECONDS)]
        finally:
            done.set()
        looks = reader.result(SECONDS)
    total = WRITERS * EACH
    assert sorted(revision for each in made for revision in each) == list(range(1, total + 1))
    assert all(each == sorted(each) for each in made)
    assert all(look == list(range(1, len(look) + 1)) for look in looks), "one before another"
    assert [len(look) for look in looks] == sorted(len(look) for look in looks)
    assert len({len(look) for look in looks}) > 2, "the reader saw it grow"
    hold_invariants(rows(store), total)
    for revision in range(0, total + 1, 7):
        with store.snapshot(exactly=revision) as snapshot:
            assert len(snapshot.every(Teacher)) == revision
            assert len(snapshot.every(School)) == min(revision, 1)


def test_racing_processes_skip_and_reorder_nothing(new_postgres: Callable[[], str]) -> None:
    database = new_postgres()
    store = Store.open(database)
    assert store.newest_revision() == 0
    with ExitStack() as stack:
        writers: list[Popen[str]] = [
            stack.enter_context(writer(database, f"writer {n}", OF_A_PROCESS, 2))
            for n in range(PROCESSES)
        ]
        begin(*writers)
        looks = watch(store, writers)
        told = [acknowledged(process.communicate(timeout=SECONDS)[0]) for process in writers]
    total = PROCESSES * OF_A_PROCESS
    assert sorted(pair for each in told for pair in each) == [(n, n) for n in range(1, total + 1)]
    assert all(each == sorted(each) for each in told)
    assert len(set(looks)) > 2, "the reader saw it grow"
    hold_invariants(rows(store), total)
    store.close()
