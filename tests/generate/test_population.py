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
from ect_rules.completion import counts
from ect_rules.dated import inside, london_day, shares_a_day
from ect_rules.errors import InvalidInputError
from ect_rules.facts import (
    ContractPeriod,
    Declaration,
    EcfEligibility,
    EctAtSchoolPeriod,
    InductionPeriod,
    InductionStatus,
    MentorAtSchoolPeriod,
    MentorLostFundingReason,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.generate import MOST_TEACHERS, population
from ect_rules.world import World, key
from tests.generate.conftest import TODAY, of

# Changing the generator may change these; a version of Python or another machine may not.
DIGESTS = {
    "teachers.csv": "9df13a9a549ded52",
    "schools.csv": "a4efbe95ed60e653",
    "ect_at_school_periods.csv": "410d9d3115dfe9e9",
    "mentor_at_school_periods.csv": "dbb6a79041a28a4f",
    "mentorship_periods.csv": "976d25957978a16c",
    "training_periods.csv": "4e2f2222d33b2440",
    "induction_periods.csv": "db96fb321eb86a00",
    "declarations.csv": "578eff7af3b4ec61",
    "contract_periods.csv": "f7ed4db20baf7d20",
    "ecf_eligibilities.csv": "8afe5489e014537f",
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
    keys = Counter(name for _, name in map(key, records))

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
                seen.add(record.id)
            case InductionPeriod() | EcfEligibility():
                assert record.trn in seen
            case Declaration():
                assert record.training_period_id in seen
            case ContractPeriod():
                assert not seen


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
    for induction in of(InductionPeriod, records):
        groups[f"induction of {induction.trn}"].append(induction)
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


def test_induction_goes_as_the_national_register_says(records, world):
    outcomes = {InductionStatus.PASSED: "pass", InductionStatus.FAILED: "fail"}
    for induction in of(InductionPeriod, records):
        if induction.outcome is not None:
            status = world.teachers[induction.trn].trs_induction_status
            assert induction.outcome == outcomes[status]
    for teacher in of(Teacher, records):
        if teacher.qts_awarded_on is not None:
            starts = [p.started_on for p in world.ect_registrations(teacher.trn)]
            assert all(teacher.qts_awarded_on < day for day in starts)


def test_declarations_are_of_mentors_training_while_it_ran(records, world):
    for declaration in of(Declaration, records):
        training = world.training[declaration.training_period_id]
        assert training.mentor_at_school_period_id
        assert training.partnership_confirmed
        day = london_day(declaration.declaration_date)
        assert day >= training.started_on
        assert training.finished_on is None or day <= training.finished_on


def test_who_completed_has_a_declaration_of_it_that_counts(records, world):
    completed = MentorLostFundingReason.COMPLETED_DECLARATION_RECEIVED
    told = 0
    for trn in world.teachers:
        facts = world.mentor(trn)
        stored = facts.teacher.mentor_became_ineligible_for_funding_reason
        if facts.declarations and stored is completed:
            assert facts.lost.on == facts.teacher.mentor_became_ineligible_for_funding_on
            told += 1
        if facts.lost and facts.lost.reason is completed and facts.declarations:
            assert "completed" in [d.declaration_type for d in facts.declarations if counts(d)]
    assert told > 100


def test_the_earlier_service_checked_the_people_of_its_time(records, world):
    for role, kind in (("ect", EctAtSchoolPeriod), ("mentor", MentorAtSchoolPeriod)):
        held = {e.trn for e in of(EcfEligibility, records) if e.role == role}
        there = {p.trn for p in of(kind, records)}
        in_its_time = {p.trn for p in of(kind, records) if p.started_on < date(2025, 6, 1)}
        assert held & there <= in_its_time
        assert len(held & there) > 0.9 * len(in_its_time)
        if role == "ect":
            assert held <= there


def test_contract_periods_are_frozen_from_the_days_that_are_known():
    found = {
        today: [
            (c.year, c.enabled, c.payments_frozen_at and london_day(c.payments_frozen_at))
            for c in of(ContractPeriod, population(0, 1, today))
        ]
        for today in (date(2024, 6, 17), date(2024, 6, 18), TODAY)
    }
    frozen = (2021, False, date(2024, 6, 18))
    later = [(2022, True, None), (2023, True, None), (2024, True, None), (2025, False, None)]
    assert found == {
        date(2024, 6, 17): [(2021, True, None), *later],
        date(2024, 6, 18): [frozen, *later],
        TODAY: [
            frozen,
            (2022, False, date(2025, 6, 16)),
            *((year, True, None) for year in (2023, 2024, 2025)),
            (2026, False, None),
        ],
    }


def test_nothing_has_happened_that_is_still_to_come(records):
    furthest = TODAY + timedelta(125)  # a last day is known at most four months ahead
    for record in records:
        if isinstance(record, Teacher):
            for day in (
                record.mentor_became_ineligible_for_funding_on,
                record.qts_awarded_on,
                record.ect_became_ineligible_for_funding_on,
            ):
                assert day is None or day <= TODAY
            for instant in (
                record.ect_first_became_eligible_for_training_at,
                record.mentor_first_became_eligible_for_training_at,
            ):
                assert instant is None or london_day(instant) <= TODAY
        elif isinstance(record, Declaration):
            assert london_day(record.declaration_date) <= TODAY
        elif isinstance(record, InductionPeriod):
            assert record.finished_on is None or record.finished_on <= TODAY
        elif isinstance(record, EctAtSchoolPeriod | MentorAtSchoolPeriod):
            assert record.finished_on is None or record.finished_on < furthest
            assert record.reported_leaving_by_urn in (None, record.urn)
        elif isinstance(record, TrainingPeriod):
            for instant in (record.withdrawn_at, record.deferred_at):
                assert instant is None or instant.date() <= TODAY
