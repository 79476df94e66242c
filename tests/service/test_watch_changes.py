"""What a watch tells, against the answers to every question at every revision and on every day.

WATCHED=1000 looks at as many histories.
"""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path as File
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from sqlalchemy import update

from ect_rules.catalogue import load
from ect_rules.facts import (
    ContractPeriod,
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    Record,
    School,
    Teacher,
)
from ect_rules.generate import population
from ect_rules.rule import Decision
from ect_rules.servicers.answers import Answers
from ect_rules.servicers.subjects import CHECKS, Subject, about, kind_of
from ect_rules.servicers.watching import changes as told_by
from ect_rules.servicers.watching import turning
from ect_rules.servicers.watching.changes import Changes
from ect_rules.servicers.watching.path import Path
from ect_rules.servicers.watching.positions import Place, Position
from ect_rules.servicers.watching.turning import calendar_days, turns
from ect_rules.servicers.watching.walking import Walk
from ect_rules.servicers.watching.wanting import Wanted
from ect_rules.store.store import Store
from ect_rules.store.tables import revisions
from ect_rules.timeline import change_days
from ect_rules.v1 import watch_service_pb2 as pb
from ect_rules.wire.decisions import status_names
from ect_rules.world import World, key
from tests.core.worlds import worlds
from tests.sizes import size
from tests.store.keeping import do

HISTORIES = size("WATCHED", 4, 12, 100)
RULE_SET = load()
EVERYTHING = Wanted(CHECKS)
Answer = dict[tuple[str, Subject], Decision]
Heard = tuple[str, Subject, str, Position, Position, str, str]


