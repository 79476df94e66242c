"""What is read around some people answers as the whole of what is stored would."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from attrs import astuple, evolve, frozen

from ect_rules.catalogue import load
from ect_rules.facts import (
    Declaration,
    EcfEligibility,
    EctAtSchoolPeriod,
    InductionPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
    TrainingPeriod,
)
from ect_rules.generate import population
from ect_rules.integrity import references, together
from ect_rules.store.snapshot import Seeds, Snapshot
from ect_rules.store.store import Store
from ect_rules.world import World
from tests.sizes import size
from tests.store.keeping import put, withdraw

CATALOGUE = load()
DAYS = [
    date(2023, 9, 1),
    date(2025, 12, 31),
    date(2026, 1, 15),
    date(2031, 1, 1),
]
TEACHERS = {
    "sqlite": size("TEACHERS", 60, 120, 600),
    "postgresql": size("TEACHERS", 40, 40, 600),
}
SEEDS = {"sqlite": 1, "postgresql": 7}
READS = {
    "registration": Snapshot.registrations,
    "mentor_funding": Snapshot.mentors,
    "mentor_training": Snapshot.mentors,
}
NOBODY = "0000000"


@pytest.fixture(scope="module")
def told(shared: Store) -> tuple[Store, list[World]]:
    """A store of three writes, and the world at each revision: half, all, some training gone."""
    store = shared
    database = store.engine.dialect.name
    records = list(population(TEACHERS[database], SEEDS[database]))
    half = len(records) // 2
    gone = [r for r in records[half:] if isinstance(r, TrainingPeriod)][::3]
    put(store, *records[:half])
    put(store, *records[half:])
    withdraw(store, *gone)
    whole = World(records)
    return store, [World(), World(records[:half]), whole, whole.without(gone)]


@frozen
class Question:
    check: str
    trn: str
    on: date
    asker: str | None = ""

    def answer(self, world: World) -> Any:
        """The decision, every finding of it, and the facts that each rule read."""
        if self.check == "registration":
            facts: Any = world.ect(self.trn, self.on, None, self.asker)
        else:
            facts = world.mentor(self.trn)
        decision = CATALOGUE.decide(self.check, facts, self.on)
        return astuple(decision), CATALOGUE.reads(decision, facts, self.on)


def questions(world: World) -> Iterator[Question]:
    """Every question about everybody in a world, and about somebody who is not in it."""
    for trn in [*world.teachers, NOBODY]:
        for on in DAYS:
            for asker in ("", None, "100000"):
                yield Question("registration", trn, on, asker)
            for check in ("mentor_funding", "mentor_training"):
                yield Question(check, trn, on)


def test_answers_from_near_are_answers_from_everything(told: tuple[Store, list[World]]) -> None:
    store, worlds = told
    for revision, world in enumerate(worlds[1:], 1):
        with store.snapshot(exactly=revision) as snapshot:
            near = {
                (read, trn): read(snapshot, [trn])
                for read in READS.values()
                for trn in [*world.teachers, NOBODY]
            }
        for question in questions(world):
            read = READS[question.check]
            assert question.answer(near[read, question.trn]) == question.answer(world), question


def test_answers_for_all_at_once_are_answers_for_each(told: tuple[Store, list[World]]) -> None:
    store, worlds = told
    world = worlds[-1]
    everybody = [*world.teachers, NOBODY]
    with store.snapshot() as snapshot:
        at_once = {read: read(snapshot, everybody) for read in READS.values()}
    for question in questions(world):
        found = at_once[READS[question.check]]
        assert question.answer(found) == question.answer(world), question


def test_answers_around_anybody_are_answers_from_everything(
    told: tuple[Store, list[World]],
) -> None:
    store, worlds = told
    world = worlds[-1]
    with store.snapshot() as snapshot:
        around = {trn: snapshot.around(Seeds(trns={trn})) for trn in [*world.teachers, NOBODY]}
    for question in questions(world):
        assert question.answer(around[question.trn]) == question.answer(world), question


# What is read, and the view of it that rules are given.
VIEWS: dict[str, tuple[Callable[[Snapshot, list[str]], World], Callable[..., Any]]] = {
    "registration": (Snapshot.registrations, World.ect),
    "mentor": (Snapshot.mentors, lambda world, trn, _: world.mentor(trn)),
    "mentor and colleagues": (Snapshot.mentor_kinds, lambda world, trn, _: world.mentor_kind(trn)),
    "ECT funding": (Snapshot.ect_fundings, World.ect_funding),
}


@pytest.mark.parametrize("case", VIEWS)
def test_a_view_from_near_is_the_view_from_everything(
    told: tuple[Store, list[World]], case: str
) -> None:
    store, worlds = told
    read, view = VIEWS[case]
    for revision, world in enumerate(worlds):
        everybody = [*world.teachers, NOBODY]
        with store.snapshot(exactly=revision) as snapshot:
            at_once = read(snapshot, everybody)
            for trn in everybody:
                near, around = read(snapshot, [trn]), snapshot.around(Seeds(trns={trn}))
                for on in DAYS:
                    wanted = view(world, trn, on)
                    assert view(near, trn, on) == wanted
                    assert view(around, trn, on) == wanted
                    assert view(at_once, trn, on) == wanted


def test_a_candidate_is_seen_as_from_everything(told: tuple[Store, list[World]]) -> None:
    store, worlds = told
    world = worlds[-1]
    urns = [*world.schools][:4]
    with store.snapshot() as snapshot:
        for trn in [*world.teachers, NOBODY]:
            for urn in urns:
                for near in (
                    snapshot.candidates([trn], [urn]),
                    snapshot.around(Seeds(trns={trn}, urns={urn})),
                ):
                    for view in (World.ect_candidate, World.mentor_candidate):
                        assert view(near, trn, urn, DAYS[2]) == view(world, trn, urn, DAYS[2])


def test_what_an_import_of_anything_looks_at_is_as_in_everything(
    told: tuple[Store, list[World]],
) -> None:
    """Each record again, a little wrong: beside its surroundings and beside everything."""
    store, worlds = told
    world = worlds[-1]
    found = 0
    with store.snapshot() as snapshot:
        for record in [*world.records.values()][::3]:
            for wrong in spoilt(record):
                everything = world.with_records([wrong])
                said = [*references(wrong, everything), *together(wrong, everything, CATALOGUE)]
                for read in (snapshot.around(Seeds().add([wrong])), snapshot.beside([wrong])):
                    near = read.with_records([wrong])
                    assert said == [*references(wrong, near), *together(wrong, near, CATALOGUE)]
                found += bool(said)
    assert found > 50


def spoilt(record: Record) -> Iterator[Record]:
    match record:
        case EctAtSchoolPeriod() | MentorAtSchoolPeriod() | InductionPeriod():
            yield evolve(record, started_on=date(2020, 1, 1), finished_on=None)
            yield evolve(record, id="another")
        case MentorshipPeriod():
            yield evolve(record, started_on=date(2020, 1, 1))
            yield evolve(record, id="another")
        case TrainingPeriod():
            yield evolve(record, contract_period=2025)
        case Declaration():
            yield evolve(record, id="another")
            yield evolve(record, training_period_id="none")
        case EcfEligibility():
            yield evolve(record, id="another")


def test_a_supposed_change_finds_all_that_it_touches(told: tuple[Store, list[World]]) -> None:
    store, worlds = told
    world = worlds[-1]
    changed = 0
    for link in list(world.mentorships.values())[:40]:
        cut = evolve(link, finished_on=max(link.started_on, date(2026, 1, 14)))
        ect = world.ect_periods[link.ect_at_school_period_id]
        mentor = world.mentor_periods[link.mentor_at_school_period_id]
        with store.snapshot() as snapshot:
            found = snapshot.around(Seeds(trns={ect.trn, mentor.trn}).add([cut]))
        near, everything = found.with_records([cut]), world.with_records([cut])
        for check, trn in (
            ("registration", ect.trn),
            ("mentor_funding", mentor.trn),
            ("mentor_training", mentor.trn),
        ):
            question = Question(check, trn, date(2026, 1, 15))
            assert question.answer(near) == question.answer(everything), question
            changed += question.answer(near) != question.answer(world)
    assert changed, "the change matters to somebody"


def test_a_school_is_answered_as_from_everything(told: tuple[Store, list[World]]) -> None:
    store, worlds = told
    for revision, world in enumerate(worlds):
        with store.snapshot(exactly=revision) as snapshot:
            for urn in [*world.schools, "999999"]:
                for near in (snapshot.schools([urn]), snapshot.around(Seeds(urns={urn}))):
                    assert near.school_with_training(urn) == world.school_with_training(urn)


def test_somebody_who_is_supposed_to_come_is_offered_the_mentors_who_are_there(
    told: tuple[Store, list[World]],
) -> None:
    store, worlds = told
    mentor = next(iter(worlds[-1].mentor_periods.values()))
    comes = [Teacher(NOBODY), EctAtSchoolPeriod("new", NOBODY, mentor.urn, DAYS[2])]
    with store.snapshot() as snapshot:
        near = snapshot.around(Seeds(trns={NOBODY}).add(comes)).with_records(comes)
    everything = worlds[-1].with_records(comes)
    assert near.ect(NOBODY, DAYS[2]) == everything.ect(NOBODY, DAYS[2])
    assert near.ect_funding(NOBODY, DAYS[2]) == everything.ect_funding(NOBODY, DAYS[2])
    assert mentor in near.ect(NOBODY, DAYS[2]).mentors_at_school


def test_a_population_has_enough_in_it_to_compare() -> None:
    for database, seed in SEEDS.items():
        teachers = TEACHERS[database]
        world = World(population(teachers, seed))
        statuses = {
            CATALOGUE.decide("registration", world.ect(trn, DAYS[2]), DAYS[2]).status
            for trn in world.teachers
        }
        assert {"COMPLETE", "INCOMPLETE", "NOT_REGISTERED"} <= statuses
        kinds = [world.mentor_kind(trn) for trn in world.teachers]
        assert any(other.declarations for k in kinds for each in k.others for other in each)
        assert any(k.own_ect_training for k in kinds)
        assert any(k.mentor.declarations and k.mentor.ecf for k in kinds)
        assert len([r for r in world.records.values() if isinstance(r, School)]) > 5
        assert len([r for r in world.records.values() if isinstance(r, Teacher)]) == teachers
