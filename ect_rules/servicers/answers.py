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
from ect_rules.rule import Decision
from ect_rules.store.snapshot import Seeds, Snapshot
from ect_rules.store.store import Store
from ect_rules.timeline import Outlook, Stretch, View, outlook, stretches
from ect_rules.v1 import decisions_pb2 as pb
from ect_rules.wire.decisions import Answer
from ect_rules.wire.messages import KIND_NAMES
from ect_rules.wire.records import records
from ect_rules.wire.values import optional_day
from ect_rules.world import World


@frozen
class Question:
    """A check and whom it is about: a TRN, or the URN of a school.

    `urn` and `asking_urn` are of a registration only, and as in `World.ect`.
    """

    check: str
    subject: str
    urn: str | None = None
    asking_urn: str | None = ""

    def seeds(self) -> Seeds:
        """Around what the facts are."""
        if self.check == "school_eligibility":
            return Seeds(urns={self.subject})
        return Seeds(trns={self.subject})

    def fetch(self, snapshot: Snapshot) -> World:
        """The stored facts that the answer rests on."""
        if self.check == "registration":
            return snapshot.registrations([self.subject])
        if self.check == "school_eligibility":
            return snapshot.school(self.subject)
        return snapshot.mentors([self.subject])

    def days(self, world: World) -> list[date]:
        """The days that the facts name, in order."""
        if self.check == "registration":
            return world.days(world.ect_periods, world.mentorships)
        return world.days(world.mentor_periods, world.mentorships, world.training)

    def view(self, world: World) -> View:
        """The check's view of the facts, for each day."""
        if self.check == "registration":
            return lambda day: world.ect(self.subject, day, self.urn, self.asking_urn)
        if self.check == "school_eligibility":
            school = world.school_with_training(self.subject)
            return lambda _: school
        mentor = world.mentor(self.subject)
        return lambda _: mentor


@frozen
class Answers:
    """Answers questions over stored and hypothetical facts. `today`: the day in Europe/London."""

    store: Store
    catalogue: Catalogue
    today: Callable[[], date]

    def answer(self, question: Question, asking: pb.Asking) -> Answer:
        """The answer on the day asked about, and how long it holds."""
        with self._world(asking, question) as (world, revision):
            on = optional_day(asking, "on", "asking") or self.today()
            view = question.view(world)
            decision = self.catalogue.decide(question.check, view(on), on)
            days = question.days(world)
            holds = outlook(self.catalogue, question.check, view, days, on, decision)
            return self._answer(decision, holds, revision, on, view, asking)

    def timeline(
        self, question: Question, first: date | None, last: date | None, asking: pb.Asking
    ) -> list[tuple[Stretch, Answer]]:
        """The answers from day to day, from the first day that matters where `first` is None."""
        with self._world(asking, question) as (world, revision):
            view, days = question.view(world), question.days(world)
            if first is None:
                first = min([*days[:1], last or self.today()])
            found = stretches(self.catalogue, question.check, view, days, first, last)
            return [
                (
                    s,
                    self._answer(
                        s.decision, Outlook(s.first, s.last, None), revision, s.first, view, asking
                    ),
                )
                for s in found
            ]

    def _answer(
        self,
        decision: Decision,
        holds: Outlook,
        revision: int,
        on: date,
        view: View,
        asking: pb.Asking,
    ) -> Answer:
        full = asking.view == pb.VIEW_FULL
        reads = self.catalogue.reads(decision, view(on), on) if full else ()
        return Answer(decision, holds, revision, on, asking.HasField("hypothetical"), reads)

    @contextmanager
    def _world(self, asking: pb.Asking, question: Question) -> Iterator[tuple[World, int]]:
        supposed = records(asking.hypothetical.records, "asking.hypothetical.records")
        if asking.hypothetical.ignore_stored:
            yield _supposing(World(), supposed), 0
            return
        with self.store.snapshot(**_consistency(asking.consistency)) as snapshot:
            if supposed:
                world = _supposing(snapshot.around(question.seeds().add(supposed)), supposed)
            else:
                world = question.fetch(snapshot)
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
