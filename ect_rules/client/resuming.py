"""Going on with a stream that was cut, from the cursor of its last message."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator
from typing import Any

import grpc
from attrs import frozen


@frozen
class Patience:
    """How often a stream is taken up again, one after the other, before anything comes of it; and how
    many seconds are waited before the first of these times, twice as many before the next, and so on.
    """

    attempts: int = 8
    seconds: float = 0.1


def resumed(
    call: Callable[[str], Any],
    cursor: str,
    codes: Collection[grpc.StatusCode],
    patience: Patience,
) -> Iterator[Any]:
    """The messages of a stream, and of those that go on where it was cut.

    `call`: makes the call from a cursor, which is empty at the beginning. `codes`: those after which
    it is taken up again; any other, or the last of too many, is raised.
    """
    failures = 0
    while True:
        stream = call(cursor)
        try:
            for message in stream:
                failures, cursor = 0, message.cursor or cursor
                yield message
        except grpc.RpcError as error:
            failures += 1
            if error.code() not in codes or failures > patience.attempts:
                raise
            time.sleep(patience.seconds * 2 ** (failures - 1))
        else:
            return
        finally:
            stream.cancel()
