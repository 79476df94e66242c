"""What somebody who watches wants to hear of."""

from __future__ import annotations

from collections.abc import Collection

from attrs import frozen

from ect_rules.errors import InvalidInputError, Problem
from ect_rules.servicers.subjects import CHECKS, SCHOOLS, Subject, kind_of
from ect_rules.v1 import watch_service_pb2 as pb


@frozen
class Wanted:
    """`checks`: in order. `urns`, `trns`: of these schools and people; empty, of all."""

    checks: tuple[str, ...]
    urns: frozenset[str] = frozenset()
    trns: frozenset[str] = frozenset()

    def may_want(self, check: str, subject: Subject) -> bool:
        """Whether a change of the answer about a subject is wanted, as far as it alone says."""
        if check not in self.checks:
            return False
        if self.trns and subject.trn not in self.trns:
            return False
        return not (self.urns and subject.urn) or subject.urn in self.urns

    def wants(self, check: str, subject: Subject, urns: Collection[str]) -> bool:
        """The same, given the schools that the subject is at, before or after."""
        return self.may_want(check, subject) and (
            not self.urns or not self.urns.isdisjoint(urns or (subject.urn,))
        )


def wanted(request: pb.WatchDecisionsRequest) -> Wanted:
    """What a request asks for. Raises InvalidInputError for a check that cannot be watched, or for
    filters that no change can pass.
    """
    problems = [
        Problem(f"checks[{i}]", f"is none of {', '.join(CHECKS)}", "CHECK_UNKNOWN")
        for i, name in enumerate(request.checks)
        if name not in CHECKS
    ]
    if not problems and request.checks and request.trns:
        problems = [
            Problem(f"checks[{i}]", "is about schools, and TRNs are asked for", "NOTHING_TO_TELL")
            for i, name in enumerate(request.checks)
            if kind_of(name) is SCHOOLS
        ]
    if problems:
        raise InvalidInputError(*problems)
    checks = tuple(name for name in CHECKS if not request.checks or name in request.checks)
    return Wanted(checks, frozenset(request.urns), frozenset(request.trns))
