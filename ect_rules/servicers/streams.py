"""Questions without end: each chunk is answered before the next is read, and nothing is held between."""

from __future__ import annotations

from collections.abc import Iterator

from ect_rules.errors import InvalidInputError, Problem
from ect_rules.servicers.active import IsActive
from ect_rules.servicers.batches import Batches
from ect_rules.servicers.errors import validate
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import decisions_pb2


def answered_in_chunks(
    requests: Iterator[pb.StreamChecksRequest], batches: Batches, is_active: IsActive
) -> Iterator[pb.StreamChecksResponse]:
    """The answers to each chunk, all on the facts and of the day with which the stream begins.

    Raises InvalidInputError for a message that cannot be read or is out of its order, and what
    `Batches.answer` raises.
    """
    asking: decisions_pb2.Asking | None = None
    chunk = 0
    for request in requests:
        validate(request)
        if request.WhichOneof("part") == "asking":
            if asking is not None:
                raise InvalidInputError(
                    Problem("asking", "may only be the first message", "STREAM_ORDER")
                )
            asking, _ = batches.pinned(request.asking)
            continue
        if asking is None:
            asking, _ = batches.pinned(decisions_pb2.Asking())
        response = pb.StreamChecksResponse(chunk=chunk)
        batches.answer(request.chunk.items, "chunk.items", asking, response, is_active)
        yield response
        chunk += 1
