"""An export: all records at one revision, as an import takes them."""

from __future__ import annotations

from collections.abc import Iterator

from ect_rules.errors import StoreUnavailableError
from ect_rules.store.exporting import counts, pages
from ect_rules.store.store import Store
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.wire.messages import message
from ect_rules.wire.names import kind_number
from ect_rules.wire.values import optional


def export_records(
    request: pb.ExportRecordsRequest, store: Store
) -> Iterator[pb.ExportRecordsResponse]:
    """The stream: the next page is read when the one before has been sent.

    Raises what `Store.snapshot` raises, and FactsErasedError.
    """
    with store.snapshot(exactly=optional(request, "revision")) as snapshot:
        there = counts(snapshot)
        header = pb.ExportHeader(revision=snapshot.revision)
        for kind, count in there.items():
            header.counts.add(kind=kind_number(kind), record_count=count)
        yield pb.ExportRecordsResponse(header=header)
        sent = 0
        for page in pages(snapshot):
            yield pb.ExportRecordsResponse(batch=pb.ExportBatch(records=map(message, page)))
            sent += len(page)
    if sent != sum(there.values()):  # somebody has been erased meanwhile
        raise StoreUnavailableError("records have gone while they were exported")
    yield pb.ExportRecordsResponse(end=pb.ExportEnd(record_count=sent))
