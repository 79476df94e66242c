"""Erasing a person."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import frozen

from ect_rules.errors import NotFoundError, RefusedError, RequestIdReusedError
from ect_rules.servicers.questions import about_subject
from ect_rules.servicers.writing import Write, Writer
from ect_rules.store.erasing import erase
from ect_rules.store.snapshot import Seeds, Snapshot
from ect_rules.store.store import Transaction
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.v1.check_service_pb2 import MentorSubject
from ect_rules.wire.values import optional_day

MAY_BE_HELD = "MAY_BE_HELD"
_NOTHING = b""  # a digest of a TRN would give the TRN away to anybody who tries them all


@frozen
class Erasing:
    """An erasure, done by `writer`."""

    writer: Writer

    def do(self, request: pb.EraseTeacherRequest) -> Any:
        """Erase a person and see to it that nothing is left in the database.

        Raises NotFoundError for somebody of whom nothing is recorded, RefusedError for a record that
        may be held, RequestIdReusedError for an id that was used for somebody else, and what
        `Writer.perform` and `Store.wipe` raise.
        """
        on = optional_day(request, "on", "") or self.writer.today()

        def work(transaction: Transaction) -> Any:
            return self._erase(transaction, request, on)

        write = Write(lambda _: Seeds(trns={request.trn}), work, alone=True)
        done = self.writer.perform(
            "EraseTeacher", request.request_id, _NOTHING, request.writing, "", write
        )
        if not request.writing.validate_only:
            self._hold_to_request(request)
            self.writer.store.wipe()
        return done

    def _erase(
        self, transaction: Transaction, request: pb.EraseTeacherRequest, on: date
    ) -> pb.EraseTeacherResponse:
        if not request.although_it_may_be_held:
            self._hold_to_retention(transaction.snapshot(), request.trn, on)
        rows = erase(transaction, request.trn)
        if not rows:
            raise NotFoundError("nothing is recorded under this TRN", reason="TEACHER_NOT_FOUND")
        return pb.EraseTeacherResponse(revision=transaction.counts_from, rows=rows)

    def _hold_to_retention(self, snapshot: Snapshot, trn: str, on: date) -> None:
        question = about_subject("record_retention", MentorSubject(trn=trn))
        facts = question.view(question.fetch(snapshot))(on)
        decision = self.writer.catalogue.decide("record_retention", facts, on)
        against = [(reason.code, reason.words) for reason in decision.reasons]
        if snapshot.registrations({trn}).ect_periods:
            against.append((MAY_BE_HELD, "They are or were an ECT, whose record is held."))
        elif decision.status in ("DO_NOT_HOLD", "NOT_KNOWN"):
            return
        raise RefusedError(
            "this record may be held; say although_it_may_be_held to erase it all the same",
            tuple(against),
            fields=("although_it_may_be_held",) * len(against),
            reason=MAY_BE_HELD,
        )

    def _hold_to_request(self, request: pb.EraseTeacherRequest) -> None:
        # The first answer to this id tells nothing of whom it was about, and these are still there.
        with self.writer.store.snapshot() as snapshot:
            if snapshot.about(Seeds(trns={request.trn})).records:
                raise RequestIdReusedError(
                    "this request_id was used for somebody else; make up a new one"
                )
