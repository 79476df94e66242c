"""A server with an error planted in it: `python -m tests.durability.planted NAME`."""

import queue
import sys
import threading
import time
import uuid
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from sqlalchemy import delete

import server
from ect_rules.servicers.reaching import Reaching
from ect_rules.store import impatient
from ect_rules.store import store as product
from ect_rules.store.snapshot import Snapshot
from ect_rules.store.store import Store, Transaction
from ect_rules.store.tables import NOT_SUPERSEDED

PAUSE = 0.03  # seconds: for whoever kills or races to come in between
# Of the write that is done: whoever has the turn may do it, in a thread of its own.
_heard: ContextVar[queue.Queue[Any]] = ContextVar("heard")
_result: ContextVar[bytes] = ContextVar("result")
_revision: ContextVar[int] = ContextVar("revision")


def commits_before_the_head_moves() -> None:
    """The rows, and that the request is done, are committed before the revision and the head."""
    commit_revision = product._commit_revision

    def in_two(transaction: Transaction, *more: Any) -> Any:
        driver: Any = transaction.connection.connection
        driver.commit()
        time.sleep(3 * PAUSE)
        if transaction.connection.dialect.name == "sqlite":
            driver.execute("BEGIN IMMEDIATE")
        return commit_revision(transaction, *more)

    product._commit_revision = in_two


def answers_before_it_commits() -> None:
    """The answer is given when all has been sent to the database, and nothing is committed yet."""
    write, commit_revision = Store.write, product._commit_revision

    def late(*given: Any) -> Any:
        committed = commit_revision(*given)
        _heard.get().put(_result.get())
        time.sleep(3 * PAUSE)
        return committed

    def early(self: Store, method: str, id_: str, digest: bytes, work: Any, *more: Any) -> Any:
        heard: queue.Queue[Any] = queue.Queue()

        def working(transaction: Transaction) -> bytes:
            result: bytes = work(transaction)
            _result.set(result)
            return result

        def run() -> None:
            _heard.set(heard)
            try:
                heard.put(write(self, method, id_, digest, working, *more))
            except Exception as error:  # noqa: BLE001 - raised below
                heard.put(error)

        threading.Thread(target=run).start()
        result = heard.get()
        if isinstance(result, Exception):
            raise result
        return result

    product._commit_revision, Store.write = late, early


def forgets_request_ids() -> None:
    """Every request is a new one."""
    write = Store.write

    def anew(self: Store, method: str, _id: str, *more: Any, **named: Any) -> bytes:
        return write(self, method, str(uuid.uuid4()), *more, **named)

    Store.write = anew


def looks_before_it_holds_the_head() -> None:
    """What a write goes by is read before it waits for the others."""
    write, snapshot = Store.write, Transaction.snapshot

    def looked(self: Store, *given: Any) -> bytes:
        _revision.set(self.newest_revision())
        time.sleep(PAUSE)
        return write(self, *given)

    def stale(self: Transaction) -> Snapshot:
        if self.changed:
            return snapshot(self)
        return Snapshot(self.connection, _revision.get(), self.erased_at)

    Store.write, Transaction.snapshot = looked, stale


def forgets_what_was() -> None:
    """A row that counts no longer is gone."""
    closing = product._closing

    def gone(database: Any, table: Any, column: str) -> Any:
        remove, _ = closing(database, table, column)
        current = table.c.superseded_at == NOT_SUPERSEDED
        these = database.one_of(table.c[column])
        return remove, delete(table).where(these, current).returning(table.c.seal)

    product._closing = gone


def waits_for_ever() -> None:
    """The store waits for its database however long it takes."""
    impatient.left = lambda _: 3_600.0


def says_that_all_is_well() -> None:
    """Health does not look at the store."""
    Reaching._reached = lambda _: True


PLANTS: dict[str, Callable[[], None]] = {
    plant.__name__: plant
    for plant in (
        commits_before_the_head_moves,
        answers_before_it_commits,
        forgets_request_ids,
        looks_before_it_holds_the_head,
        forgets_what_was,
        waits_for_ever,
        says_that_all_is_well,
    )
}

if __name__ == "__main__":
    PLANTS[sys.argv[1]]()
    sys.exit(server.main())
