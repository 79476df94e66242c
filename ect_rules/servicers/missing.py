"""Retracting the records that an import of all of a kind does not have."""

from __future__ import annotations

from collections.abc import Iterator

from ect_rules.errors import RefusedError
from ect_rules.facts import Record
from ect_rules.integrity import still_named
from ect_rules.servicers.applying import STILL_NAMED
from ect_rules.servicers.errors import PROBLEMS_SENT
from ect_rules.store.present import Present
from ect_rules.store.store import Transaction
from ect_rules.wire.messages import KIND_NAMES
from ect_rules.world import World, key


def retract_missing(present: Present, transaction: Transaction) -> int:
    """Let the records that are not present count no longer, and say how many they are.

    Raises RefusedError where others that count name some of them.
    """
    against: list[str] = []
    gone = 0
    for some in present.missing():
        transaction.withdraw(some)
        gone += len(some)
        against.extend(_named(some, transaction))
        if len(against) >= PROBLEMS_SENT:
            break
    if against:
        raise RefusedError(
            "records that are missing in this import may not be retracted",
            tuple((STILL_NAMED, words) for words in against),
            fields=("header.retract_missing",) * len(against),
        )
    return gone


def _named(gone: list[Record], transaction: Transaction) -> Iterator[str]:
    naming = World(transaction.snapshot().naming(gone))
    for record, other in still_named(gone, naming):
        kind, other_id = key(other)
        yield (
            f"the {KIND_NAMES[kind]} {other_id} names a {KIND_NAMES[type(record)]} that is missing: "
            "send that too, or have both retracted"
        )
