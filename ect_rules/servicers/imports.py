"""An import: spooled as it arrives, so that no lock waits for a slow client, then written at once."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from ect_rules.catalogue import Catalogue
from ect_rules.errors import (
    CallEndedError,
    EctRulesError,
    InvalidInputError,
    PartlyDoneError,
    Problem,
)
from ect_rules.facts import Record
from ect_rules.servicers.errors import PROBLEMS_SENT, validate
from ect_rules.servicers.missing import retract_missing
from ect_rules.servicers.recording import BY_THEMSELVES, of, wrong
from ect_rules.servicers.spool import Part, Spool
from ect_rules.servicers.writing import Write, Writer, digest_of
from ect_rules.store.present import Present
from ect_rules.store.snapshot import Seeds, Snapshot
from ect_rules.store.store import Transaction
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.wire.names import kind_of
from ect_rules.wire.records import record, records
from ect_rules.world import key

METHOD = "ImportRecords"


def import_records(
    requests: Iterator[pb.ImportRecordsRequest], is_active: Callable[[], bool], writer: Writer
) -> object:
    """Take in the stream and write its records, all of them or none, or in writes of so many.

    Raises InvalidInputError for a stream that is not header, batches and end, or with records that
    are wrong by themselves or together; RefusedError where one is missing that others name; and what
    `Writer.perform` raises; PartlyDoneError with the cause where there are several writes.
    """
    with Spool() as spool:
        header = _take_in(requests, spool)
        if not is_active():
            raise _broken_off()
        what = _Import(spool, [kind_of(n) for n in header.retract_missing], writer.catalogue)
        if header.records_per_write and not header.writing.validate_only:
            return _in_several_writes(header, what, writer, is_active)
        parts = [*spool.parts()]
        write = Write(what.about, lambda transaction: what.work(parts, transaction), alone=True)
        digest = parts[0].digest
        return writer.perform(METHOD, header.request_id, digest, header.writing, "header", write)


def _in_several_writes(
    header: pb.ImportHeader, what: _Import, writer: Writer, is_active: Callable[[], bool]
) -> pb.ImportRecordsResponse:
    whole, done = uuid.UUID(header.request_id), pb.ImportRecordsResponse()

    def write(part: Part) -> pb.ImportRecordsResponse:
        if not is_active():
            raise CallEndedError("the call has ended: its deadline has passed or it was cancelled")
        request_id = str(uuid.uuid5(whole, str(done.writes)))
        work = Write(what.about, lambda transaction: what.work([part], transaction), alone=True)
        made: pb.ImportRecordsResponse = writer.perform(
            METHOD, request_id, part.digest, header.writing, "header", work
        )
        return made

    for part in what.spool.parts():
        try:
            made = write(part)
        except Exception as error:
            raise PartlyDoneError(error, done.writes, done.revision) from error
        done = pb.ImportRecordsResponse(
            revision=made.revision,
            added=done.added + made.added,
            replaced=done.replaced + made.replaced,
            unchanged=done.unchanged + made.unchanged,
            writes=done.writes + 1,
        )
    return done


@frozen
class _Import:
    """What is to be written. `missing`: of these kinds what is held and not in it is retracted."""

    spool: Spool
    missing: Sequence[type[Record]]
    catalogue: Catalogue

    def about(self, _: Snapshot) -> Seeds:
        """Whom and what all of it is about."""
        seeds = Seeds()
        for part in self.spool.parts():
            for first, batch in self.spool.batches(part):
                of(records(batch, "records", first), seeds)
        return seeds

    def work(self, parts: Sequence[Part], transaction: Transaction) -> pb.ImportRecordsResponse:
        """Write the parts, each sound with those before it."""
        retracted, different = 0, 0
        for part in parts:
            before = transaction.counts.added + transaction.counts.replaced
            present = Present(transaction.connection, self.missing)
            changed = self._put(part, transaction, present)
            gone = retract_missing(present, transaction)
            self._check(part, changed, transaction)
            retracted += gone
            now = transaction.counts.added + transaction.counts.replaced
            different += now > before or gone > 0
        return pb.ImportRecordsResponse(
            # Of those that are only checked together, each would be a revision of its own.
            revision=transaction.counts_from + max(different - 1, 0),
            added=transaction.counts.added,
            replaced=transaction.counts.replaced,
            unchanged=transaction.counts.unchanged,
            retracted=retracted,
            writes=len(parts),
        )

    def _put(self, part: Part, transaction: Transaction, present: Present) -> bytearray:
        """Which of the records have changed, and could break what must hold of several: 1, else 0."""
        changed = bytearray()
        for first, batch in self.spool.batches(part):
            found = records(batch, "records", first)
            written = {key(r) for r in transaction.put(found)}
            present.note(found)
            changed.extend(not isinstance(r, BY_THEMSELVES) and key(r) in written for r in found)
        return changed

    def _check(self, part: Part, changed: bytearray, transaction: Transaction) -> None:
        problems: list[Problem] = []
        for first, batch in self.spool.batches(part):
            found = [
                (number, record(message, f"records[{number}]"))
                for number, message in enumerate(batch, first)
                if changed[number - part.first]
            ]
            problems.extend(wrong(found, transaction, self.catalogue))
            if len(problems) >= PROBLEMS_SENT:
                break
        if problems:
            raise InvalidInputError(*problems)


def _take_in(requests: Iterator[pb.ImportRecordsRequest], spool: Spool) -> pb.ImportHeader:
    problems: list[Problem] = []
    header, ended = pb.ImportHeader(), False
    for number, request in enumerate(requests):
        part = request.WhichOneof("part")
        if ended or (number == 0) != (part == "header"):
            raise InvalidInputError(
                Problem("part", "send one header, then batches, then one end", "IMPORT_ORDER")
            )
        problems.extend(_problems(request, spool.count))
        if len(problems) >= PROBLEMS_SENT or (problems and part == "header"):
            break
        if part == "header":
            header = request.header
            spool.per_write = header.records_per_write
            kinds = pb.ImportHeader(retract_missing=header.retract_missing)
            spool.header = digest_of(header.writing) + kinds.SerializeToString()
        elif part == "batch":
            spool.add(request.batch.records)
        else:
            ended = True
            if request.end.record_count != spool.count and not problems:
                raise InvalidInputError(
                    Problem(
                        "end.record_count",
                        f"says {request.end.record_count} and {spool.count} records arrived",
                        "IMPORT_RECORDS_LOST",
                    )
                )
    if problems:
        raise InvalidInputError(*problems)
    if not ended:
        raise _broken_off()
    return header


def _problems(request: pb.ImportRecordsRequest, first: int) -> tuple[Problem, ...]:
    def rename(path: str) -> str:
        if not path.startswith("batch.records["):
            return path
        index, _, rest = path.removeprefix("batch.records[").partition("]")
        return f"records[{int(index) + first}]{rest}"

    try:
        validate(request, rename)
        records(request.batch.records, "records", first)
    except InvalidInputError as error:
        return error.problems
    return ()


def _broken_off() -> EctRulesError:
    return InvalidInputError(
        Problem(
            "end", "the stream broke off before its end; nothing was written", "IMPORT_BROKEN_OFF"
        )
    )
