"""The store beside a plain dictionary for each revision: any writes, in any order, in any number."""

from collections.abc import Callable, Iterable
from logging import Logger
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from ect_rules.errors import RequestIdReusedError, RevisionOutOfRangeError, StoreUnavailableError
from ect_rules.facts import Record
from ect_rules.store.store import Store, Transaction
from ect_rules.store.tables import TABLES
from ect_rules.world import key
from tests.durability.sizes import size
from tests.store.keeping import Rows, at, counting, faults, rows
from tests.store.model import KEYS, Model, hold_history, working, works


class GaveUpError(Exception):
    pass


# Kinds, and the columns of them that are looked for.
LOOKED_FOR = [
    (kind, column.name)
    for kind, table in TABLES.items()
    for index in sorted(table.indexes, key=lambda index: str(index.name))
    for column in [*index.columns][:1]
    if column.name not in ("recorded_at", "superseded_at")
]


class StoreBesideModel(RuleBasedStateMachine):
    """Each step does the same to both; what counts, and how it is kept, must be as in the model."""

    done = Bundle("done")
    new_database: Callable[[], str]
    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.opened = False

    @initialize()
    def open(self) -> None:
        self.database = self.new_database()
        self.store, self.other = Store.open(self.database), Store.open(self.database)
        self.model = Model()
        self.kept: Rows = rows(self.store)
        self.requests = 0

    def teardown(self) -> None:
        for revision, facts in enumerate(self.model.history):
            assert at(self.store, revision, KEYS) == facts
        assert faults(self.store) == []
        self.store.close()

    def _new_id(self) -> str:
        self.requests += 1
        return f"00000000-0000-4000-8000-{self.requests:012x}"

    @rule(target=done, parts=works)
    def write(self, parts: list[tuple[str, list[Record]]]) -> Any:
        request_id = self._new_id()
        result = self.store.write("Work", request_id, b"digest", lambda t: working(parts, t))
        assert result == repr(self.model.work(parts)).encode()
        return multiple((request_id, result))

    @rule(target=done, earlier=consumes(done), parts=works)
    def write_what_counts_already(self, earlier: Any, parts: Any) -> Any:
        same = [("put", list(self.model.history[-1].values()))]
        before = self.model.newest
        request_id = self._new_id()
        result = self.store.write("Work", request_id, b"digest", lambda t: working(same, t))
        assert result == repr((before, (0, 0, len(same[0][1])))).encode()
        return multiple(earlier, (request_id, result))

    @rule(parts=works)
    def try_out(self, parts: list[tuple[str, list[Record]]]) -> None:
        trial = Model()
        trial.history = [dict(facts) for facts in self.model.history]
        expected = repr(trial.work(parts)).encode()
        request_id = self._new_id()
        for _ in range(2):  # the request id is as free as before
            result = self.store.write(
                "Work", request_id, b"digest", lambda t: working(parts, t), keep=False
            )
            assert result == expected

    @rule(earlier=done)
    def try_out_what_is_done(self, earlier: tuple[str, bytes]) -> None:
        request_id, result = earlier
        assert self.store.write("Work", request_id, b"digest", never, keep=False) == result

    @rule(parts=works)
    def fail(self, parts: list[tuple[str, list[Record]]]) -> None:
        def fails(transaction: Transaction) -> bytes:
            working(parts, transaction)
            raise GaveUpError

        request_id = self._new_id()
        for _ in range(2):  # the request id is as free as before
            try:
                self.store.write("Work", request_id, b"digest", fails)
            except GaveUpError:
                continue
            raise AssertionError("the failure was lost")

    @rule(target=done, parts=works)
    def break_off(self, parts: list[tuple[str, list[Record]]]) -> Any:
        """The connection is gone before the commit; sent again, the write is done."""

        def broken(transaction: Transaction) -> bytes:
            result = working(parts, transaction)
            driver: Any = transaction.connection.connection
            driver.driver_connection.close()
            return result

        request_id = self._new_id()
        try:
            self.store.write("Work", request_id, b"digest", broken)
        except StoreUnavailableError:
            result = self.store.write("Work", request_id, b"digest", lambda t: working(parts, t))
            assert result == repr(self.model.work(parts)).encode()
            return request_id, result
        raise AssertionError("written without a connection")

    @rule(earlier=done)
    def replay(self, earlier: tuple[str, bytes]) -> None:
        request_id, result = earlier
        for same in (request_id, request_id.upper()):
            assert self.store.write("Work", same, b"digest", never) == result

    @rule(earlier=done, other=st.sampled_from([("Work", b"other"), ("Other", b"digest")]))
    def reuse(self, earlier: tuple[str, bytes], other: tuple[str, bytes]) -> None:
        method, digest = other
        try:
            self.store.write(method, earlier[0], digest, never)
        except RequestIdReusedError:
            return
        raise AssertionError("two writes under one request id")

    @rule(data=st.data())
    def look_back(self, data: st.DataObject) -> None:
        revision = data.draw(st.integers(0, self.model.newest))
        assert at(self.store, revision, KEYS) == self.model.history[revision]

    @rule(data=st.data())
    def look_for(self, data: st.DataObject) -> None:
        """The records of a kind by any column that is looked for, at any revision."""
        revision = data.draw(st.integers(0, self.model.newest))
        kind, column = data.draw(st.sampled_from(LOOKED_FOR))
        there = [r for r in self.model.history[revision].values() if type(r) is kind]
        values = sorted({getattr(r, column) for r in there} - {None})
        wanted = set(data.draw(st.lists(st.sampled_from(values), max_size=2))) if values else set()
        with self.store.snapshot(exactly=revision) as snapshot:
            found = snapshot.of(kind, column, wanted)
            every = snapshot.every(kind)
        assert by_key(found) == by_key(r for r in there if getattr(r, column) in wanted)
        assert by_key(every) == by_key(there)

    @rule(data=st.data(), parts=works)
    def look_while_somebody_writes(self, data: st.DataObject, parts: Any) -> None:
        revision = data.draw(st.integers(0, self.model.newest))
        with self.store.snapshot(at_least=revision) as snapshot:
            before = self.model.history[-1]
            request_id = self._new_id()
            result = self.other.write("Work", request_id, b"digest", lambda t: working(parts, t))
            assert result == repr(self.model.work(parts)).encode()
            assert counting(snapshot, KEYS) == before

    @rule()
    def go_over_to_the_other(self) -> None:
        """Two servers have one database."""
        self.store, self.other = self.other, self.store

    @rule()
    def look_ahead(self) -> None:
        for wanted in ("at_least", "exactly"):
            try:
                with self.store.snapshot(**{wanted: self.model.newest + 1}):
                    raise AssertionError("a revision that was never written")
            except RevisionOutOfRangeError:
                continue

    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.store = Store.open(self.database)

    @invariant()
    def a_step_is_counted(self) -> None:
        type(self).steps += self.opened
        self.opened = True

    @invariant()
    def the_newest_is_as_in_the_model(self) -> None:
        if hasattr(self, "store"):
            assert self.store.newest_revision() == self.model.newest
            assert at(self.store, None, KEYS) == self.model.history[-1]

    @invariant()
    def rows_are_written_once_and_closed_once(self) -> None:
        if hasattr(self, "store"):
            before, self.kept = self.kept, rows(self.store)
            newest = self.model.newest
            hold_history(before, self.kept, newest)
            numbers = [row[0] for row in self.kept["revisions"]]
            assert numbers == list(range(1, newest + 1)), "no gap"
            assert [row[1] for row in self.kept["head"]] == [newest]


def by_key(records: Iterable[Record]) -> list[tuple[str, Record]]:
    """Each record that there is, as often as it is there."""
    return sorted(((key(record)[1], record) for record in records), key=lambda pair: pair[0])


def never(_: Transaction) -> bytes:
    raise AssertionError("done a second time")


# Each is counted when it has been done, and looked at.
STEPS = {
    "sqlite": size("MODEL_STEPS", 200, 2_000, 20_000),
    "postgresql": size("MODEL_STEPS", 80, 500, 20_000),
}
OF_AN_EXAMPLE = size("MODEL_STEPS_AT_A_TIME", 20, 20, 50)


@pytest.mark.timeout(0)
def test_the_store_beside_a_model(new_database: Callable[[], str], told: Logger) -> None:
    class Beside(StoreBesideModel):
        pass

    Beside.new_database = staticmethod(new_database)
    wanted = STEPS[new_database().partition(":")[0]]
    while Beside.steps < wanted:
        examples = max(1, (wanted - Beside.steps) // OF_AN_EXAMPLE)
        run_state_machine_as_test(
            Beside, settings=settings(max_examples=examples, stateful_step_count=OF_AN_EXAMPLE)
        )
    told.info("%s steps", Beside.steps)
