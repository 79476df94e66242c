"""What a journey changes, and what makes it refuse."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import field, frozen

from ect_rules.catalogue import Catalogue
from ect_rules.errors import RefusedError
from ect_rules.facts import Record
from ect_rules.rule import IN_DOUBT, Decision
from ect_rules.world import World


@frozen
class Changes:
    """Records to put, each in place of the one of its key, and records to withdraw."""

    put: tuple[Record, ...] = ()
    withdraw: tuple[Record, ...] = field(default=())

    def then(self, later: Changes) -> Changes:
        """Both, one after the other."""
        return Changes(self.put + later.put, self.withdraw + later.withdraw)

    def applied_to(self, world: World) -> World:
        """The world after these changes."""
        return world.with_records(self.put, self.withdraw)


def hold_to(catalogue: Catalogue, check: str, facts: Any, on: date, refusal: str) -> Decision:
    """The decision of a check that a write must pass.

    Raises RefusedError, saying `refusal`, with every reason that the check gives for a no. What is
    in doubt does not refuse: whoever writes has asked what we are not told, such as who somebody is.
    """
    decision = catalogue.decide(check, facts, on)
    passing = (*catalogue.checks[check].check.yes, IN_DOUBT.status)
    against = tuple((r.code, r.words) for r in decision.reasons if r.status not in passing)
    if against:
        raise RefusedError(refusal, against)
    return decision
