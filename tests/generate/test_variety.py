"""The made-up population: in proportion, and with every answer in it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest

from ect_rules.catalogue import load
from ect_rules.completion import counts
from ect_rules.dated import contract_period_of
from ect_rules.facts import (
    Declaration,
    EcfEligibility,
    EctAtSchoolPeriod,
    GiasStatus,
    InductionPeriod,
    InductionStatus,
    MentorAtSchoolPeriod,
    Record,
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
    of_mentors = [t for t in of(TrainingPeriod, records) if t.mentor_at_school_period_id]
    declarations = of(Declaration, records)
    checked = of(EcfEligibility, records)
    induced = {i.trn for i in of(InductionPeriod, records)}

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
        "ECTs with induction": share(people, induced.__contains__),
        "ECTs with QTS": share(people, lambda trn: world.teachers[trn].qts_held is True),
        "mentors' training declared": share(
            of_mentors, lambda t: any(counts(d) for d in world.declarations_of([t]))
        ),
        "taken back": share(declarations, lambda d: not counts(d)),
        "eligible, of those checked": share(checked, lambda e: e.status == "eligible"),
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
    "ECTs with induction": (0.84, 0.94),
    "ECTs with QTS": (0.93, 0.99),
    "mentors' training declared": (0.75, 0.92),
    "taken back": (0.015, 0.05),
    "eligible, of those checked": (0.84, 0.96),
}


def values_of(hint: Any) -> set[Any]:
    """What a field of that type may hold, where that is a list of values; otherwise nothing."""
    types = set(get_args(hint) or [hint])
    lists = [t for t in types if t is bool or issubclass(t, StrEnum)]
    told = {value for t in lists for value in ((True, False) if t is bool else t)}
    return told | {None} if lists and NoneType in types else told


LISTS = {
    f"{kind.__name__}.{name}": (kind, name, values)
    for kind in get_args(Record)
    for name, hint in get_type_hints(kind).items()
    if (values := values_of(hint))
}
# Nobody leaves these out.
TOLD = {"ContractPeriod.enabled", "EcfEligibility.status", "EcfEligibility.reason"}


@pytest.mark.parametrize("case", LISTS)
def test_every_value_of_a_list_occurs(records, case):
    kind, name, values = LISTS[case]
    found = {getattr(record, name) for record in of(kind, records)}
    assert found == (values - {None} if case in TOLD else values)


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
        case "ect_funding":
            yield from (world.ect_funding(trn, TODAY) for trn in [*world.teachers, stranger])
        case "mentor_kind":
            yield from (world.mentor_kind(trn) for trn in [*world.teachers, stranger])
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
        "ACTIVE_FLAGS",
        "DIFFERENT_TRN",
        "DUPLICATE_RECORD",
        "PREVIOUS_PARTICIPATION",
        "PAYMENTS_FROZEN",
    },
    "ect_funding": {
        "NOT_REGISTERED_AS_ECT",
        "ELIGIBLE",
        "INDUCTION_PASSED",
        "INDUCTION_EXEMPT",
        "PREVIOUS_INDUCTION",
        "NO_INDUCTION",
        "NO_QTS",
        "ACTIVE_FLAGS",
        "PREVIOUS_PARTICIPATION",
        "DIFFERENT_TRN",
        "SCHOOL_NOT_ELIGIBLE",
        "PROHIBITED_FROM_TEACHING",
    },
    "mentor_kind": {
        "NOT_MENTORING",
        "ORDINARY_MENTOR",
        "REPLACEMENT_MENTOR",
        "REPLACING_MENTOR",
        "UNFUNDED_MENTOR",
    },
    "record_retention": {
        "CURRENT_ECT",
        "FUTURE_ECT",
        "IN_TRAINING",
        "FUNDING_EVIDENCE",
        "BILLABLE_DECLARATION",
        "NEVER_ASSIGNED",
        "PREVIOUSLY_ASSIGNED",
    },
    "mentor_training": {
        "CHECKS_NOT_COMPLETE",
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
