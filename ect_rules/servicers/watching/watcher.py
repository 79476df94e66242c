"""One who watches: what is still to be sent, and no more of it than there is room for."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Sized

from attrs import define, field

from ect_rules.errors import ServerStoppingError, WatchedTooSlowlyError
from ect_rules.servicers.watching.wanting import Wanted
from ect_rules.v1 import watch_service_pb2 as pb

ROOM = 1_000


@define(eq=False)
class Watcher:
    """`lock`: the one of all who watch. `cancel`: ends the call of one who does not even read.

    `cut_at`: when it was cut off, on the clock of `time.monotonic`.
    """

    wanted: Wanted
    lock: threading.RLock
    cancel: Callable[[], object]
    waiting: deque[pb.WatchDecisionsResponse] = field(factory=deque, init=False)
    left: bool = field(default=False, init=False)
    stopping: bool = field(default=False, init=False)
    cut_at: float | None = field(default=None, init=False)
    _moved: threading.Condition = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._moved = threading.Condition(self.lock)

    def has_room_for(self, messages: Sized) -> bool:
        """Whether so many would leave room for more."""
        return len(self.waiting) + len(messages) <= ROOM // 2

    def put(self, message: pb.WatchDecisionsResponse) -> bool:
        """Have a message sent; cut off who has no room for it. Whether there was room."""
        if len(self.waiting) >= ROOM:
            self.waiting.clear()
            self.cut_at = time.monotonic()
        else:
            self.waiting.append(message)
        self._moved.notify_all()
        return self.cut_at is None

    def take(self, seconds: float) -> pb.WatchDecisionsResponse | None:
        """The next message to send; None where there was none for so many seconds, or nobody listens.

        Raises WatchedTooSlowlyError for one who was cut off, and ServerStoppingError.
        """
        with self.lock:
            self._moved.wait_for(self._something, seconds)
            if self.cut_at is not None:
                raise WatchedTooSlowlyError("what has changed was not read fast enough")
            if self.waiting:
                self._moved.notify_all()
                return self.waiting.popleft()
            if self.stopping:
                raise ServerStoppingError("the server is stopping; go on at another")
            return None

    def _something(self) -> bool:
        return bool(self.waiting or self.left or self.stopping or self.cut_at is not None)

    def leave(self) -> None:
        """Nobody listens any more."""
        with self.lock:
            self.left = True
            self._moved.notify_all()

    def stop(self) -> None:
        """The server stops: what is waiting is sent, and no more."""
        self.stopping = True
        self._moved.notify_all()

    def make_room(self, until: float) -> None:
        """Wait until half of the room is free, or the clock is at `until`."""
        self._moved.wait_for(
            lambda: len(self.waiting) <= ROOM // 2 or self.left or self.cut_at is not None,
            max(0.0, until - time.monotonic()),
        )
