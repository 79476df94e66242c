"""Watching decisions: what is told, without end, whatever happens to servers and networks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import grpc

from ect_rules.client.resuming import Patience, resumed
from ect_rules.v1 import watch_service_pb2 as pb
from ect_rules.v1 import watch_service_pb2_grpc

# A server that stops or cannot be reached; one that was read from too slowly, or has enough who watch.
AGAIN = frozenset(
    {
        grpc.StatusCode.UNAVAILABLE,
        grpc.StatusCode.CANCELLED,
        grpc.StatusCode.RESOURCE_EXHAUSTED,
    }
)


def watch(
    channel: grpc.Channel,
    request: pb.WatchDecisionsRequest,
    patience: Patience | None = None,
    **call: Any,
) -> Iterator[pb.WatchDecisionsResponse]:
    """The messages of a watch. One that is cut is taken up again where it was: each change comes once.

    `call`: what else goes with each call. Raises grpc.RpcError.
    """
    stub = watch_service_pb2_grpc.WatchServiceStub(channel)

    def at(cursor: str) -> Any:
        asked = pb.WatchDecisionsRequest()
        asked.CopyFrom(request)
        if cursor:
            asked.cursor = cursor
        return stub.WatchDecisions(asked, **call)

    return resumed(at, request.cursor, AGAIN, patience or Patience())
