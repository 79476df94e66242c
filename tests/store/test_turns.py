"""Writers of one process take turns; those that wait are committed together, each by itself."""

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Any

import pytest
from attrs import frozen

from ect_rules.errors import RefusedError, StoreUnavailableError
from ect_rules.facts import Teacher
from ect_rules.store import turns
from ect_rules.store.patience import within
from ect_rules.store.store import Store, Transaction
from ect_rules.world import key
from tests.store.keeping import at, faults, sent
from tests.store.test_model import GaveUpError
from tests.waiting import wait_for

Work = Callable[[Transaction], bytes]
LONG = 60.0


def id_(number: int) -> str:
    return f"6a1f6f4e-0000-4000-8000-{number:012}"


def teacher(number: int) -> Teacher:
    return Teacher(f"{number:07}")


def puts(number: int) -> Work:
    """Writes a teacher, and tells the revision."""

    def work(transaction: Transaction) -> bytes:
        transaction.put([teacher(number)])
        return str(transaction.counts_from).encode()

    return work


def fails(number: int) -> Work:
    """Writes a teacher, and then thinks better of it."""

    def work(transaction: Transaction) -> bytes:
        puts(number)(transaction)
        raise RefusedError("refused at the end", (("CODE", "words"),))

    return work


def breaks(number: int) -> Work:
    """Loses the connection in the middle."""

    def work(transaction: Transaction) -> bytes:
        puts(number)(transaction)
        driver: Any = transaction.connection.connection
        driver.driver_connection.close()
        return b"never heard of"

    return work


def errs(number: int) -> Work:
    """Asks for what the database refuses: a second head."""

    def work(transaction: Transaction) -> bytes:
        puts(number)(transaction)
        transaction.connection.exec_driver_sql("INSERT INTO head SELECT * FROM head")
        return b"never heard of"

    return work


def gives_up(number: int) -> Work:
    """Fails in a way that nobody has thought of."""

    def work(transaction: Transaction) -> bytes:
        puts(number)(transaction)
        raise GaveUpError

    return work


class Writers:
    """Writers of one store, the first of whom is in the middle of it until all others wait."""

    def __init__(self, store: Store, pool: ThreadPoolExecutor) -> None:
        self.store = store
        self._pool = pool

    def write(
        self,
        *works: Work,
        ids: Iterable[int] = range(1, 100),
        seconds: float | None = None,
        **more: Any,
    ) -> list[Future[bytes]]:
        """Have all write in that order, under the request ids of these numbers; all have ended then.

        The others than the first have so many seconds left, and their writes may be `more` than that.
        """
        (first, *others), (first_id, *other_ids) = works, islice(ids, len(works))
        going, go = threading.Event(), threading.Event()

        def holds(transaction: Transaction) -> bytes:
            going.set()
            assert go.wait(LONG)
            return first(transaction)

        def write(number: int, work: Work) -> bytes:
            with within(seconds):
                return self.store.write("Work", id_(number), b"digest", work, **more)

        def lead() -> bytes:
            return self.store.write("Work", id_(first_id), b"digest", holds)

        futures = [self._pool.submit(lead)]
        assert going.wait(LONG)
        for place, (number, work) in enumerate(zip(other_ids, others, strict=True), 1):
            futures.append(self._pool.submit(write, number, work))
            wait_for(lambda place=place: self.waiting == place, LONG)
        go.set()
        for future in futures:
            future.exception(LONG)
        return futures

    @property
    def waiting(self) -> int:
        return len(self.store._turns._waiting)


@pytest.fixture
def writers(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Writers]:
    """Writers who take others along however long it takes."""
    monkeypatch.setattr(turns, "TOGETHER_SECONDS", LONG)
    with ThreadPoolExecutor(16) as pool:
        yield Writers(store, pool)


def said(futures: list[Future[bytes]]) -> list[object]:
    """What each writer hears: its result, or the kind of its error."""
    return [type(f.exception()) if f.exception() else f.result() for f in futures]


def begun(writers: Writers, *works: Work, **more: Any) -> tuple[list[object], int, int]:
    """What each writer hears; how many transactions held the head, and how many writes joined that of
    another.
    """
    with sent(writers.store) as statements:
        told = said(writers.write(*works, **more))
    joined = sum(sql.startswith("SAVEPOINT") for sql, *_ in statements)
    held = sum("erased_at, head.entry" in sql for sql, *_ in statements)
    return told, held, joined


