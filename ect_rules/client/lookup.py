"""Looking up subjects: all of them, or an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import grpc

from ect_rules.client.resuming import Patience, resumed
from ect_rules.errors import EctRulesError
from ect_rules.v1 import lookup_service_pb2 as pb
from ect_rules.v1 import lookup_service_pb2_grpc

Told = Callable[[pb.LookupSubjectsResponse], object]


class IncompleteError(EctRulesError):
    """A lookup ended without its summary: what it gave is not all."""

    reason = "INCOMPLETE"


def _ignore(_: pb.LookupSubjectsResponse) -> None:
    """Nobody wants to know."""


def lookup(
    channel: grpc.Channel,
    request: pb.LookupSubjectsRequest,
    told: Told = _ignore,
    patience: Patience | None = None,
    **call: Any,
) -> Iterator[pb.FoundSubject]:
    """All subjects for whom a check answers as asked. A stream that is cut while the server cannot be
    reached is taken up again where it was.

    `told` is called with each message before its subjects are given: for progress, and the last for its
    summary. `call`: what else goes with each call, such as its timeout. Raises grpc.RpcError, and
    IncompleteError for an answer that ended without its summary.
    """
    stub = lookup_service_pb2_grpc.LookupServiceStub(channel)

    def at(cursor: str) -> Any:
        asked = pb.LookupSubjectsRequest()
        asked.CopyFrom(request)
        asked.cursor = cursor
        return stub.LookupSubjects(asked, **call)

    codes = {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.CANCELLED}
    whole = False
    for response in resumed(at, request.cursor, codes, patience or Patience()):
        told(response)
        yield from response.found
        whole = response.HasField("summary")
    if not whole:
        raise IncompleteError("the lookup ended without its summary: what it gave is not all of it")
