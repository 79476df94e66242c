"""Periods before and after, in few words: "first day to last day", or "first day on" if open ended."""

from collections.abc import Callable

import pytest
from attrs import evolve

from ect_rules.catalogue import load
from ect_rules.errors import RefusedError
from ect_rules.facts import MentorshipPeriod, Record, TrainingPeriod
from ect_rules.world import World, key
from tests.builders import (
    ANOTHER_MENTOR,
    THE_ECT,
    THE_MENTOR,
    ect_period,
    mentor_period,
    mentorship,
    teacher,
    training,
)

CATALOGUE = load()
TODAY = "2026-01-15"
ECT, MENTOR = "the ECT's period", "the mentor's period"


def days_of(period) -> str:
    if period.finished_on is None:
        return f"{period.started_on} on"
    return f"{period.started_on} to {period.finished_on}"


def periods(kept: dict[str, Record]) -> dict[str, str]:
    return {name: days_of(record) for name, record in sorted(kept.items())}


def changed(record: Record, world: World) -> bool:
    """Whether putting the record would change the world: what stays is not written again."""
    return world.records.get(key(record)) != record


def everything(world: World) -> dict[str, str]:
    """Every period in a world, by its name."""
    return {
        name: days
        for kind in (world.ect_periods, world.mentor_periods, world.mentorships, world.training)
        for name, days in periods(kind).items()
    }


def refused(call: Callable[[], object]) -> list[str]:
    with pytest.raises(RefusedError) as error:
        call()
    assert all(words.endswith(".") for _, words in error.value.violations)
    return [code for code, _ in error.value.violations]


def by_another(started: str, finished: str | None = None, *, name: str) -> MentorshipPeriod:
    """A mentorship of the ECT with somebody else of the school."""
    made = mentorship(started, finished, name=name)
    return evolve(made, mentor_at_school_period_id="another mentor's period")


ANOTHER = mentor_period("2021-09-01", trn=ANOTHER_MENTOR, name="another mentor's period")
AN_ECT, A_MENTOR = ect_period(), mentor_period()
PEOPLE = [teacher(THE_ECT), teacher(THE_MENTOR), teacher(ANOTHER_MENTOR)]


def ects_training(started: str, finished: str | None = None) -> TrainingPeriod:
    made = training(started, finished, name="the ECT's training")
    return evolve(made, ect_at_school_period_id=ECT)


def mentors_training(started: str, finished: str | None = None) -> TrainingPeriod:
    made = training(started, finished, name="the mentor's training")
    return evolve(made, mentor_at_school_period_id=MENTOR)
