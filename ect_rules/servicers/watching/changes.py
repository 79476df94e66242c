"""The changes of one step: those it may reach are asked about before and after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import define, evolve, frozen

from ect_rules.errors import FactsErasedError
from ect_rules.facts import MentorFacts, MentorKindFacts
from ect_rules.servicers.answers import Answers
from ect_rules.servicers.questions import Question
from ect_rules.servicers.subjects import (
    CHECKS,
    ECTS,
    MENTORS,
    SUBJECTS_AT_ONCE,
    Subject,
    about,
    answer_about,
    hold,
    kind_of,
)
from ect_rules.servicers.watching.positions import Cause, Position, Step, Told
from ect_rules.servicers.watching.reaching import Reached, reached
from ect_rules.servicers.watching.turning import Due, calendar_days
from ect_rules.servicers.watching.wanting import Wanted
from ect_rules.store.held import Held
from ect_rules.store.history import erased_around, touched
from ect_rules.store.snapshot import Snapshot
from ect_rules.v1 import decisions_pb2, subjects_pb2
from ect_rules.v1 import watch_service_pb2 as pb
from ect_rules.wire.values import day_message
from ect_rules.world import World

MOST_TOUCHED = 20_000
Asked = tuple[str, Subject]
_CAUSES = {cause: pb.CauseOfChange.Value(f"CAUSE_OF_CHANGE_{cause.name}") for cause in Cause}


@frozen(eq=False)
class Change:
    """An answer that has changed. `urns`: the schools that the subject is at, before or after."""

    check: str
    subject: Subject
    urns: frozenset[str]
    message: pb.DecisionChange

    @property
    def told(self) -> Told:
        """How far its step has been told with it."""
        return Told(CHECKS.index(self.check), self.subject)


@frozen
class Block:
    """Changes one after the other, and how far the step has been told with them."""

    changes: list[Change]
    told: Told


@define
class Changes:
    """Works out the changes of steps, block by block; between two nothing of the database is held."""

    answers: Answers

    def of(self, step: Step, wanted: Wanted, since: Told, due: Due | None) -> Iterator[Block]:
        """The changes of a step that are wanted, in order, after those that were told.

        `due`: of a step to another day, the records that come due on it; None, no such records.
        Raises StoreUnavailableError; what came before it stands.
        """
        found, erased = self._reach(step, wanted, due)
        step = evolve(step, cause=Cause.ERASURE if erased else step.cause)
        everybody = [
            check for check in wanted.checks if self._is_for_all(step, wanted, check, found)
        ]
        if not everybody:
            yield from self._blocks(step, wanted, since, found or {})
            return
        for check in wanted.checks:
            if check in everybody:
                yield from self._everybody(step, wanted, since, check)
            else:
                alone = evolve(wanted, checks=(check,))
                yield from self._blocks(step, alone, since, found or {})

    def _is_for_all(self, step: Step, wanted: Wanted, check: str, found: Reached | None) -> bool:
        if found is None:
            return True
        if wanted.trns or step.cause is not Cause.DATE:
            return False
        return step.after.on in calendar_days(self.answers.catalogue, check)

    def _reach(self, step: Step, wanted: Wanted, due: Due | None) -> tuple[Reached | None, bool]:
        """Whom the step may reach, and whether it erased somebody."""
        with self.answers.store.snapshot(exactly=step.after.revision) as snapshot:
            both = (snapshot, _earlier(snapshot, step))
            around = erased_around(snapshot) if step.cause is Cause.FACTS else None
            if wanted.trns and around is None:
                return _registered(wanted, both), False
            if step.cause is Cause.FACTS:
                records = touched(snapshot, MOST_TOUCHED)
                found = None if records is None else reached(records, both, around)
                return found, around is not None
            if step.cause is Cause.RULE_SET or (due is not None and due.records is None):
                return None, False
            records = due.records if due is not None else None
            return reached(records or [], (snapshot,)), False

    def _blocks(self, step: Step, wanted: Wanted, since: Told, found: Reached) -> Iterator[Block]:
        asked = [
            (check, subject)
            for place, check in enumerate(CHECKS)
            for subject in sorted(found.get(kind_of(check), ()))
            if wanted.may_want(check, subject) and Told(place, subject) > since
        ]
        for first in range(0, len(asked), SUBJECTS_AT_ONCE):
            yield self._block(step, wanted, asked[first : first + SUBJECTS_AT_ONCE])

    def _everybody(self, step: Step, wanted: Wanted, since: Told, check: str) -> Iterator[Block]:
        place, kind, more = CHECKS.index(check), kind_of(check), since.place <= CHECKS.index(check)
        after = since.subject if since.place == place else Subject("", "")
        while more:
            with self.answers.store.snapshot(exactly=step.after.revision) as snapshot:
                before = Snapshot(snapshot.connection, step.before.revision)
                left = Snapshot(snapshot.connection, step.after.revision)
                subjects, more = kind.block(left, after, wanted.urns, before)
            if subjects:
                after = subjects[-1]
                asked = [(check, s) for s in subjects if wanted.may_want(check, s)]
                block = self._block(step, wanted, asked)
                yield evolve(block, told=Told(place, after))

    def _block(self, step: Step, wanted: Wanted, asked: list[Asked]) -> Block:
        with self.answers.store.snapshot(exactly=step.after.revision) as snapshot:
            after = _Facts.read(snapshot, asked)
            before = after
            if step.before.revision != step.after.revision:
                before = _Facts.read(_earlier(snapshot, step), asked)
        changes = []
        for check, subject in asked:
            change = self._change(step, check, subject, before, after)
            if change is not None and wanted.wants(check, subject, change.urns):
                changes.append(change)
        check, subject = asked[-1] if asked else (CHECKS[0], Subject("", ""))
        return Block(changes, Told(CHECKS.index(check), subject))

    def _change(
        self, step: Step, check: str, subject: Subject, before: _Facts, after: _Facts
    ) -> Change | None:
        question = about(check, subject)
        world = after.of(question)
        if world is None:
            return None
        urns, earlier = _urns(question, world, step.after.on), None
        if step.cause in (Cause.FACTS, Cause.DATE):
            earlier = world if after is before else before.of(question)
            if earlier is not None:
                if not self._differ(question, step, earlier, world):
                    return None
                urns |= _urns(question, earlier, step.before.on)
        message = pb.DecisionChange(
            subject=subject.message(),
            cause=_CAUSES[step.cause],
            after=self._message(check, subject, world, step.after),
        )
        if earlier is not None:
            message.before.CopyFrom(self._message(check, subject, earlier, step.before))
        return Change(check, subject, urns, message)

    def _differ(self, question: Question, step: Step, before: World, after: World) -> bool:
        decide = self.answers.catalogue.decide
        was = decide(question.check, question.view(before)(step.before.on), step.before.on)
        now = decide(question.check, question.view(after)(step.after.on), step.after.on)
        return not now.answers_as(was)

    def _message(
        self, check: str, subject: Subject, world: World, at: Position
    ) -> subjects_pb2.AnyDecision:
        asking = decisions_pb2.Asking(on=day_message(at.on))
        return answer_about(check, subject, world, at.revision, asking, self.answers)


@define
class _Facts:
    """The facts of questions at a revision. `apart`: of each by itself, where some were erased since."""

    together: Held | None
    apart: dict[Any, Held]
    worlds: dict[Any, World]

    @classmethod
    def read(cls, snapshot: Snapshot, asked: list[Asked]) -> _Facts:
        questions = [about(check, subject) for check, subject in asked]
        try:
            return cls(hold(snapshot, questions), {}, {})
        except FactsErasedError:
            apart = {}
            for question in questions:
                try:
                    apart[question.facts()] = hold(snapshot, [question])
                except FactsErasedError:
                    continue
            return cls(None, apart, {})

    def of(self, question: Question) -> World | None:
        """The facts that one rests on; None where they were erased since."""
        name = question.facts()
        held = self.together or self.apart.get(name)
        if held is None:
            return None
        if name not in self.worlds:
            self.worlds[name] = question.fetch(held)
        return self.worlds[name]


def _registered(wanted: Wanted, snapshots: tuple[Snapshot, ...]) -> Reached:
    """Those who are asked for by their TRNs: few, so that they are asked about in any case."""
    left = [Snapshot(each.connection, each.revision) for each in snapshots]
    return {
        kind: {s for each in left for s in kind.of(each.of(kind.record, "trn", wanted.trns))}
        for kind in (ECTS, MENTORS)
    }


def _earlier(snapshot: Snapshot, step: Step) -> Snapshot:
    return evolve(snapshot, revision=step.before.revision)


def _urns(question: Question, world: World, on: date) -> frozenset[str]:
    """The schools of the periods of a mentor; of anybody else none, as the subject says it."""
    facts = question.view(world)(on)
    match facts:
        case MentorKindFacts():
            return frozenset(at.period.urn for at in facts.mentor.at_schools)
        case MentorFacts():
            return frozenset(at.period.urn for at in facts.at_schools)
        case _:
            return frozenset()
