"""From a question to an answer: fetch the facts at one revision, then decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from attrs import frozen

from ect_rules.catalogue import Catalogue
from ect_rules.errors import InvalidInputError, Problem
from ect_rules.facts import Record
from ect_rules.integrity import references
from ect_rules.store.snapshot import Seeds, Snapshot
from ect_rules.store.store import Store
from ect_rules.timeline import View, outlook
from ect_rules.v1 import decisions_pb2 as pb
from ect_rules.wire.decisions import Answer
from ect_rules.wire.records import KIND_NAMES, optional_day, records
from ect_rules.world import World

Fetch = Callable[[Snapshot], World]


@frozen
class Answers:
    """Answers questions over stored and hypothetical facts. `today`: the day in Europe/London."""

    store: Store
    catalogue: Catalogue
    today: Callable[[], date]

    def registration(
        self, trn: str, urn: str | None, asking_urn: str | None, asking: pb.Asking
    ) -> Answer:
        """Is this registration complete? `asking_urn` as in `World.ect`."""
        seeds = Seeds(trns={trn})
        with self._world(asking, seeds, lambda s: s.registrations([trn])) as (world, revision):
            return self._answer(
                "registration",
                lambda day: world.ect(trn, day, urn, asking_urn),
                world,
                revision,
                asking,
            )

    def mentor(self, check: str, trn: str, asking: pb.Asking) -> Answer:
        """A check whose subject is a mentor."""
        with self._world(asking, Seeds(trns={trn}), lambda s: s.mentors([trn])) as (
            world,
            revision,
        ):
            facts = world.mentor(trn)
            return self._answer(check, lambda _: facts, world, revision, asking)

    def school(self, urn: str, asking: pb.Asking) -> Answer:
        """Is this school eligible?"""
        with self._world(asking, Seeds(urns={urn}), lambda s: s.school(urn)) as (world, revision):
            facts = world.school_with_training(urn)
            return self._answer("school_eligibility", lambda _: facts, world, revision, asking)

    def _answer(
        self, check: str, view: View, world: World, revision: int, asking: pb.Asking
    ) -> Answer:
        on = optional_day(asking, "on", "asking") or self.today()
        decision = self.catalogue.decide(check, view(on), on)
        holds = outlook(self.catalogue, check, view, world.days(), on, decision)
        return Answer(decision, holds, revision, on, asking.HasField("hypothetical"))

    @contextmanager
    def _world(self, asking: pb.Asking, seeds: Seeds, fetch: Fetch) -> Iterator[tuple[World, int]]:
        supposed = records(asking.hypothetical.records, "asking.hypothetical.records")
        if asking.hypothetical.ignore_stored:
            yield _supposing(World(), supposed), 0
            return
        with self.store.snapshot(**_consistency(asking.consistency)) as snapshot:
            if supposed:
                world = _supposing(snapshot.around(seeds.add(supposed)), supposed)
            else:
                world = fetch(snapshot)
            yield world, snapshot.revision


def _consistency(message: pb.Consistency) -> dict[str, Any]:
    if message.HasField("exact_revision"):
        return {"exactly": message.exact_revision}
    if message.HasField("at_least_revision"):
        return {"at_least": message.at_least_revision}
    return {}


def _supposing(stored: World, supposed: list[Record]) -> World:
    world = stored.with_records(supposed)
    problems = [
        Problem(
            f"asking.hypothetical.records[{i}].{KIND_NAMES[type(record)]}.{p.field}",
            p.description,
            p.reason,
        )
        for i, record in enumerate(supposed)
        for p in references(record, world)
    ]
    if problems:
        raise InvalidInputError(*problems)
    return world
