"""Methods that may take long: they learn whether anybody still waits for them."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from typing import Any

import grpc

from ect_rules.errors import CallEndedError, TooManyStreamsError
from ect_rules.servicers.errors import abort, validate
from ect_rules.servicers.limits import MAX_STREAMS_AT_ONCE

IsActive = Callable[[], bool]


def go_on(is_active: IsActive) -> None:
    """Raise CallEndedError where nobody waits for the answer any more."""
    if not is_active():
        raise CallEndedError("the call has ended: its deadline has passed or it was cancelled")


def while_active(method: Callable[..., Any]) -> Callable[..., Any]:
    """As `unary`, of a method that also takes whether its call is still active."""

    @functools.wraps(method)
    def call(self: Any, request: Any, context: Any) -> Any:
        try:
            validate(request)
            return method(self, request, context.is_active)
        except Exception as error:  # noqa: BLE001 - the one place where nothing may get past
            abort(context, error)

    return call


def both_streams(method: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """As `client_stream`, of a method that gives a stream of responses too.

    The next request is read, and the next response is made, when the one before has been sent.
    """
    free = threading.BoundedSemaphore(MAX_STREAMS_AT_ONCE)

    @functools.wraps(method)
    def call(self: Any, requests: Iterator[Any], context: Any) -> Iterator[Any]:
        if not free.acquire(blocking=False):
            abort(context, TooManyStreamsError("too many streams are open; try again later"))
        try:
            yield from method(self, requests, context.is_active)
        except grpc.RpcError:
            raise
        except Exception as error:  # noqa: BLE001 - the one place where nothing may get past
            abort(context, error)
        finally:
            free.release()

    return call


def stream_while_active(method: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """As `server_stream`, of a method that also takes whether its call is still active."""
    free = threading.BoundedSemaphore(MAX_STREAMS_AT_ONCE)

    @functools.wraps(method)
    def call(self: Any, request: Any, context: Any) -> Iterator[Any]:
        if not free.acquire(blocking=False):
            abort(context, TooManyStreamsError("too many streams are open; try again later"))
        try:
            validate(request)
            yield from method(self, request, context.is_active)
        except grpc.RpcError:
            raise
        except Exception as error:  # noqa: BLE001 - the one place where nothing may get past
            abort(context, error)
        finally:
            free.release()

    return call
