"""The made-up population: the same every time, whole and sound."""

import hashlib
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from ect_rules import integrity, tabular
from ect_rules.catalogue import load
from ect_rules.dated import inside, shares_a_day
from ect_rules.errors import InvalidInputError
from ect_rules.facts import (
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.generate import MOST_TEACHERS, population
from ect_rules.world import World
from tests.generate.conftest import TODAY, of

# Changing the generator may change these; a version of Python or another machine may not.
DIGESTS = {
    "teachers.csv": "521cfe30954d103d",
    "schools.csv": "c80b5adf33106c48",
    "ect_at_school_periods.csv": "54f0b8957ed2a1a4",
    "mentor_at_school_periods.csv": "8bc802c8f577ad94",
    "mentorship_periods.csv": "332ce7c255227b2b",
    "training_periods.csv": "d10d6ab603e01ec0",
}


def test_the_same_arguments_give_the_same_records_everywhere(tmp_path):
    tabular.write(tmp_path, population(500, 7), "csv")

    assert {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in tmp_path.iterdir()
    } == DIGESTS


def test_another_seed_gives_other_people():
    one, other = ({t.trn for t in of(Teacher, population(200, seed))} for seed in (1, 2))

    assert len(one & other) < 5


@pytest.mark.parametrize("teachers", [0, 1, 2, 3, 9, 100, 1_234])
def test_there_are_exactly_as_many_teachers_as_wanted(teachers):
    assert len({t.trn for t in of(Teacher, population(teachers, 3))}) == teachers
    assert len(of(Teacher, population(teachers, 3))) == teachers


@pytest.mark.parametrize(("teachers", "seed"), [(-1, 1), (MOST_TEACHERS + 1, 1), (1, -1)])
def test_numbers_out_of_range(teachers, seed):
    with pytest.raises(InvalidInputError):
        next(population(teachers, seed))


def test_memory_does_not_grow_with_the_population():
    def peak(teachers: int) -> int:
        tracemalloc.start()
        for _ in population(teachers, 1):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(100)  # what is made once
    assert peak(4_000) < peak(400) + 200_000


def test_every_key_is_there_once(records):
    keys = Counter(
        record.trn
        if isinstance(record, Teacher)
        else record.urn
        if isinstance(record, School)
        else record.id
        for record in records
    )

    assert keys.most_common(1)[0][1] == 1


def test_a_record_comes_after_those_that_it_names(records):
    seen: set[str] = set()
    for record in records:
        match record:
            case Teacher():
                seen.add(record.trn)
            case School():
                seen.add(record.urn)
            case EctAtSchoolPeriod() | MentorAtSchoolPeriod():
                assert {record.trn, record.urn} <= seen
                seen.add(record.id)
            case MentorshipPeriod():
                named = {record.ect_at_school_period_id, record.mentor_at_school_period_id}
                assert named <= seen
            case TrainingPeriod():
                ids = {record.ect_at_school_period_id, record.mentor_at_school_period_id}
                assert ids - {None} <= seen


def wrong(records: list[Record]) -> Iterator[tuple[Record, str]]:
    """What the import of these records would refuse."""
    world = World(records)
    for record in records:
        problems = [
            *integrity.alone(record),
            *integrity.references(record, world),
            *integrity.together(record, world, load()),
        ]
        yield from ((record, problem.reason) for problem in problems)


@pytest.mark.parametrize(
    "today",
    [TODAY, date(2024, 2, 29), date(2025, 5, 31), date(2025, 6, 1), date(2025, 9, 1)],
    ids=str,
)
def test_it_can_be_imported(today):
    assert [*wrong(list(population(2_000, 5, today)))] == []


def test_plainly_an_ect_is_at_one_school_and_has_one_mentor_at_a_time(records):
    groups = defaultdict(list)
    for period in of(EctAtSchoolPeriod, records):
        groups[period.trn].append(period)
    for mentorship in of(MentorshipPeriod, records):
        groups[mentorship.ect_at_school_period_id].append(mentorship)
    for training in of(TrainingPeriod, records):
        trainee = training.ect_at_school_period_id or training.mentor_at_school_period_id
        groups[f"training of {trainee}"].append(training)

    for periods in groups.values():
        for one, other in pairwise(sorted(periods, key=lambda p: p.started_on)):
            assert not shares_a_day(one, other), (one, other)
    assert sum(len(periods) > 1 for periods in groups.values()) > 200


def test_plainly_mentorships_are_inside_both_periods_at_one_school(records, world):
    for mentorship in of(MentorshipPeriod, records):
        ect = world.ect_periods[mentorship.ect_at_school_period_id]
        mentor = world.mentor_periods[mentorship.mentor_at_school_period_id]
        assert ect.urn == mentor.urn
        assert ect.trn != mentor.trn
        assert inside(mentorship, ect)
        assert inside(mentorship, mentor)


def test_training_is_inside_the_time_at_the_school_and_a_mentors_is_provider_led(records, world):
    for training in of(TrainingPeriod, records):
        ect_id, mentor_id = training.ect_at_school_period_id, training.mentor_at_school_period_id
        assert inside(
            training, world.ect_periods[ect_id] if ect_id else world.mentor_periods[mentor_id]
        )
        assert not mentor_id or training.training_programme is TrainingProgramme.PROVIDER_LED
        provided = training.training_programme is TrainingProgramme.PROVIDER_LED
        assert (training.lead_provider is not None) is provided
        assert (training.contract_period is not None) is provided


def test_nothing_has_happened_that_is_still_to_come(records):
    furthest = TODAY + timedelta(125)  # a last day is known at most four months ahead
    for record in records:
        if isinstance(record, Teacher):
            assert record.mentor_became_ineligible_for_funding_on is None or (
                record.mentor_became_ineligible_for_funding_on <= TODAY
            )
        elif isinstance(record, EctAtSchoolPeriod | MentorAtSchoolPeriod):
            assert record.finished_on is None or record.finished_on < furthest
            assert record.reported_leaving_by_urn in (None, record.urn)
        elif isinstance(record, TrainingPeriod):
            for instant in (record.withdrawn_at, record.deferred_at):
                assert instant is None or instant.date() <= TODAY
