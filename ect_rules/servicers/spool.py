"""The records of an import as they arrive: in memory while they are few, then on disk."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self

from attrs import frozen

from ect_rules.v1 import facts_pb2
from ect_rules.v1 import record_service_pb2 as pb

IN_MEMORY = 8 * 1024 * 1024
LENGTH_BYTES = 4

Batch = tuple[int, Sequence[facts_pb2.Record]]


@frozen
class Part:
    """Records that are written at once: `count` of them from the number `first` on.

    `start`, `end`: where they are in the spool. `digest`: of their content, however it was cut into
    messages.
    """

    first: int
    count: int
    start: int
    end: int
    digest: bytes


class Spool:
    """Takes records, and gives them in parts of `per_write` each; 0, all of them in one.

    A context manager. `header`: what besides the records makes the digests.
    """

    def __init__(self) -> None:
        # Closed when it is left: whoever makes one enters it.
        self._file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
        self.per_write = 0
        self.header = b""
        self.count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._file.close()

    def add(self, records: Sequence[facts_pb2.Record]) -> None:
        """Keep some more records."""
        while records:
            room = self.per_write - self.count % self.per_write if self.per_write else len(records)
            data = pb.ImportBatch(records=records[:room]).SerializeToString(deterministic=True)
            self._file.write(len(data).to_bytes(LENGTH_BYTES) + data)
            self.count += len(records[:room])
            records = records[room:]

    def parts(self) -> Iterator[Part]:
        """The parts in the order of their records; of no records one that is empty."""
        first = start = 0
        while first < self.count or not first:
            count = min(self.per_write or self.count, self.count - first)
            digest, read, end = hashlib.sha256(self.header), 0, start
            for data in self._read(start):
                digest.update(data)
                end += LENGTH_BYTES + len(data)
                read += len(pb.ImportBatch.FromString(data).records)
                if read == count:
                    break
            yield Part(first, count, start, end, digest.digest())
            if not count:
                return
            first, start = first + count, end

    def batches(self, part: Part) -> Iterator[Batch]:
        """The records of a part, at most 1,000 at a time, with the number of the first of them."""
        number, position = part.first, part.start
        while position < part.end:
            data = next(self._read(position))
            position += LENGTH_BYTES + len(data)
            records = pb.ImportBatch.FromString(data).records
            yield number, records
            number += len(records)

    def _read(self, position: int) -> Iterator[bytes]:
        while True:
            self._file.seek(position)
            length = self._file.read(LENGTH_BYTES)
            if not length:
                return
            data = self._file.read(int.from_bytes(length))
            position += LENGTH_BYTES + len(data)
            yield data
