"""WatchService: which answers have changed."""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import grpc
from attrs import define, field

from ect_rules.errors import (
    ServerStoppingError,
    TooManyStreamsError,
    WatchedTooSlowlyError,
)
from ect_rules.servicers.active import IsActive, go_on
from ect_rules.servicers.errors import abort, validate
from ect_rules.servicers.limits import MAX_WATCHERS
from ect_rules.servicers.watching.follower import Follower, checkpoint, told
from ect_rules.servicers.watching.path import Path
from ect_rules.servicers.watching.positions import Place
from ect_rules.servicers.watching.walking import Telling, Walk
from ect_rules.servicers.watching.wanting import wanted
from ect_rules.servicers.watching.watcher import Watcher
from ect_rules.v1 import watch_service_pb2 as pb
from ect_rules.v1 import watch_service_pb2_grpc

IDLE_SECONDS = 10.0  # less than is promised
CATCHING_UP_AT_ONCE = 2
A_MOMENT = 0.2
Responses = Iterator[pb.WatchDecisionsResponse]


def _watching(method: Callable[..., Responses]) -> Callable[..., Responses]:
    """As `server_stream`, for as many as may watch; whoever is cut off is told where to go on."""

    @functools.wraps(method)
    def call(self: Any, request: Any, context: Any) -> Responses:
        if not self.free.acquire(blocking=False):
            abort(context, TooManyStreamsError("too many are watching; try again later"))
        cursor = request.cursor
        try:
            validate(request)
            for response in method(self, request, context):
                cursor = response.cursor
                yield response
        except grpc.RpcError:
            raise
        except Exception as error:  # noqa: BLE001 - the one place where nothing may get past
            if isinstance(error, WatchedTooSlowlyError | ServerStoppingError):
                error.cursor = cursor
            abort(context, error)
        finally:
            self.free.release()

    return call


@define(eq=False)
class WatchService(watch_service_pb2_grpc.WatchServiceServicer):
    """Tells of decisions that change. See the contract for what each method takes and gives."""

    follower: Follower
    free: threading.BoundedSemaphore = field(
        factory=lambda: threading.BoundedSemaphore(MAX_WATCHERS), init=False
    )
    _catching_up: threading.BoundedSemaphore = field(
        factory=lambda: threading.BoundedSemaphore(CATCHING_UP_AT_ONCE), init=False
    )

    @_watching
    def WatchDecisions(self, request: pb.WatchDecisionsRequest, context: Any) -> Responses:
        """Decisions that have changed, without end."""
        watcher = Watcher(wanted(request), self.follower.lock, context.cancel)
        if not context.add_callback(watcher.leave):
            return
        walk = Walk(self._path(), self.follower.changes, self._start(request))
        yield checkpoint(walk.place)
        try:
            yield from self._catch_up(walk, watcher, context.is_active)
            yield from self._live(watcher, context.is_active)
        finally:
            self.follower.leave(watcher)

    def _path(self) -> Path:
        common = self.follower.path
        return Path(common.store, common.catalogue, common.today)

    def _start(self, request: pb.WatchDecisionsRequest) -> Place:
        path = self.follower.path
        match request.WhichOneof("start"):
            case "cursor":
                return path.of(request.cursor)
            case "from_revision":
                return path.at(request.from_revision)
            case _:
                return path.now()

    def _catch_up(self, walk: Walk, watcher: Watcher, is_active: IsActive) -> Responses:
        """What is missing, up to where the follower is, who tells the rest."""
        said_at, newest = time.monotonic(), False
        while not self.follower.join(watcher, walk.place, newest):
            go_on(is_active)
            if newest:
                self.follower.wait(A_MOMENT)
            newest = True
            for _, changes in self._next(walk, watcher):
                newest = False
                self.follower.go_on()
                go_on(is_active)
                for at, change in changes:
                    yield told(at, change)
                    said_at = time.monotonic()
                if time.monotonic() > said_at + IDLE_SECONDS:
                    yield checkpoint(walk.place)
                    said_at = time.monotonic()
            if newest and time.monotonic() > said_at + IDLE_SECONDS:
                yield checkpoint(walk.place)
                said_at = time.monotonic()

    def _next(self, walk: Walk, watcher: Watcher) -> Iterator[Telling]:
        """The blocks of the next step, where there is one; few who watch work them out at a time."""
        with self._catching_up:
            ahead = walk.next()
        if ahead is None:
            return
        blocks = walk.tell(ahead, watcher.wanted)
        while True:
            with self._catching_up:
                block = next(blocks, None)
            if block is None:
                return
            yield block

    def _live(self, watcher: Watcher, is_active: IsActive) -> Responses:
        seconds = 0.0  # at first whatever is waiting, and then that it was all
        while is_active():
            message = watcher.take(seconds) or self.follower.checkpoint(watcher)
            if message is not None:
                seconds = IDLE_SECONDS if message.HasField("checkpoint") else seconds
                yield message
