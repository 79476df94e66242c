"""The one reader of the store that all who watch a server share."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Iterable

from attrs import define, field, frozen

from ect_rules.errors import ServerStoppingError, StoreUnavailableError
from ect_rules.servicers.subjects import CHECKS
from ect_rules.servicers.watching.changes import Change, Changes
from ect_rules.servicers.watching.path import Path
from ect_rules.servicers.watching.positions import Place, Position
from ect_rules.servicers.watching.walking import Ahead, Walk
from ect_rules.servicers.watching.wanting import Wanted
from ect_rules.servicers.watching.watcher import Watcher
from ect_rules.v1 import watch_service_pb2 as pb
from ect_rules.wire.values import day_message

POLL_SECONDS = 1.0
PATIENCE_SECONDS = 2.0  # for those who read slowly, before more is put before them
STALLED_SECONDS = 30.0  # for one who was cut off and does not notice
CHANGES_KEPT, STEPS_KEPT = 2_000, 500
_log = logging.getLogger(__name__)


@frozen(eq=False)
class Done:
    """A step that has been told: who comes from its beginning a little later hears of it from here."""

    before: Position
    checks: tuple[str, ...]
    changes: tuple[tuple[Change, pb.WatchDecisionsResponse], ...]


def told(place: Place, change: Change) -> pb.WatchDecisionsResponse:
    """The message of a change."""
    return pb.WatchDecisionsResponse(cursor=place.cursor(), change=change.message)


def checkpoint(place: Place, caught_up: bool = False) -> pb.WatchDecisionsResponse:
    """The message that all has been told up to a place; and whether that is all there is."""
    position = place.position
    return pb.WatchDecisionsResponse(
        cursor=place.cursor(),
        checkpoint=pb.Checkpoint(
            revision=position.revision,
            on=day_message(position.on),
            rule_set=position.rule_set,
            caught_up=caught_up,
        ),
    )


@define(eq=False)
class Follower:
    """Follows the store in a thread of its own while somebody watches, and tells each what it wants."""

    path: Path
    changes: Changes
    lock: threading.RLock = field(factory=threading.RLock, init=False)
    _watchers: set[Watcher] = field(factory=set, init=False)
    _cut: set[Watcher] = field(factory=set, init=False)
    _place: Place | None = field(default=None, init=False)
    _busy: bool = field(default=False, init=False)
    _stopped: bool = field(default=False, init=False)
    _recent: deque[Done] = field(factory=deque, init=False)
    _kept: int = field(default=0, init=False)
    _moved: threading.Condition = field(init=False)
    _thread: threading.Thread = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._moved = threading.Condition(self.lock)
        self._thread = threading.Thread(target=self._follow, name="follower", daemon=True)

    def start(self) -> None:
        """Begin to wait for somebody who watches."""
        self._thread.start()

    def stop(self) -> None:
        """Tell nobody any more, and wait until all is let go of."""
        with self.lock:
            self._stopped = True
            for watcher in self._watchers:
                watcher.stop()
            self._moved.notify_all()
        self.path.store.written.set()
        self._thread.join()

    def join(self, watcher: Watcher, place: Place, newest: bool) -> bool:
        """Tell one who watches of all that follows a place, which must be where this one is or was a
        moment ago; otherwise nothing is done. `newest`: whether nothing follows it yet, so that one to
        whom nobody listens can begin there. Whether it is done. Raises ServerStoppingError.
        """
        with self.lock:
            self._go_on()
            if place.under_way is not None or self._busy:
                return False
            if not self._watchers:
                if not newest:
                    return False
                self._place = place
                self._forget()
            missed = self._missed(place.position, watcher.wanted)
            if missed is None:
                return False
            wanted = watcher.wanted
            left = [m for c, m in missed if wanted.wants(c.check, c.subject, c.urns)]
            if not watcher.has_room_for(left):
                return False
            for message in left:
                watcher.put(message)
            self._watchers.add(watcher)
            self._moved.notify_all()
            return True

    def go_on(self) -> None:
        """Raise ServerStoppingError where the server stops."""
        with self.lock:
            self._go_on()

    def wait(self, seconds: float) -> None:
        """Wait until this one has come further, or for so long. Raises ServerStoppingError."""
        with self.lock:
            self._go_on()
            self._moved.wait(seconds)
            self._go_on()

    def leave(self, watcher: Watcher) -> None:
        """Tell somebody nothing more."""
        with self.lock:
            self._watchers.discard(watcher)
            self._cut.discard(watcher)

    def checkpoint(self, watcher: Watcher) -> pb.WatchDecisionsResponse | None:
        """How far everything has been told, for one for whom nothing waits; None, something does."""
        with self.lock:
            if watcher.waiting or watcher.cut_at is not None or self._place is None:
                return None
            return checkpoint(self._place, caught_up=not self._busy)

    def _go_on(self) -> None:
        if self._stopped:
            raise ServerStoppingError("the server is stopping; go on at another")

    def _missed(
        self, position: Position, wanted: Wanted
    ) -> list[tuple[Change, pb.WatchDecisionsResponse]] | None:
        assert self._place is not None
        if self._place.position == position:
            return []
        found: list[tuple[Change, pb.WatchDecisionsResponse]] = []
        for done in reversed(self._recent):
            if not set(wanted.checks) <= set(done.checks):
                return None
            found[:0] = done.changes
            if done.before == position:
                return found
        return None

    def _follow(self) -> None:
        written = self.path.store.written
        while True:
            with self.lock:
                if not self._stopped and not self._watchers and not self._cut:
                    self._moved.wait()
                if self._stopped:
                    return
                self._let_go_of_the_stalled()
            written.clear()
            try:
                moved = self._step()
            except StoreUnavailableError:
                _log.warning("the store cannot be followed now")
                moved = False
            except Exception as error:  # noqa: BLE001 - those who watch would wait for ever
                _log.error("following stopped: %s", type(error).__name__)
                moved = False
                self._cut_all()
            if not moved:
                written.wait(POLL_SECONDS)

    def _step(self) -> bool:
        """Tell the next step; whether there was one."""
        with self.lock:
            begin = self._place
        if begin is None:
            return False
        walk = Walk(self.path, self.changes, begin)
        ahead = walk.next()
        with self.lock:
            if self._place is not begin:  # somebody else has begun elsewhere
                return True
            if walk.place is not begin:
                self._place = walk.place
                self._keep(Done(begin.position, CHECKS, ()))
            if ahead is None or not self._watchers:
                return False
            # Who comes now waits: this step is told of the checks of those who are there.
            self._busy = True
            checks = tuple(c for c in CHECKS if any(c in w.wanted.checks for w in self._watchers))
        try:
            self._tell(walk, ahead, Wanted(checks))
        finally:
            with self.lock:
                self._busy = False
                self._moved.notify_all()
        return True

    def _tell(self, walk: Walk, ahead: Ahead, wanted: Wanted) -> None:
        before, whole = walk.place.position, walk.place.under_way is None
        said: list[tuple[Change, pb.WatchDecisionsResponse]] = []
        for place, changes in walk.tell(ahead, wanted):
            made = [(change, told(at, change)) for at, change in changes]
            with self.lock:
                if self._stopped:
                    return
                self._fan_out(made)
                self._place = place
            if len(said) <= CHANGES_KEPT:
                said.extend(made)
            self._wait_for_room()
        with self.lock:
            if whole and len(said) <= CHANGES_KEPT:
                self._keep(Done(before, wanted.checks, tuple(said)))
            else:
                self._forget()

    def _fan_out(self, made: Iterable[tuple[Change, pb.WatchDecisionsResponse]]) -> None:
        for change, message in made:
            for watcher in [*self._watchers]:
                wants = watcher.wanted.wants(change.check, change.subject, change.urns)
                if wants and not watcher.put(message):
                    self._watchers.discard(watcher)
                    self._cut.add(watcher)

    def _wait_for_room(self) -> None:
        until = time.monotonic() + PATIENCE_SECONDS
        with self.lock:
            for watcher in [*self._watchers]:
                watcher.make_room(until)

    def _keep(self, done: Done) -> None:
        self._recent.append(done)
        self._kept += len(done.changes)
        while self._kept > CHANGES_KEPT or len(self._recent) > STEPS_KEPT:
            self._kept -= len(self._recent.popleft().changes)

    def _forget(self) -> None:
        self._recent.clear()
        self._kept = 0

    def _let_go_of_the_stalled(self) -> None:
        for watcher in [*self._cut]:
            if watcher.cut_at is not None and time.monotonic() > watcher.cut_at + STALLED_SECONDS:
                watcher.cancel()
                self._cut.discard(watcher)

    def _cut_all(self) -> None:
        with self.lock:
            for watcher in self._watchers:
                watcher.stop()
            self._watchers.clear()
            self._place = None
