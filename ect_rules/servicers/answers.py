"""From a question to an answer: fetch the facts at one revision, then decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from attrs import evolve, frozen

from ect_rules.catalogue import Catalogue
from ect_rules.changes import propose
from ect_rules.errors import InvalidInputError, Problem
from ect_rules.facts import Record
from ect_rules.integrity import references
from ect_rules.rule import Decision
from ect_rules.servicers.questions import Question
from ect_rules.store.store import Store
from ect_rules.timeline import Outlook, Stretch, outlook, stretches
from ect_rules.v1 import decisions_pb2 as pb
from ect_rules.wire.decisions import Answer
from ect_rules.wire.messages import KIND_NAMES
from ect_rules.wire.records import records
from ect_rules.wire.values import optional, optional_day
from ect_rules.world import World


@frozen
class Answers:
    """Answers questions over stored and hypothetical facts. `today`: the day in Europe/London."""

    store: Store
    catalogue: Catalogue
    today: Callable[[], date]

    def answer(self, question: Question, asking: pb.Asking) -> Answer:
        """The answer on the day asked about, and how long it holds."""
        with self._world(asking, question) as (world, revision):
            return self.answer_in(question, asking, world, revision)

    def assignable(self, question: Question, asking: pb.Asking) -> tuple[Answer, list[Answer]]:
        """The answer whether a mentor may be assigned and, where that is so, the answers that would
        then be given about the registration and the mentor.
        """
        with self._world(asking, question) as (world, revision):
            return self.assignable_in(question, asking, world, revision)

    def assignable_in(
        self, question: Question, asking: pb.Asking, world: World, revision: int
    ) -> tuple[Answer, list[Answer]]:
        """The same, in a world of facts that have been read."""
        answer = self.answer_in(question, asking, world, revision)
        if answer.decision.status != "ASSIGNABLE":
            return answer, []
        ect_trn, mentor_trn = question.trns
        _, changes = propose(ect_trn, mentor_trn, answer.on, world, **question.said)
        then = changes.applied_to(world)
        about = (
            Question("registration", (ect_trn,), said={"urn": answer.facts.ect.urn}),
            Question("mentor_funding", (mentor_trn,)),
            Question("mentor_training", (mentor_trn,)),
        )
        would_be = [self.answer_in(each, asking, then, revision) for each in about]
        return answer, [evolve(each, hypothetical=True) for each in would_be]

    def timeline(
        self, question: Question, first: date | None, last: date | None, asking: pb.Asking
    ) -> list[tuple[Stretch, Answer]]:
        """The answers from day to day, from the first day that matters where `first` is None."""
        year = optional(asking, "contract_period")
        with self._world(asking, question) as (world, revision):
            view, days = question.view(world), question.days(world)
            if first is None:
                otherwise = last or self.today()
                first = min(question.begins(world) or otherwise, otherwise)
            found = stretches(self.catalogue, question.check, view, days, first, last, year)
            return [
                (
                    s,
                    self._resting(
                        s.decision,
                        view(s.first),
                        Outlook(s.first, s.last, None),
                        revision,
                        s.first,
                        asking,
                    ),
                )
                for s in found
            ]

    def answer_in(
        self, question: Question, asking: pb.Asking, world: World, revision: int
    ) -> Answer:
        """The answer in a world of facts that have been read, and how long it holds there."""
        on = optional_day(asking, "on", "asking") or self.today()
        year = optional(asking, "contract_period")
        view = question.view(world)
        facts = view(on)
        decision = self.catalogue.decide(question.check, facts, on, year)
        days = question.days(world)
        holds = outlook(self.catalogue, question.check, view, days, on, decision, year)
        return self._resting(decision, facts, holds, revision, on, asking)

    def _resting(
        self,
        decision: Decision,
        facts: Any,
        holds: Outlook,
        revision: int,
        on: date,
        asking: pb.Asking,
    ) -> Answer:
        year = optional(asking, "contract_period")
        if year is None:
            year = self.catalogue.contract_period(decision.check, facts, on)
        hypothetical = asking.HasField("hypothetical")
        return Answer(decision, facts, holds, revision, on, hypothetical, year)

    @contextmanager
    def _world(self, asking: pb.Asking, question: Question) -> Iterator[tuple[World, int]]:
        supposed = records(asking.hypothetical.records, "asking.hypothetical.records")
        if asking.hypothetical.ignore_stored:
            yield supposing(World(), supposed), 0
            return
        with self.store.snapshot(**consistency(asking.consistency)) as snapshot:
            if supposed:
                world = supposing(snapshot.around(question.seeds().add(supposed)), supposed)
            else:
                world = question.fetch(snapshot)
            yield world, snapshot.revision


def consistency(message: pb.Consistency) -> dict[str, Any]:
    """What a message wants of a snapshot, by the names of the arguments of `Store.snapshot`."""
    if message.HasField("exact_revision"):
        return {"exactly": message.exact_revision}
    if message.HasField("at_least_revision"):
        return {"at_least": message.at_least_revision}
    return {}


def supposing(stored: World, supposed: list[Record]) -> World:
    """The stored facts with records laid over them. Raises InvalidInputError where one names nothing."""
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
