"""Facts that have been read, to be read again without the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from attrs import define, field

from ect_rules.facts import Record
from ect_rules.store.snapshot import Snapshot

R = TypeVar("R", bound=Record)


@define
class Held(Snapshot):
    """A snapshot of records in memory. Whoever asks it about less than was read for it finds what the
    database would have given.
    """

    records: dict[type, list[Any]] = field(factory=dict)
    _found: dict[tuple[type, str], dict[Any, list[Any]]] = field(factory=dict, init=False)

    @classmethod
    def of_records(cls, records: Iterable[Record], revision: int) -> Held:
        """Of these records, each of a key of its own."""
        kinds: defaultdict[type, list[Any]] = defaultdict(list)
        for record in records:
            kinds[type(record)].append(record)
        return cls(None, revision, records=kinds)  # type: ignore[arg-type]

    def _rows(self, kind: type[R], column: str, keys: Collection[Any]) -> list[R]:
        if not column:
            return [*self.records.get(kind, ())]
        found = self._found.get((kind, column))
        if found is None:
            found = self._found[kind, column] = defaultdict(list)
            for record in self.records.get(kind, ()):
                found[getattr(record, column)].append(record)
        return [record for name in keys for record in found.get(name, ())]
