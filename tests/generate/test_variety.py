"""The made-up population: in proportion, and with every answer in it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from ect_rules.catalogue import load
from ect_rules.dated import contract_period_of
from ect_rules.facts import (
    EctAtSchoolPeriod,
    GiasStatus,
    InductionStatus,
    MentorAtSchoolPeriod,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.gias import ELIGIBLE_TYPES, INDEPENDENT_TYPES, TYPES
from ect_rules.world import World
from tests.generate.conftest import MANY, TODAY, of


def test_proportions(records, world):
    ects = of(EctAtSchoolPeriod, records)
    people = {p.trn for p in ects}
    mentors = {p.trn for p in of(MentorAtSchoolPeriod, records)}
    schools = of(School, records)
    training = [t for t in of(TrainingPeriod, records) if t.ect_at_school_period_id]
    provided = [t for t in training if t.training_programme is TrainingProgramme.PROVIDER_LED]
    begun = Counter(contract_period_of(p.started_on) for p in ects)
    old = [world.teachers[p.trn] for p in ects if p.started_on < date(2023, 6, 1)]

    def share(things, which) -> float:
        return sum(map(which, things)) / len(things)

    measured = {
        "mentors to an ECT": len(mentors) / len(people),
        "people to a school": MANY / len(schools),
        "ECTs of the newest contract period": begun[2025] / len(ects),
        "ECTs of the oldest contract period": begun[2021] / len(ects),
        "ECTs of the two newest": (begun[2025] + begun[2024]) / len(ects),
        "passed, of those due": share(
            old, lambda t: t.trs_induction_status is InductionStatus.PASSED
        ),
        "never had a mentor": share(ects, lambda p: not world.mentorships_of_ect(p.id)),
        "changed mentor": share(ects, lambda p: len(world.mentorships_of_ect(p.id)) > 1),
        "provider-led": len(provided) / len(training),
        "interrupted": share(provided, lambda t: bool(t.withdrawn_at or t.deferred_at)),
        "not confirmed": share(provided, lambda t: not t.partnership_confirmed),
        "prohibited": share(of(Teacher, records), lambda t: t.prohibited_from_teaching is True),
        "state funded": share(schools, lambda s: s.gias_type in ELIGIBLE_TYPES),
        "independent": share(schools, lambda s: s.gias_type in INDEPENDENT_TYPES),
        "closed": share(schools, lambda s: s.gias_status is GiasStatus.CLOSED),
        "mentors at two schools": len(of(MentorAtSchoolPeriod, records)) / len(mentors) - 1,
        "ECTs at two schools": len(ects) / len(people) - 1,
    }

    for name, (least, most) in BOUNDS.items():
        assert least <= measured[name] <= most, (name, measured[name])
    assert measured.keys() == BOUNDS.keys()
    assert {s.gias_type for s in schools} <= TYPES | {None}


BOUNDS = {
    "mentors to an ECT": (0.36, 0.44),
    "people to a school": (8, 10),
    "ECTs of the newest contract period": (0.32, 0.42),
    "ECTs of the oldest contract period": (0.06, 0.12),
    "ECTs of the two newest": (0.55, 0.70),
    "passed, of those due": (0.82, 0.93),
    "never had a mentor": (0.04, 0.10),
    "changed mentor": (0.06, 0.14),
    "provider-led": (0.79, 0.88),
    "interrupted": (0.04, 0.10),
    "not confirmed": (0.03, 0.10),
    "prohibited": (0.002, 0.012),
    "state funded": (0.91, 0.98),
    "independent": (0.01, 0.05),
    "closed": (0.01, 0.05),
    "mentors at two schools": (0.01, 0.06),
    "ECTs at two schools": (0.02, 0.06),
}


def subjects(check: str, world: World) -> Iterator[object]:
    """Everybody whom the check may be asked about, a stranger among them."""
    stranger = "0000000"
    assert stranger not in world.teachers
    match check:
        case "registration":
            for period in world.ect_periods.values():
                yield world.ect(period.trn, TODAY, period.urn)
            yield from (world.ect(trn, TODAY) for trn in [*world.teachers, stranger])
        case "school_eligibility":
            for school in world.schools.values():
                independent = school.gias_type in INDEPENDENT_TYPES
                look = world.school_with_training if independent else world.school
                yield look(school.urn)
        case _:
            yield from (world.mentor(trn) for trn in [*world.teachers, stranger])


ANSWERS = {
    "registration": {
        "TRN_NOT_KNOWN",
        "NOT_REGISTERED_AS_ECT",
        "LEFT_SCHOOL",
        "LEAVING_SCHOOL",
        "INDUCTION_PASSED",
        "INDUCTION_FAILED",
        "INDUCTION_EXEMPT",
        "MENTOR_ASSIGNED",
        "MENTOR_ASSIGNED_FUTURE",
        "MENTOR_NOT_ASSIGNED",
        "INDUCTION_FAILED_IN_WALES",
    },
    "mentor_funding": {
        "TRN_NOT_KNOWN",
        "NOT_A_MENTOR",
        "PROHIBITED_FROM_TEACHING",
        "TRAINED_IN_EARLY_ROLL_OUT",
        "TRAINING_COMPLETED",
        "TRAINING_STARTED_NOT_COMPLETED",
        "NO_ECT_ASSIGNED",
        "ASSIGNMENT_NOT_STARTED",
        "NOT_AT_A_SCHOOL",
        "SCHOOL_NOT_ELIGIBLE",
        "NO_PROVIDER_LED_ECT",
        "ELIGIBLE",
        "ASSIGNED_ECT_CONCLUDED",
    },
    "mentor_training": {
        "MAY_CONTINUE_WITHOUT_ECT",
        "TWO_YEARS_ACCESS",
        "ELIGIBLE",
    },
    "school_eligibility": {
        "NEW_ECTS_BLOCKED",
        "ACCESS_BLOCKED",
        "MARKED_AS_ELIGIBLE",
        "SCHOOL_CLOSED",
        "NOT_IN_ENGLAND",
        "INDEPENDENT_WITHOUT_SECTION_41",
        "TYPE_NOT_ELIGIBLE",
        "SECTION_41_INDEPENDENT",
        "STATE_FUNDED_OPEN",
    },
}


@pytest.mark.parametrize("check", ANSWERS)
def test_these_answers_occur(world, check):
    catalogue = load()
    decisions = [catalogue.decide(check, facts, TODAY) for facts in subjects(check, world)]
    statuses = {decision.status for decision in decisions}
    codes = {reason.code for d in decisions for reason in (*d.reasons, *d.warnings)}

    linked = catalogue.checks[check]
    assert set(linked.check.statuses) - statuses == set()
    assert ANSWERS[check] - codes == set()


def test_every_state_of_a_mentors_training_occurs(world):
    decisions = (
        load().decide("mentor_training", world.mentor(trn), TODAY) for trn in world.teachers
    )

    assert {dict(d.details)["state"] for d in decisions} == {
        "NOT_STARTED",
        "IN_TRAINING",
        "DEFERRED",
        "WITHDRAWN",
        "FINISHED",
        "COMPLETED",
        "STARTED_NOT_COMPLETED",
    }
