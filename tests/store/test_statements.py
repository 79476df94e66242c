"""How many statements a question costs: the same for one person and for a hundred."""

from collections.abc import Callable

import pytest

from ect_rules.facts import EctAtSchoolPeriod, MentorAtSchoolPeriod, Teacher
from ect_rules.generate import population
from ect_rules.store.snapshot import Seeds, Snapshot
from ect_rules.store.store import Store
from ect_rules.world import World
from tests.store.keeping import put
from tests.store.keeping import sent as sent_to

PEOPLE = list(population(700, 1))


@pytest.fixture(scope="module")
def full(shared: Store) -> Store:
    put(shared, *PEOPLE)
    return shared


def trns(kind: type) -> list[str]:
    """People who are everything that a question can meet first, so that one is as dear as many."""
    world = World(PEOPLE)
    mentored = {m.ect_at_school_period_id for m in world.mentorships.values()}
    mentoring = {m.mentor_at_school_period_id for m in world.mentorships.values()}
    found = {
        record.trn: None
        for record in PEOPLE
        if isinstance(record, kind) and record.id in mentored | mentoring
    }
    return list(found)


# What a question costs at most, whoever it is about.
QUESTIONS: dict[str, tuple[Callable[[Snapshot, list[str]], World], type, int]] = {
    "registrations": (Snapshot.registrations, EctAtSchoolPeriod, 4),
    "mentors": (Snapshot.mentors, MentorAtSchoolPeriod, 10),
    "mentor_kinds": (Snapshot.mentor_kinds, MentorAtSchoolPeriod, 17),
    "ect_fundings": (Snapshot.ect_fundings, EctAtSchoolPeriod, 7),
    "candidates": (lambda s, t: s.candidates(t, {"100000"}), EctAtSchoolPeriod, 9),
    "around": (lambda s, t: s.around(Seeds(trns={*t})), MentorAtSchoolPeriod, 17),
    "about": (lambda s, t: s.about(Seeds(trns={*t})), MentorAtSchoolPeriod, 10),
    "around the schools too": (
        lambda s, t: s.around(Seeds(trns={*t}, urns={"100000"})),
        MentorAtSchoolPeriod,
        18,
    ),
}


@pytest.mark.parametrize("case", QUESTIONS)
def test_a_question_costs_as_many_statements_for_100_people_as_for_1(
    full: Store, case: str
) -> None:
    ask, kind, most = QUESTIONS[case]
    people = trns(kind)[:100]
    assert len(people) == 100
    with full.snapshot() as snapshot:
        alone, costs = [], []
        for trn in people:
            with sent_to(full) as sent:
                alone.append(ask(snapshot, [trn]))
            costs.append(len(sent))
        with sent_to(full) as sent:
            together = ask(snapshot, people)
    # A question that has everybody already saves itself a statement.
    assert len(sent) <= max(costs) == most
    everybody = {name for world in alone for name in world.records}
    assert everybody == together.records.keys()


def test_a_snapshot_costs_one_statement_before_and_one_after(full: Store) -> None:
    with sent_to(full) as sent, full.snapshot() as snapshot:
        assert len(sent) == 1
        snapshot.mentors(trns(MentorAtSchoolPeriod)[:1])
    assert len(sent) <= 2 + QUESTIONS["mentors"][2]


def test_a_write_of_100_costs_as_many_statements_as_a_write_of_1(store: Store) -> None:
    teachers = [r for r in PEOPLE if isinstance(r, Teacher)][:100]
    put(store, *teachers)
    costs = []
    for some in (teachers[:1], teachers[1:]):
        changed = [
            Teacher(t.trn, prohibited_from_teaching=not t.prohibited_from_teaching) for t in some
        ]
        with sent_to(store) as sent:
            put(store, *changed)
        costs.append(len(sent))
    expected = {"sqlite": 9, "postgresql": 8}[
        store.engine.dialect.name
    ]  # SQLite's BEGIN is counted
    assert costs == [expected, expected]