def test_those_that_wait_are_taken_along_in_their_order(writers: Writers) -> None:
    told, held, joined = begun(writers, *(puts(n) for n in range(1, 7)))
    assert told == [b"1", b"2", b"3", b"4", b"5", b"6"]
    assert (held, joined) == (1, 5)
    for revision in range(7):
        keys = [key(teacher(n)) for n in range(1, 7)]
        counting = {key(teacher(n)): teacher(n) for n in range(1, revision + 1)}
        assert at(writers.store, revision, keys) == counting
    assert not faults(writers.store)


@frozen
class Ends:
    """What comes of six writers of whom the fourth is another: what each hears, and who is there."""

    fourth: Work
    said: list[object]
    there: set[int]


ENDS = {
    "refuses": Ends(fails(4), [b"1", b"2", b"3", RefusedError, b"4", b"5"], {1, 2, 3, 5, 6}),
    "errs": Ends(errs(4), [b"1", b"2", b"3", StoreUnavailableError, b"4", b"5"], {1, 2, 3, 5, 6}),
    "gives up": Ends(gives_up(4), [b"1", b"2", b"3", GaveUpError, b"4", b"5"], {1, 2, 3, 5, 6}),
    "loses the connection": Ends(breaks(4), [StoreUnavailableError] * 4 + [b"1", b"2"], {5, 6}),
}


@pytest.mark.parametrize("case", ENDS)
def test_each_is_written_wholly_or_not_at_all(writers: Writers, case: str) -> None:
    ends = ENDS[case]
    works = [ends.fourth if n == 4 else puts(n) for n in range(1, 7)]
    assert said(writers.write(*works)) == ends.said
    everybody = {key(teacher(n)): teacher(n) for n in range(1, 7)}
    there = at(writers.store, None, [*everybody])
    assert there == {k: t for k, t in everybody.items() if int(t.trn) in ends.there}
    assert not faults(writers.store)
    for n in set(range(1, 7)) - ends.there:
        again = writers.store.write("Work", id_(n), b"digest", puts(n))
        assert int(again) == writers.store.newest_revision(), "the request id is free"


def test_who_leads_and_fails_takes_nobody_along(writers: Writers) -> None:
    told, _, joined = begun(writers, fails(1), puts(2), puts(3))
    assert told == [RefusedError, b"1", b"2"]
    assert joined == 1, "the third, by the second"


def test_what_was_only_tried_is_undone_by_itself(writers: Writers) -> None:
    assert said(writers.write(puts(1), puts(2), puts(3), keep=False)) == [b"1", b"2", b"2"]
    assert writers.store.newest_revision() == 1


APART: dict[str, dict[str, Any]] = {
    "those that want to be alone": {"alone": True},
    "those who have no time to lose": {"seconds": turns.SPARE_SECONDS / 2},
}


@pytest.mark.parametrize("case", APART)
def test_some_are_not_taken_along(writers: Writers, case: str) -> None:
    told, _, joined = begun(writers, puts(1), puts(2), puts(3), **APART[case])
    assert told == [b"1", b"2", b"3"]
    assert joined == 0


def test_nobody_is_taken_along_for_ever(writers: Writers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "TOGETHER_SECONDS", 0.0)
    told, _, joined = begun(writers, puts(1), puts(2), puts(3))
    assert told == [b"1", b"2", b"3"]
    assert joined == 0


def test_who_has_waited_too_long_writes_nothing(
    writers: Writers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "BUSY_SECONDS", 0.05)
    slow = threading.Event()

    def takes_long(transaction: Transaction) -> bytes:
        assert slow.wait(LONG)
        return puts(1)(transaction)

    with ThreadPoolExecutor(1) as pool:
        leading = pool.submit(writers.store.write, "Work", id_(1), b"digest", takes_long)
        wait_for(lambda: writers.store._turns._taken, LONG)
        with pytest.raises(StoreUnavailableError, match="others write"):
            writers.store.write("Work", id_(2), b"digest", puts(2))
        slow.set()
        assert leading.result(LONG) == b"1"
    assert writers.store.newest_revision() == 1
    assert writers.store.write("Work", id_(3), b"digest", puts(3)) == b"2", "the turn was passed on"


def test_the_same_request_twice_at_once_is_done_once(writers: Writers) -> None:
    assert said(writers.write(puts(1), puts(2), puts(2), puts(3), ids=[1, 2, 2, 3])) == [
        b"1",
        b"2",
        b"2",
        b"3",
    ]
    assert not faults(writers.store)
