"""Answers that have been given at the newest revision: the same question has them again as they are."""

from __future__ import annotations

from attrs import define, field

from ect_rules.store.snapshot import Snapshot
from ect_rules.v1 import decisions_pb2 as pb
from ect_rules.wire.values import optional

WAYS_KEPT, ANSWERS_KEPT = 5, 10_000
Results = dict[bytes, bytes]


@define
class Kept:
    """Results as bytes, by their questions: all are of one revision, and gone with the next one.

    So none is ever out of date, and nothing of somebody erased outlives the revision that erased them.
    """

    _newest: tuple[int, dict[bytes, Results]] = field(default=(-1, {}), init=False)

    def of(self, asking: pb.Asking, snapshot: Snapshot | None) -> Results:
        """The results of questions that are so asked, to look up and to add to.

        At an earlier revision there are none, nor where they would be too many or too long: of records
        that are supposed, and in the full view.
        """
        if snapshot is None or asking.HasField("hypothetical") or asking.view == pb.VIEW_FULL:
            return {}
        known = max(snapshot.revision, snapshot.erased_at)
        if known > self._newest[0]:
            self._newest = known, {}
        newest, ways = self._newest
        if snapshot.revision < newest:
            return {}
        way = pb.Asking(on=asking.on, contract_period=optional(asking, "contract_period"))
        name = way.SerializeToString(deterministic=True)
        return ways.setdefault(name, {}) if name in ways or len(ways) < WAYS_KEPT else {}


def keep(results: Results, question: bytes, data: bytes) -> None:
    """Add a result, while there is room."""
    if len(results) < ANSWERS_KEPT:
        results[question] = data
