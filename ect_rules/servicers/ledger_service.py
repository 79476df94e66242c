"""LedgerService: whether the store is as it was written."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ect_rules.errors import InvalidInputError, Problem
from ect_rules.servicers.errors import server_stream
from ect_rules.store.store import Store
from ect_rules.store.verifying import Fault
from ect_rules.v1 import ledger_service_pb2 as pb
from ect_rules.v1 import ledger_service_pb2_grpc


@frozen
class LedgerService(ledger_service_pb2_grpc.LedgerServiceServicer):
    """Answers questions about the store. See the contract for what each method takes and gives."""

    store: Store

    @server_stream
    def VerifyLedger(self, request: pb.VerifyLedgerRequest) -> Iterator[pb.VerifyLedgerResponse]:
        """Go through the whole ledger."""
        with self.store.snapshot() as snapshot:
            newest = snapshot.revision
            beyond = [
                Problem(
                    f"known[{i}].revision", f"is later than the newest, {newest}", "NOT_WRITTEN"
                )
                for i, each in enumerate(request.known)
                if each.revision > newest
            ]
            if beyond:
                raise InvalidInputError(*beyond)
            faults = 0
            for found in snapshot.verify({each.revision: each.entry for each in request.known}):
                if isinstance(found, Fault):
                    faults += 1
                    yield pb.VerifyLedgerResponse(fault=_message(found))
                else:
                    progress = pb.LedgerProgress(revision=found, newest_revision=newest)
                    yield pb.VerifyLedgerResponse(progress=progress)
            summary = pb.LedgerSummary(faults=faults)
            if newest:
                summary.newest.revision = newest
                summary.newest.entry = snapshot.entry()
            yield pb.VerifyLedgerResponse(summary=summary)


def _message(fault: Fault) -> pb.LedgerFault:
    return pb.LedgerFault(
        revision=fault.revision, words=fault.words, table=fault.table, row=fault.row
    )
