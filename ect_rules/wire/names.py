"""Between the name of a record and its key."""

from __future__ import annotations

from ect_rules.facts import Record
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.wire.messages import KIND_NAMES
from ect_rules.world import key

_NUMBERS = {
    kind: pb.RecordKind.Value(f"RECORD_KIND_{name.upper()}") for kind, name in KIND_NAMES.items()
}
_KINDS: dict[int, type[Record]] = {number: kind for kind, number in _NUMBERS.items()}


def kind_number(kind: type[Record]) -> pb.RecordKind.ValueType:
    """The number of a kind of record."""
    return _NUMBERS[kind]


def kind_of(number: int) -> type[Record]:
    """The kind of that number, which must have passed the contract's annotations."""
    return _KINDS[number]


def record_name(record: Record) -> pb.RecordName:
    """The name of a record."""
    kind, name = key(record)
    return pb.RecordName(kind=_NUMBERS[kind], id=name)


def record_key(name: pb.RecordName) -> tuple[type[Record], str]:
    """The key of the record of that name, which must have passed the contract's annotations."""
    return _KINDS[name.kind], name.id
