"""Waiting for what happens in another thread or process."""

import time
from collections.abc import Callable
from typing import TypeVar

import grpc

T = TypeVar("T")


def wait_for(what: Callable[[], T], seconds: float = 10) -> T:
    """What it gives as soon as that is true. AssertionError if it is not in so many seconds."""
    until = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < until
        time.sleep(0.005)
    return found


def once_there_is_room(ask: Callable[[], T], seconds: float = 5) -> T:
    """What a call gives as soon as the server does not do too many already. Raises what it raises."""
    until = time.monotonic() + seconds
    while True:
        try:
            return ask()
        except grpc.RpcError as error:
            full = error.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
            if not full or time.monotonic() > until:
                raise
            time.sleep(0.005)
