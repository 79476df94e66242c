"""From messages to what a caller expects of decisions."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import frozen

from ect_rules.v1 import writing_pb2 as pb
from ect_rules.wire.values import joined, optional, optional_day


@frozen
class Expected:
    """A decision that is expected. `subject`: the message that says whom it is about; `statuses`: those
    that will do; `on`: None, today; `contract_period`: None, as the facts say; `path`: of its field.
    """

    check: str
    subject: Any
    statuses: tuple[str, ...]
    on: date | None
    contract_period: int | None
    path: str


def expected(message: pb.Writing, path: str) -> list[Expected]:
    """The decisions that a message at `path` expects. Raises InvalidInputError for a day that is none."""
    return [
        _expected(each, joined(path, f"expected_decisions[{index}]"))
        for index, each in enumerate(message.expected_decisions)
    ]


def _expected(message: pb.ExpectedDecision, path: str) -> Expected:
    check = message.WhichOneof("expected")
    assert check is not None, "the contract requires a check"
    found = getattr(message, check)
    return Expected(
        check,
        found.subject,
        _statuses(found),
        optional_day(message, "on", path),
        optional(message, "contract_period"),
        path,
    )


def _statuses(message: Any) -> tuple[str, ...]:
    enum = message.DESCRIPTOR.fields_by_name["statuses"].enum_type
    prefix = enum.values_by_number[0].name.removesuffix("UNSPECIFIED")
    return tuple(enum.values_by_number[n].name.removeprefix(prefix) for n in message.statuses)
