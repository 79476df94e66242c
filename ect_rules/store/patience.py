"""How long whoever asks will wait: the store gives up when nobody waits for its answer any more."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_ENDS: ContextVar[float] = ContextVar("ends", default=math.inf)
_UNHURRIED: ContextVar[bool] = ContextVar("unhurried", default=False)


@contextmanager
def within(seconds: float | None) -> Iterator[None]:
    """What is asked of the store in here is given up after so many seconds; None, as it is otherwise."""
    ends = math.inf if seconds is None else time.monotonic() + seconds
    token = _ENDS.set(min(ends, _ENDS.get()))
    try:
        yield
    finally:
        _ENDS.reset(token)


def left(at_most: float) -> float:
    """How many seconds may still be waited: 0 or more, and no more than `at_most`."""
    return max(0.0, min(at_most, _ENDS.get() - time.monotonic()))


@contextmanager
def unhurried() -> Iterator[None]:
    """What is sent to the database in here may take as long as it needs."""
    token = _UNHURRIED.set(True)
    try:
        yield
    finally:
        _UNHURRIED.reset(token)


def hurried() -> bool:
    """Whether an answer has to come in time."""
    return not _UNHURRIED.get()
