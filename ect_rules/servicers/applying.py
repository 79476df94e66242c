"""Applying what a journey changes, unless it would break what must hold."""

from __future__ import annotations

from typing import Any

from ect_rules.catalogue import Catalogue
from ect_rules.changes import Changes
from ect_rules.errors import RefusedError
from ect_rules.integrity import alone, still_named, together
from ect_rules.store.store import Transaction
from ect_rules.wire.messages import KIND_NAMES
from ect_rules.world import World

STILL_NAMED = "STILL_NAMED"


def new_id(request: Any, kind: str) -> str:
    """The id of a record that a request makes: the same for the same request id."""
    return f"{kind}:{request.request_id.lower()}"


def apply(transaction: Transaction, changes: Changes, world: World, catalogue: Catalogue) -> None:
    """Write the changes to `world`. Raises RefusedError with all that they would break."""
    after = changes.applied_to(world)
    problems = [p for r in changes.put for p in (*alone(r), *together(r, after, catalogue))]
    against = [(p.reason, p.description) for p in problems]
    for gone, other in still_named(changes.withdraw, after):
        kind, by = KIND_NAMES[type(gone)], KIND_NAMES[type(other)]
        against.append((STILL_NAMED, f"A {kind} would go that a {by} names: retract that first."))
    if against:
        raise RefusedError(
            "this would break what must hold of periods", tuple(dict.fromkeys(against))
        )
    transaction.put(changes.put, world.records)
    transaction.withdraw(changes.withdraw)
