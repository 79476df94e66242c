"""An export: all records at one revision, as an import takes them."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from typing import Any

from ect_rules.errors import CallEndedError, StoreUnavailableError, TooManyStreamsError
from ect_rules.servicers.errors import abort, validate
from ect_rules.servicers.limits import MAX_STREAMS_AT_ONCE
from ect_rules.store.exporting import counts, pages
from ect_rules.store.store import Store
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.wire.messages import message
from ect_rules.wire.names import kind_number
from ect_rules.wire.values import optional


def export_records(
    request: pb.ExportRecordsRequest, is_active: Callable[[], bool], store: Store
) -> Iterator[pb.ExportRecordsResponse]:
    """The stream: the next page is read when the one before has been sent.

    Raises CallEndedError once nobody waits for it, and what `Store.snapshot` raises.
    """
    with store.snapshot(exactly=optional(request, "revision")) as snapshot:
        there = counts(snapshot)
        header = pb.ExportHeader(revision=snapshot.revision)
        for kind, count in there.items():
            header.counts.add(kind=kind_number(kind), record_count=count)
        yield pb.ExportRecordsResponse(header=header)
        sent = 0
        for page in pages(snapshot):
            if not is_active():
                raise CallEndedError(
                    "the call has ended: its deadline has passed or it was cancelled"
                )
            yield pb.ExportRecordsResponse(batch=pb.ExportBatch(records=map(message, page)))
            sent += len(page)
    if sent != sum(there.values()):  # somebody has been erased meanwhile
        raise StoreUnavailableError("records have gone while they were exported")
    yield pb.ExportRecordsResponse(end=pb.ExportEnd(record_count=sent))


def server_stream(method: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """A servicer's method that answers with a stream: it validates its request first and turns errors
    into statuses. One more than the server takes at once is refused.
    """
    free = threading.BoundedSemaphore(MAX_STREAMS_AT_ONCE)

    @functools.wraps(method)
    def call(self: Any, request: Any, context: Any) -> Iterator[Any]:
        if not free.acquire(blocking=False):
            abort(context, TooManyStreamsError("too many streams are open; try again later"))
        try:
            validate(request)
            yield from method(self, request, context.is_active)
        except Exception as error:  # noqa: BLE001 - the one place where nothing may get past
            abort(context, error)
        finally:
            free.release()

    return call