class History:
    """A store, written to by chance on days by chance, and the records at each of its revisions."""

    def __init__(self, store: Store, chance: random.Random, writes: int) -> None:
        self.store, self.chance = store, chance
        self.today = date(2022, 1, 1) + timedelta(chance.randrange(1800))
        people = list(population(chance.randint(4, 9), chance.randrange(10**6), self.today))
        self.known: dict[Any, Record] = {}
        self.worlds: list[World] = [World()]
        self.days: list[date] = []
        at_first = chance.sample(people, len(people) * 2 // 3)
        self.others = [r for r in people if r not in at_first]
        self.write(at_first, [])
        for _ in range(writes):
            self.today += timedelta(chance.choice((0, 0, 1, 2, 40)))
            self.write(*self.something())
        self.today += timedelta(chance.choice((0, 1, 300)))

    def something(self) -> tuple[list[Record], list[Record]]:
        """Records to write and records to retract."""
        known = [*self.known.values()]
        chosen = self.chance.sample(known, min(len(known), self.chance.randint(0, 3)))
        new = self.chance.sample(self.others, min(len(self.others), self.chance.randint(0, 3)))
        gone = self.chance.sample(known, self.chance.choice((0, 0, 0, 1)))
        return [*new, *map(self.changed, chosen)], gone

    def changed(self, record: Any) -> Record:
        """The same with a day moved, or something else told of it."""
        if isinstance(record, Teacher):
            return evolve(record, prohibited_from_teaching=self.chance.choice((None, True, False)))
        if isinstance(record, School):
            return evolve(record, section_41_approved=self.chance.choice((None, True, False)))
        if isinstance(record, ContractPeriod):
            return evolve(record, payments_frozen_at=datetime.combine(self.today, time(12), UTC))
        more: dict[str, Any] = {}
        urns = sorted(w.urn for w in self.known.values() if isinstance(w, School))
        if isinstance(record, EctAtSchoolPeriod | MentorAtSchoolPeriod) and urns:
            more["urn"] = self.chance.choice(urns)
        for name in ("started_on", "finished_on"):
            if getattr(record, name, None) is not None and self.chance.random() < 0.5:
                day = self.today + timedelta(self.chance.choice((-800, -30, -1, 0, 1, 2, 30)))
                more[name] = day
        return evolve(record, **more)

    def write(self, records: list[Record], gone: list[Record]) -> None:
        def work(transaction: Any) -> None:
            transaction.put(records)
            transaction.withdraw(gone)

        before = self.store.newest_revision()
        do(self.store, work)
        self.known.update({key(r): r for r in records})
        for record in gone:
            self.known.pop(key(record), None)
        if self.store.newest_revision() > before:
            self.worlds.append(World(self.known.values()))
            self.days.append(self.today)
            self.committed(before + 1, self.today)

    def committed(self, revision: int, on: date) -> None:
        """See to it that a revision was committed on a day in London."""
        at = datetime.combine(on, time(self.chance.randrange(1, 23)), UTC)
        with self.store.engine.begin() as connection:
            chosen = revisions.c.revision == revision
            connection.execute(update(revisions).where(chosen).values(committed_at=at))

    def positions(self) -> Iterator[Position]:
        """Every revision on every day on which it was the newest."""
        on = self.days[0]
        for revision, until in enumerate([*self.days, self.today]):
            yield Position(revision, on, RULE_SET.fingerprint)
            while on < until:
                on += timedelta(1)
                yield Position(revision, on, RULE_SET.fingerprint)

    def answers(self, position: Position) -> Answer:
        """The answers of all checks about everybody who is registered."""
        world = self.worlds[position.revision]
        found = {}
        for check in CHECKS:
            for subject in self.subjects(check, world):
                question = about(check, subject)
                facts = question.view(world)(position.on)
                found[check, subject] = RULE_SET.decide(check, facts, position.on)
        return found

    @staticmethod
    def subjects(check: str, world: World) -> set[Subject]:
        return kind_of(check).of(world.records.values())

    def differences(self) -> Iterator[Heard]:
        """Every difference between the answers at two positions that follow one another, in order."""
        for before, after in pairwise(self.positions()):
            was, now = self.answers(before), self.answers(after)
            for check in CHECKS:
                for subject in sorted({s for c, s in was.keys() | now.keys() if c == check}):
                    a = was.get((check, subject)) or self.one(check, subject, before)
                    b = now.get((check, subject)) or self.one(check, subject, after)
                    if not a.answers_as(b):
                        cause = "FACTS" if before.on == after.on else "DATE"
                        yield check, subject, cause, before, after, a.status, b.status

    def one(self, check: str, subject: Subject, position: Position) -> Decision:
        question = about(check, subject)
        facts = question.view(self.worlds[position.revision])(position.on)
        return RULE_SET.decide(check, facts, position.on)


def walk(history: History, place: Place | None = None) -> Walk:
    answers = Answers(history.store, RULE_SET, lambda: history.today)
    path = Path(history.store, RULE_SET, lambda: history.today)
    return Walk(path, Changes(answers), place or path.at(0))


def told(going: Walk, wanted: Wanted = EVERYTHING) -> Iterator[tuple[Place, pb.DecisionChange]]:
    """All that is told, with the place after it, up to the newest position."""
    while (ahead := going.next()) is not None:
        for _, some in going.tell(ahead, wanted):
            yield from ((place, change.message) for place, change in some)


def heard(message: pb.DecisionChange) -> Heard:
    check = str(message.after.WhichOneof("decision"))
    was, now = getattr(message.before, check), getattr(message.after, check)
    names = status_names(check)
    cause = pb.CauseOfChange.Name(message.cause).removeprefix("CAUSE_OF_CHANGE_")
    subject = Subject(message.subject.trn, message.subject.urn)
    before, after = position(was.basis), position(now.basis)
    return check, subject, cause, before, after, names[was.status], names[now.status]


def position(basis: Any) -> Position:
    day = date(basis.on.year, basis.on.month, basis.on.day)
    return Position(basis.revision, day, basis.rule_set)


@pytest.fixture
def in_small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told_by, "SUBJECTS_AT_ONCE", 3)
    monkeypatch.setattr(turning, "DAYS_AT_ONCE", 5)


@pytest.mark.timeout(0)
@pytest.mark.usefixtures("in_small_blocks")
def test_every_difference_is_told_once_and_in_order(tmp_path: File) -> None:
    for number in range(HISTORIES):
        chance = random.Random(number)  # noqa: S311 - no secret is made of it
        history = History(Store.open(f"sqlite:///{tmp_path}/{number}.sqlite"), chance, 8)
        changes = [*told(walk(history))]
        expected = [*history.differences()]
        assert [heard(message) for _, message in changes] == expected, number
        assert {each[2] for each in expected} <= {"FACTS", "DATE"}
        for place, _ in chance.sample(changes, min(3, len(changes))):
            after = [p.cursor() for p, _ in changes].index(place.cursor()) + 1
            again = Place.of(place.cursor())
            assert [*told(walk(history, again))] == changes[after:], number
        history.store.close()


@settings(max_examples=settings.default.max_examples // 2)
@given(worlds())
def test_every_day_that_rules_name_comes_of_a_record_or_is_everybodys(world: World) -> None:
    of_records = {day for record in world.records.values() for day in turns(record)}
    for check in CHECKS:
        for subject in kind_of(check).of(world.records.values()):
            question = about(check, subject)
            view = question.view(world)
            named = change_days(RULE_SET, check, view, question.days(world), date(2026, 1, 15))
            assert {*named} <= of_records | calendar_days(RULE_SET, check)
