"""What registering an ECT writes, from day to day."""

import pytest
from attrs import evolve

from ect_rules.changes import register_ect
from ect_rules.facts import EctAtSchoolPeriod, Record, TrainingProgramme
from ect_rules.world import World
from tests.builders import (
    ANOTHER_MENTOR,
    ANOTHER_SCHOOL,
    THE_ECT,
    THE_SCHOOL,
    contract_year,
    day,
    ect_period,
    mentorship,
    teacher,
    training,
)
from tests.core.changes.showing import (
    CATALOGUE,
    ECT,
    PEOPLE,
    TODAY,
    changed,
    ects_training,
    everything,
    refused,
)

NEW_TRAINING = evolve(training("2026-01-15", name="new training"), ect_at_school_period_id="new")


def new_ect(started: str = TODAY, urn: str = ANOTHER_SCHOOL) -> EctAtSchoolPeriod:
    return ect_period(started, urn=urn, name="new")


def registering_ect(world: World, new: EctAtSchoolPeriod) -> World:
    about_it = evolve(NEW_TRAINING, started_on=new.started_on)
    changes = register_ect(new, about_it, day(TODAY), world, CATALOGUE)
    assert all(changed(record, world) for record in changes.put)
    return changes.applied_to(world)


NEW = {"new": "2026-01-15 on", "new training": "2026-01-15 on"}

MOVED: dict[str, tuple[list[Record], dict[str, str]]] = {
    "an ECT who was registered nowhere": ([], NEW),
    "LEAVE-8: open elsewhere: until the day before": (
        [ect_period()],
        NEW | {ECT: "2025-09-01 to 2026-01-14"},
    ),
    "LEAVE-8: elsewhere until the day before: as it was": (
        [ect_period(finished="2026-01-14")],
        NEW | {ECT: "2025-09-01 to 2026-01-14"},
    ),
    "LEAVE-8: elsewhere until the day itself: until the day before": (
        [ect_period(finished="2026-01-15")],
        NEW | {ECT: "2025-09-01 to 2026-01-14"},
    ),
    "LEAVE-8: elsewhere until long ago: as it was": (
        [ect_period("2024-09-01", "2025-07-31")],
        NEW | {ECT: "2024-09-01 to 2025-07-31"},
    ),
    "LEAVE-8: the mentorship and the training there end with it": (
        [ect_period(), mentorship("2025-09-01", name="m"), ects_training("2025-09-01")],
        NEW
        | {
            ECT: "2025-09-01 to 2026-01-14",
            "m": "2025-09-01 to 2026-01-14",
            "the ECT's training": "2025-09-01 to 2026-01-14",
        },
    ),
    "LEAVE-8: a mentorship there from the day before goes": (
        [ect_period(), mentorship("2026-01-14", name="m")],
        NEW | {ECT: "2025-09-01 to 2026-01-14"},
    ),
    "LEAVE-8: a mentorship there from two days before ends the day before": (
        [ect_period(), mentorship("2026-01-13", name="m")],
        NEW | {ECT: "2025-09-01 to 2026-01-14", "m": "2026-01-13 to 2026-01-14"},
    ),
    "elsewhere since two days before": (
        [ect_period("2026-01-13")],
        NEW | {ECT: "2026-01-13 to 2026-01-14"},
    ),
    "here before, and gone since": (
        [ect_period("2025-09-01", "2025-12-31", urn=ANOTHER_SCHOOL)],
        NEW | {ECT: "2025-09-01 to 2025-12-31"},
    ),
    "somebody else is registered here": (
        [ect_period(trn=ANOTHER_MENTOR, urn=ANOTHER_SCHOOL)],
        NEW | {ECT: "2025-09-01 on"},
    ),
}


@pytest.mark.parametrize("case", MOVED)
def test_register_ect(case):
    before, after = MOVED[case]
    assert everything(registering_ect(World([*PEOPLE, *before]), new_ect())) == after


NOT_MOVED: dict[str, tuple[EctAtSchoolPeriod, list[str]]] = {
    "an ECT at this school already": (
        ect_period(urn=ANOTHER_SCHOOL),
        ["ALREADY_ECT_AT_SCHOOL"],
    ),
    "an ECT at this school from a later day": (
        ect_period("2026-09-01", urn=ANOTHER_SCHOOL),
        ["ALREADY_ECT_AT_SCHOOL", "START_NOT_AFTER_PREVIOUS"],
    ),
    "an ECT elsewhere since the day before": (
        ect_period("2026-01-14"),
        ["START_NOT_AFTER_PREVIOUS"],
    ),
    "an ECT elsewhere since the same day": (
        ect_period("2026-01-15"),
        ["START_NOT_AFTER_PREVIOUS"],
    ),
    "an ECT elsewhere from the day after": (
        ect_period("2026-01-16"),
        ["START_NOT_AFTER_PREVIOUS"],
    ),
    "an ECT elsewhere for one day, the day before": (
        ect_period("2026-01-14", "2026-01-14"),
        ["START_NOT_AFTER_PREVIOUS"],
    ),
}


@pytest.mark.parametrize(("before", "because"), NOT_MOVED.values(), ids=NOT_MOVED)
def test_register_ect_is_refused(before, because):
    world = World([*PEOPLE, before])
    assert refused(lambda: registering_ect(world, new_ect())) == because


def test_an_ect_is_refused_with_every_reason_and_nothing_in_doubt_refuses():
    told = evolve(teacher(THE_ECT, induction="Exempt"), prohibited_from_teaching=True)
    for person, because in (
        (told, ["INDUCTION_EXEMPT", "PROHIBITED_FROM_TEACHING", "REGISTRATION_NOT_OPEN"]),
        (teacher(THE_ECT), ["REGISTRATION_NOT_OPEN"]),
    ):
        world = World([person])
        assert refused(lambda w=world: registering_ect(w, new_ect("2026-09-01"))) == because
    assert everything(registering_ect(World([teacher(THE_ECT)]), new_ect())) == NEW


TRAINED: dict[str, tuple[list[Record], int | None]] = {
    "nothing is recorded": ([], None),
    "the current one is recorded": ([contract_year(2025)], 2025),
    "trained before": (
        [
            contract_year(2024),
            contract_year(2025),
            ect_period("2024-09-01"),
            evolve(ects_training("2024-09-01"), contract_period=2024),
        ],
        2024,
    ),
}


@pytest.mark.parametrize(("told", "year"), TRAINED.values(), ids=TRAINED)
def test_training_gets_the_contract_period_that_is_chosen(told, year):
    after = registering_ect(World([*PEOPLE, *told]), new_ect())
    assert after.training["new training"].contract_period == year


def test_training_that_the_school_leads_has_no_contract_period():
    led = evolve(NEW_TRAINING, training_programme=TrainingProgramme.SCHOOL_LED)
    world = World([*PEOPLE, contract_year(2025)])
    changes = register_ect(new_ect(), led, day(TODAY), world, CATALOGUE)
    assert changes.put[-1] == led


def test_a_new_school_does_not_say_that_the_old_one_reported():
    for reporter in (None, THE_SCHOOL):
        world = World([*PEOPLE, ect_period(finished="2026-03-31", reported_by=reporter)])
        after = registering_ect(world, new_ect())
        assert after.ect_periods[ECT].reported_leaving_by_urn == reporter
