"""The writers of one process, each in its turn; those that wait are taken along.

A write takes longest to become safe on the disk, and several together hardly longer than one. So whoever
has done its own in a transaction does those of the writers that wait meanwhile, each wholly or not at
all, and commits. Nobody hears of a write before that.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import Context, copy_context
from threading import Lock
from typing import Generic, TypeVar

from attrs import define, field
from sqlalchemy import Connection, Engine

from ect_rules.errors import StoreUnavailableError
from ect_rules.store.database import unavailable, writing
from ect_rules.store.dialect import BUSY_SECONDS
from ect_rules.store.patience import left
from ect_rules.store.statements import run_text

# For so long others are taken along, and only those that still have so long themselves.
TOGETHER_SECONDS = 0.02
SPARE_SECONDS = 1.0
# To get a connection from the pool takes long beside a small write; one unused for longer may be broken.
KEPT_SECONDS = 1.0

H = TypeVar("H")
Do = Callable[[Connection, H], tuple[bytes, H]]


@define(eq=False)
class _Waiting(Generic[H]):
    """Somebody with something to write, as in `context`.

    It holds `asleep` until its turn has come, as `leads` says, or another has done it, with `result` or
    `error`.
    """

    do: Do[H]
    alone: bool
    context: Context = field(factory=copy_context)
    asleep: Lock = field(factory=Lock)
    leads: bool = False
    result: bytes = b""
    error: Exception | None = None

    def __attrs_post_init__(self) -> None:
        self.asleep.acquire()

    def may_be_taken_along(self) -> bool:
        """Whether it writes little, and is not about to be given up."""
        return not self.alone and self.context.run(left, SPARE_SECONDS) == SPARE_SECONDS

    def join(self, connection: Connection, head: H) -> H:
        """Write in the transaction of another, and give the head then; nothing of it stays if that
        fails.
        """
        run_text(connection, "SAVEPOINT joined")
        try:
            with unavailable():
                self.result, head = self.context.run(self.do, connection, head)
        except Exception as error:  # noqa: BLE001 - raised where it is waited for
            self.error = error
            run_text(connection, "ROLLBACK TO SAVEPOINT joined")
        return head

    def end(self, committed: bool) -> None:
        """Wake whoever waits for it: nothing is written that is not committed."""
        if not committed and self.error is None:
            words = "a write that this one was to be committed with has failed; try again"
            self.error = StoreUnavailableError(words)
        self.asleep.release()


@define(eq=False)
class Turns(Generic[H]):
    """Whose turn it is to write by `engine`.

    `hold`: begins a transaction, and gives the head, which nobody else moves until it ends. `move`: ends
    it by moving the head from what it was to what it is then.
    """

    engine: Engine
    hold: Callable[[Connection], H]
    move: Callable[[Connection, H, H], None]
    _lock: Lock = field(factory=Lock, init=False)
    _taken: bool = field(default=False, init=False)
    _waiting: deque[_Waiting[H]] = field(factory=deque, init=False)
    _kept: Connection | None = field(default=None, init=False)
    _kept_until: float = field(default=0.0, init=False)

    def write(self, do: Do[H], alone: bool = False) -> bytes:
        """Do something in a transaction, and give its result when that is committed; nothing stays if
        it raises. `do`: from the head before it to its result and the head after it. `alone`: in a
        transaction of its own, as what takes long should be.

        Raises what `do` raises, and StoreUnavailableError, also where others write for too long.
        """
        me = None
        with self._lock:
            if self._taken:
                me = _Waiting(do, alone)
                self._waiting.append(me)
            self._taken = True
        if me is not None:
            self._wait(me)
            if not me.leads:
                if me.error is not None:
                    raise me.error
                return me.result
        return self._lead(do, alone)

    def close(self) -> None:
        """Let go of the database."""
        kept, self._kept = self._kept, None
        if kept is not None:
            kept.close()

    def _wait(self, me: _Waiting[H]) -> None:
        if me.asleep.acquire(timeout=left(BUSY_SECONDS)):
            return
        with self._lock:
            if me in self._waiting:
                self._waiting.remove(me)
                raise StoreUnavailableError("others write for too long; try again")
        me.asleep.acquire()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """A transaction, on the connection of whoever led just before, where that went well."""
        if time.monotonic() > self._kept_until:
            self.close()
        connection, self._kept = self._kept or self.engine.connect(), None
        try:
            with writing(connection):
                yield connection
        except BaseException:
            connection.close()
            raise
        self._kept, self._kept_until = connection, time.monotonic() + KEPT_SECONDS

    def _lead(self, do: Do[H], alone: bool) -> bytes:
        joined: list[_Waiting[H]] = []
        committed = False
        try:
            with unavailable(), self._transaction() as connection:
                ends = time.monotonic() + TOGETHER_SECONDS
                before = self.hold(connection)
                result, head = do(connection, before)
                while not alone and time.monotonic() < ends and (other := self._next()):
                    joined.append(other)
                    head = other.join(connection, head)
                if head is not before:
                    self.move(connection, before, head)
            committed = True
        finally:
            self._pass_on()
            for other in joined:
                other.end(committed)
        return result

    def _next(self) -> _Waiting[H] | None:
        with self._lock:
            if self._waiting and self._waiting[0].may_be_taken_along():
                return self._waiting.popleft()
        return None

    def _pass_on(self) -> None:
        with self._lock:
            self._taken = bool(self._waiting)
            if self._taken:
                following = self._waiting.popleft()
                following.leads = True
                following.asleep.release()
