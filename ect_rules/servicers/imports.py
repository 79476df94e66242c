"""An import: spooled as it arrives, so that no lock waits for a slow client, then written at once."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from typing import IO

from ect_rules.catalogue import Catalogue
from ect_rules.errors import EctRulesError, InvalidInputError, Problem
from ect_rules.facts import Record
from ect_rules.servicers.errors import PROBLEMS_SENT, validate
from ect_rules.servicers.recording import of, wrong
from ect_rules.servicers.writing import Write, Writer, digest_of
from ect_rules.store.snapshot import Seeds
from ect_rules.store.store import Transaction
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.wire.records import records

IN_MEMORY = 8 * 1024 * 1024
LENGTH_BYTES = 4


def import_records(
    requests: Iterator[pb.ImportRecordsRequest], is_active: Callable[[], bool], writer: Writer
) -> object:
    """Take in the stream and write its records, all of them or none.

    Raises InvalidInputError for a stream that is not header, batches and end, or with records that
    are wrong by themselves or together; and what `Writer.perform` raises.
    """
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as spool:
        header, digest = _take_in(requests, spool)
        if not is_active():
            raise _broken_off()

        def work(transaction: Transaction) -> pb.ImportRecordsResponse:
            for _, batch in _batches(spool):
                transaction.put(batch)
            _check(spool, transaction, writer.catalogue)
            return pb.ImportRecordsResponse(
                revision=transaction.counts_from,
                added=transaction.counts.added,
                replaced=transaction.counts.replaced,
                unchanged=transaction.counts.unchanged,
            )

        write = Write(lambda _: _of_all(spool), work)
        return writer.perform(
            "ImportRecords", header.request_id, digest, header.writing, "header", write
        )


def _take_in(
    requests: Iterator[pb.ImportRecordsRequest], spool: IO[bytes]
) -> tuple[pb.ImportHeader, bytes]:
    digest = hashlib.sha256()
    problems: list[Problem] = []
    header, count, ended = pb.ImportHeader(), 0, False
    for number, request in enumerate(requests):
        part = request.WhichOneof("part")
        if ended or (number == 0) != (part == "header"):
            raise InvalidInputError(
                Problem("part", "send one header, then batches, then one end", "IMPORT_ORDER")
            )
        problems.extend(_problems(request, count))
        if len(problems) >= PROBLEMS_SENT:
            break
        if part == "header":
            header = request.header
            digest.update(digest_of(header.writing))
        elif part == "batch":
            data = request.batch.SerializeToString(deterministic=True)
            digest.update(data)
            spool.write(len(data).to_bytes(LENGTH_BYTES) + data)
            count += len(request.batch.records)
        else:
            ended = True
            if request.end.record_count != count and not problems:
                raise InvalidInputError(
                    Problem(
                        "end.record_count",
                        f"says {request.end.record_count} and {count} records arrived",
                        "IMPORT_RECORDS_LOST",
                    )
                )
    if problems:
        raise InvalidInputError(*problems)
    if not ended:
        raise _broken_off()
    return header, digest.digest()


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


def _batches(spool: IO[bytes]) -> Iterator[tuple[int, list[Record]]]:
    spool.seek(0)
    first = 0
    while length := spool.read(LENGTH_BYTES):
        batch = pb.ImportBatch.FromString(spool.read(int.from_bytes(length)))
        yield first, records(batch.records, "records", first)
        first += len(batch.records)


def _of_all(spool: IO[bytes]) -> Seeds:
    seeds = Seeds()
    for _, batch in _batches(spool):
        of(batch, seeds)
    return seeds


def _check(spool: IO[bytes], transaction: Transaction, catalogue: Catalogue) -> None:
    problems: list[Problem] = []
    for first, batch in _batches(spool):
        problems.extend(wrong(batch, first, transaction, catalogue))
        if len(problems) >= PROBLEMS_SENT:
            break
    if problems:
        raise InvalidInputError(*problems)
