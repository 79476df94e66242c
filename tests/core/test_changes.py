"""What the journeys write: assigning, registering, leaving and ending, from day to day.

Periods are shown as "first day to last day", or "first day on" where they are open ended.
"""

from collections.abc import Callable, Iterable
from datetime import date

import pytest
from attrs import evolve, frozen

from ect_rules.catalogue import load
from ect_rules.changes import (
    Changes,
    assign,
    end_mentorship,
    leave,
    register_ect,
    register_mentor,
)
from ect_rules.errors import NotFoundError, RefusedError
from ect_rules.facts import (
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.world import World, key
from tests.builders import (
    ANOTHER_MENTOR,
    ANOTHER_SCHOOL,
    EARLY_ROLL_OUT,
    THE_ECT,
    THE_MENTOR,
    THE_SCHOOL,
    day,
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


@frozen
class Assigned:
    """An assignment of the mentor on a day.

    `outcome`: every mentorship of the ECT after it, or why it is refused.
    """

    outcome: dict[str, str] | list[str]
    ect: EctAtSchoolPeriod = AN_ECT
    mentor: MentorAtSchoolPeriod = A_MENTOR
    before: Iterable[MentorshipPeriod] = ()
    moving_here: bool = False


ASSIGNED = {
    "ASSIGN-1: both are at the school: from today": Assigned({"new": "2026-01-15 on"}),
    "ASSIGN-1: the ECT started yesterday: from today": Assigned(
        {"new": "2026-01-15 on"}, ect=ect_period("2026-01-14")
    ),
    "ASSIGN-1: the ECT starts today: from today": Assigned(
        {"new": "2026-01-15 on"}, ect=ect_period("2026-01-15")
    ),
    "ASSIGN-1: the ECT starts tomorrow: from tomorrow": Assigned(
        {"new": "2026-01-16 on"}, ect=ect_period("2026-01-16")
    ),
    "ASSIGN-1: the mentor started yesterday: from today": Assigned(
        {"new": "2026-01-15 on"}, mentor=mentor_period("2026-01-14")
    ),
    "ASSIGN-1: the mentor starts today: from today": Assigned(
        {"new": "2026-01-15 on"}, mentor=mentor_period("2026-01-15")
    ),
    "ASSIGN-1: the mentor starts tomorrow: from tomorrow": Assigned(
        {"new": "2026-01-16 on"}, mentor=mentor_period("2026-01-16")
    ),
    "ASSIGN-1: both start later: from the later of the two": Assigned(
        {"new": "2026-03-02 on"}, ect=ect_period("2026-03-01"), mentor=mentor_period("2026-03-02")
    ),
    "ASSIGN-2: the mentor moves here: from the day on which both are here": Assigned(
        {"new": "2026-01-12 on"}, mentor=mentor_period("2026-01-12"), moving_here=True
    ),
    "ASSIGN-2: the mentor moves here: from the ECT's first day, where that is later": Assigned(
        {"new": "2026-01-13 on"},
        ect=ect_period("2026-01-13"),
        mentor=mentor_period("2026-01-12"),
        moving_here=True,
    ),
    "ASSIGN-2: the mentor moves here later: from then": Assigned(
        {"new": "2026-02-02 on"}, mentor=mentor_period("2026-02-02"), moving_here=True
    ),
    "ASSIGN-2: the mentor moves here and the ECT has had one: from today": Assigned(
        {"new": "2026-01-15 on", "old": "2025-09-01 to 2025-09-30"},
        mentor=mentor_period("2026-01-12"),
        before=[by_another("2025-09-01", "2025-09-30", name="old")],
        moving_here=True,
    ),
    "ASSIGN-2: the mentor moves here and the ECT is to have one: from today, in its place": Assigned(
        {"new": "2026-01-15 on"},
        mentor=mentor_period("2026-01-12"),
        before=[by_another("2026-02-01", name="old")],
        moving_here=True,
    ),
    "ASSIGN-3: the ECT leaves first: until then": Assigned(
        {"new": "2026-01-15 to 2026-07-30"},
        ect=ect_period(finished="2026-07-30"),
        mentor=mentor_period(finished="2026-07-31"),
    ),
    "ASSIGN-3: the mentor leaves first: until then": Assigned(
        {"new": "2026-01-15 to 2026-07-30"},
        ect=ect_period(finished="2026-07-31"),
        mentor=mentor_period(finished="2026-07-30"),
    ),
    "ASSIGN-3: only the ECT leaves": Assigned(
        {"new": "2026-01-15 to 2026-07-31"}, ect=ect_period(finished="2026-07-31")
    ),
    "ASSIGN-3: only the mentor leaves": Assigned(
        {"new": "2026-01-15 to 2026-07-31"}, mentor=mentor_period(finished="2026-07-31")
    ),
    "ASSIGN-3: the mentor leaves today: for one day": Assigned(
        {"new": "2026-01-15 to 2026-01-15"}, mentor=mentor_period(finished="2026-01-15")
    ),
    "ASSIGN-4: another is mentor since before: until the day before": Assigned(
        {"new": "2026-01-15 on", "old": "2025-09-01 to 2026-01-14"},
        before=[by_another("2025-09-01", name="old")],
    ),
    "ASSIGN-4: another is mentor since yesterday: for one day": Assigned(
        {"new": "2026-01-15 on", "old": "2026-01-14 to 2026-01-14"},
        before=[by_another("2026-01-14", name="old")],
    ),
    "ASSIGN-4: another is mentor from today: not at all": Assigned(
        {"new": "2026-01-15 on"}, before=[by_another("2026-01-15", name="old")]
    ),
    "ASSIGN-4: another is mentor from tomorrow: not at all": Assigned(
        {"new": "2026-01-15 on"}, before=[by_another("2026-01-16", name="old")]
    ),
    "ASSIGN-4: another was mentor until yesterday: as it was": Assigned(
        {"new": "2026-01-15 on", "old": "2025-09-01 to 2026-01-14"},
        before=[by_another("2025-09-01", "2026-01-14", name="old")],
    ),
    "ASSIGN-4: another is mentor until today: until yesterday": Assigned(
        {"new": "2026-01-15 on", "old": "2025-09-01 to 2026-01-14"},
        before=[by_another("2025-09-01", "2026-01-15", name="old")],
    ),
    "ASSIGN-4: the next mentor comes once another has gone: that end stays": Assigned(
        {"new": "2026-03-01 on", "old": "2025-09-01 to 2026-01-31"},
        mentor=mentor_period("2026-03-01"),
        before=[by_another("2025-09-01", "2026-01-31", name="old")],
    ),
    "ASSIGN-4: the next mentor comes the day after another goes": Assigned(
        {"new": "2026-03-01 on", "old": "2025-09-01 to 2026-02-28"},
        mentor=mentor_period("2026-03-01"),
        before=[by_another("2025-09-01", "2026-02-28", name="old")],
    ),
    "ASSIGN-4: the mentor is the same: a new mentorship from today": Assigned(
        {"new": "2026-01-15 on", "old": "2025-09-01 to 2026-01-14"},
        before=[mentorship("2025-09-01", name="old")],
    ),
    "ASSIGN-5: only the current one is touched": Assigned(
        {
            "new": "2026-01-15 to 2026-01-31",
            "next": "2026-02-01 on",
            "old": "2025-09-01 to 2026-01-14",
        },
        mentor=mentor_period(finished="2026-01-31"),
        before=[
            by_another("2025-09-01", "2026-01-20", name="old"),
            by_another("2026-02-01", name="next"),
        ],
    ),
    "ASSIGN-5: of two to come only the first is touched": Assigned(
        {"after": "2026-04-01 on", "new": "2026-01-15 to 2026-03-31"},
        mentor=mentor_period(finished="2026-03-31"),
        before=[
            by_another("2026-02-01", "2026-03-31", name="next"),
            by_another("2026-04-01", name="after"),
        ],
    ),
}


def assigning(case: Assigned) -> tuple[World, Changes]:
    world = World([*PEOPLE, case.ect, case.mentor, ANOTHER, *case.before])
    made, changes = assign(
        case.ect.id, case.mentor.id, "new", case.moving_here, day(TODAY), world, CATALOGUE
    )
    assert made in changes.put
    return world, changes


@pytest.mark.parametrize("case", ASSIGNED.values(), ids=ASSIGNED)
def test_assign(case):
    world, changes = assigning(case)
    after = changes.applied_to(world)
    assert periods(after.mentorships) == case.outcome
    mentors = {"new": MENTOR} | {old.id: old.mentor_at_school_period_id for old in case.before}
    for name, period in after.mentorships.items():
        assert period.ect_at_school_period_id == ECT
        assert period.mentor_at_school_period_id == mentors[name]


UNASSIGNABLE = {
    "the mentor is the ECT": Assigned(["SELF_MENTORING"], mentor=mentor_period(trn=THE_ECT)),
    "the mentor is at another school": Assigned(
        ["DIFFERENT_SCHOOL"], mentor=mentor_period(urn=ANOTHER_SCHOOL)
    ),
    "both at once are both said": Assigned(
        ["SELF_MENTORING", "DIFFERENT_SCHOOL"],
        mentor=mentor_period(trn=THE_ECT, urn=ANOTHER_SCHOOL),
    ),
    "the mentor left yesterday": Assigned(
        ["ENDS_BEFORE_START"], mentor=mentor_period(finished="2026-01-14")
    ),
    "the ECT left yesterday": Assigned(
        ["ENDS_BEFORE_START"], ect=ect_period(finished="2026-01-14")
    ),
    "the mentor comes the day after the ECT has gone": Assigned(
        ["ENDS_BEFORE_START"],
        ect=ect_period(finished="2026-02-28"),
        mentor=mentor_period("2026-03-01"),
    ),
    "ASSIGN-5: the one after the next mentor starts on the last day": Assigned(
        ["OVERLAPS_OTHER_MENTORSHIP"],
        mentor=mentor_period(finished="2026-02-01"),
        before=[
            by_another("2025-09-01", "2026-01-31", name="old"),
            by_another("2026-02-01", name="next"),
        ],
    ),
    "ASSIGN-5: the one after the next mentor stands in the way of an open end": Assigned(
        ["OVERLAPS_OTHER_MENTORSHIP"],
        before=[
            by_another("2026-02-01", "2026-03-31", name="next"),
            by_another("2099-01-01", name="after"),
        ],
    ),
    "ASSIGN-2: back to before another's mentorship, which has ended": Assigned(
        ["ENDS_BEFORE_START"],
        mentor=mentor_period("2025-09-01", "2025-10-31"),
        before=[by_another("2025-11-01", "2025-12-31", name="old")],
        moving_here=True,
    ),
}


@pytest.mark.parametrize("case", UNASSIGNABLE.values(), ids=UNASSIGNABLE)
def test_assign_is_refused_and_says_every_reason(case):
    assert refused(lambda: assigning(case)) == case.outcome


def test_assign_leaves_the_world_that_it_was_given_alone():
    world = World([*PEOPLE, ect_period(), mentor_period(), ANOTHER, by_another(TODAY, name="old")])
    before = dict(world.records)
    assign(ECT, MENTOR, "new", False, day(TODAY), world, CATALOGUE)
    assert world.records == before


def test_assign_says_which_of_the_two_is_not_there():
    world = World([*PEOPLE, ect_period(), mentor_period()])
    for ect, mentor, reason in (
        ("nobody's", MENTOR, "ECT_NOT_FOUND"),
        (MENTOR, ECT, "ECT_NOT_FOUND"),
        (ECT, "nobody's", "MENTOR_NOT_FOUND"),
    ):
        with pytest.raises(NotFoundError) as error:
            assign(ect, mentor, "new", False, day(TODAY), world, CATALOGUE)
        assert error.value.reason == reason


# Leaving. The last day is 2026-01-15 throughout.


@frozen
class Left:
    """What hangs on a period, and every period after it is ended on 2026-01-15."""

    after: dict[str, str]
    hanging: Iterable[Record] = ()
    period: EctAtSchoolPeriod | MentorAtSchoolPeriod = AN_ECT


def ects_training(started: str, finished: str | None = None) -> TrainingPeriod:
    made = training(started, finished, name="the ECT's training")
    return evolve(made, ect_at_school_period_id=ECT)


def mentors_training(started: str, finished: str | None = None) -> TrainingPeriod:
    made = training(started, finished, name="the mentor's training")
    return evolve(made, mentor_at_school_period_id=MENTOR)


ECT_LEFT, MENTOR_LEFT = {ECT: "2025-09-01 to 2026-01-15"}, {MENTOR: "2024-09-01 to 2026-01-15"}

LEFT = {
    "LEAVE-1: a mentorship from the day before ends on the day": Left(
        ECT_LEFT | {"m": "2026-01-14 to 2026-01-15"}, [mentorship("2026-01-14", name="m")]
    ),
    "LEAVE-1: a mentorship from the day goes": Left(ECT_LEFT, [mentorship("2026-01-15", name="m")]),
    "LEAVE-1: a mentorship of that day alone goes": Left(
        ECT_LEFT, [mentorship("2026-01-15", "2026-01-15", name="m")]
    ),
    "LEAVE-1: a mentorship from the day after goes": Left(
        ECT_LEFT, [mentorship("2026-01-16", name="m")]
    ),
    "LEAVE-1: training from the day before ends on the day": Left(
        ECT_LEFT | {"the ECT's training": "2026-01-14 to 2026-01-15"}, [ects_training("2026-01-14")]
    ),
    "LEAVE-1: training from the day goes": Left(ECT_LEFT, [ects_training("2026-01-15")]),
    "LEAVE-1: training from the day after goes": Left(ECT_LEFT, [ects_training("2026-01-16")]),
    "LEAVE-2: open ended ones end on the day": Left(
        ECT_LEFT
        | {"m": "2025-09-01 to 2026-01-15", "the ECT's training": "2025-09-01 to 2026-01-15"},
        [mentorship("2025-09-01", name="m"), ects_training("2025-09-01")],
    ),
    "LEAVE-2: ones that end the day after end on the day": Left(
        ECT_LEFT
        | {"m": "2025-09-01 to 2026-01-15", "the ECT's training": "2025-09-01 to 2026-01-15"},
        [
            mentorship("2025-09-01", "2026-01-16", name="m"),
            ects_training("2025-09-01", "2026-01-16"),
        ],
    ),
    "LEAVE-3: ones that end on the day stay": Left(
        ECT_LEFT
        | {"m": "2025-09-01 to 2026-01-15", "the ECT's training": "2025-09-01 to 2026-01-15"},
        [
            mentorship("2025-09-01", "2026-01-15", name="m"),
            ects_training("2025-09-01", "2026-01-15"),
        ],
    ),
    "LEAVE-3: ones that ended the day before stay": Left(
        ECT_LEFT
        | {"m": "2025-09-01 to 2026-01-14", "the ECT's training": "2025-09-01 to 2026-01-14"},
        [
            mentorship("2025-09-01", "2026-01-14", name="m"),
            ects_training("2025-09-01", "2026-01-14"),
        ],
    ),
    "LEAVE-4: a period that ended the day before stays so": Left(
        {ECT: "2025-09-01 to 2026-01-14"}, period=ect_period(finished="2026-01-14")
    ),
    "LEAVE-4: a period that ends on the day stays so": Left(
        ECT_LEFT, period=ect_period(finished="2026-01-15")
    ),
    "LEAVE-4: a period that ends the day after ends on the day": Left(
        ECT_LEFT, period=ect_period(finished="2026-01-16")
    ),
    "LEAVE-5: a mentorship ends when the ECT has gone, the day before": Left(
        MENTOR_LEFT | {"m": "2025-09-01 to 2026-01-14"},
        [mentorship("2025-09-01", "2026-01-14", name="m")],
        period=A_MENTOR,
    ),
    "LEAVE-5: a mentorship ends when the mentor has gone, before the ECT does": Left(
        MENTOR_LEFT | {"m": "2025-09-01 to 2026-01-15"},
        [mentorship("2025-09-01", "2026-01-16", name="m")],
        period=A_MENTOR,
    ),
    "LEAVE-5: each of a mentor's mentorships by itself": Left(
        MENTOR_LEFT
        | {
            "first": "2024-09-01 to 2025-07-31",
            "second": "2025-09-01 to 2026-01-15",
            "third": "2025-09-01 to 2026-01-15",
        },
        [
            mentorship("2024-09-01", "2025-07-31", name="first"),
            mentorship("2025-09-01", name="second"),
            mentorship("2025-09-01", "2026-07-31", name="third"),
            mentorship("2026-02-01", name="fourth"),
        ],
        period=A_MENTOR,
    ),
    "a mentor's training ends on the day": Left(
        MENTOR_LEFT | {"the mentor's training": "2025-09-01 to 2026-01-15"},
        [mentors_training("2025-09-01")],
        period=A_MENTOR,
    ),
    "an ECT who leaves takes no training of a mentor along": Left(
        ECT_LEFT | {"the mentor's training": "2025-09-01 on"}, [mentors_training("2025-09-01")]
    ),
    "a mentor who leaves takes no training of an ECT along": Left(
        MENTOR_LEFT | {"the ECT's training": "2025-09-01 on"},
        [ects_training("2025-09-01")],
        period=A_MENTOR,
    ),
}


@pytest.mark.parametrize("case", LEFT.values(), ids=LEFT)
def test_leave(case):
    world = World([case.period, *case.hanging])
    changes = leave(case.period, day(TODAY), None, world)
    assert everything(changes.applied_to(world)) == case.after
    assert all(changed(r, world) for r in changes.put if r != case.period)


REPORTED = {
    "LEAVE-6: a school reports": (None, THE_SCHOOL, THE_SCHOOL),
    "LEAVE-6: nobody reports": (None, None, None),
    "LEAVE-4: another school reports after the first": (ANOTHER_SCHOOL, THE_SCHOOL, THE_SCHOOL),
}


@pytest.mark.parametrize("finished", ["2026-01-14", "2026-01-15", None])
@pytest.mark.parametrize(("before", "reporter", "after"), REPORTED.values(), ids=REPORTED)
def test_leave_stores_who_reported(before, reporter, after, finished):
    period = ect_period(finished=finished, reported_by=before)
    world = leave(period, day(TODAY), reporter, World([period])).applied_to(World([period]))
    assert world.ect_periods[ECT].reported_leaving_by_urn == after


MENTOR_LEAVES = {
    "2026-01-14": "COMPLETE",
    "2026-01-15": "COMPLETE",
    "2026-01-16": "INCOMPLETE",
}


@pytest.mark.parametrize("on", MENTOR_LEAVES)
def test_the_ects_of_a_mentor_who_leaves_are_incomplete_the_day_after(on):
    world = World([*PEOPLE, ect_period(), A_MENTOR, mentorship("2025-09-01")])
    after = leave(A_MENTOR, day(TODAY), THE_SCHOOL, world).applied_to(world)
    decision = CATALOGUE.decide("registration", after.ect(THE_ECT, day(on)), day(on))
    assert decision.status == MENTOR_LEAVES[on]


# Registering an ECT.

NEW_TRAINING = evolve(training("2026-01-15", name="new training"), ect_at_school_period_id="new")


def new_ect(started: str = TODAY, urn: str = ANOTHER_SCHOOL) -> EctAtSchoolPeriod:
    return ect_period(started, urn=urn, name="new")


def registering_ect(world: World, new: EctAtSchoolPeriod) -> World:
    about_it = evolve(NEW_TRAINING, started_on=new.started_on)
    changes = register_ect(new, about_it, world)
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
        ["ALREADY_ECT_AT_SCHOOL"],
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


def test_a_new_school_does_not_say_that_the_old_one_reported():
    for reporter in (None, THE_SCHOOL):
        world = World([*PEOPLE, ect_period(finished="2026-03-31", reported_by=reporter)])
        after = registering_ect(world, new_ect())
        assert after.ect_periods[ECT].reported_leaving_by_urn == reporter


# Registering a mentor.

OFFERED = training("2026-01-01", name="new training")
NEW_MENTOR, NEW_MENTORSHIP, NEW_MENTORS_TRAINING = "new", "new mentorship", "new training"


@frozen
class Registered:
    """A registration of THE_MENTOR.

    `outcome`: every period of theirs after it, or why it is refused.
    """

    outcome: dict[str, str] | list[str]
    started: str = TODAY
    here_only: bool = False
    elsewhere: Iterable[Record] = ()
    ect: EctAtSchoolPeriod = AN_ECT
    ects_training: Iterable[TrainingPeriod] = (ects_training("2025-09-01"),)
    before: Iterable[MentorshipPeriod] = ()
    lost: str | None = None


def registering(case: Registered) -> tuple[MentorshipPeriod, World]:
    people = [teacher(THE_ECT), teacher(ANOTHER_MENTOR)]
    mentor = teacher(THE_MENTOR, lost=case.lost, lost_on="2025-01-01" if case.lost else None)
    world = World(
        [*people, mentor, case.ect, *case.ects_training, ANOTHER, *case.elsewhere, *case.before]
    )
    period = MentorAtSchoolPeriod(NEW_MENTOR, THE_MENTOR, "", day(case.started))
    made, changes = register_mentor(
        period,
        case.ect.id,
        NEW_MENTORSHIP,
        OFFERED,
        case.here_only,
        day(TODAY),
        world,
        CATALOGUE,
    )
    after = changes.applied_to(world)
    assert after.mentorships[NEW_MENTORSHIP] == made
    assert after.mentor_periods[NEW_MENTOR].urn == THE_SCHOOL, "the ECT's"
    return made, after


def of_the_mentor(world: World) -> dict[str, str]:
    found = {p.id: p for p in world.mentor_periods_of(THE_MENTOR)}
    links = {m.id: m for p in found for m in world.mentorships_of_mentor(p)}
    trained = {t.id: t for p in found.values() for t in world.training_of(p)}
    return periods({**found, **links, **trained})


ELSEWHERE = mentor_period(urn=ANOTHER_SCHOOL)
ALL_NEW = {
    NEW_MENTOR: "2026-01-15 on",
    NEW_MENTORSHIP: "2026-01-15 on",
    NEW_MENTORS_TRAINING: "2026-01-15 on",
}
UNTRAINED = {NEW_MENTOR: "2026-01-15 on", NEW_MENTORSHIP: "2026-01-15 on"}

REGISTERED = {
    "a mentor who is nowhere yet: all from today": Registered(ALL_NEW),
    "from a day before: the mentorship and the training from today": Registered(
        ALL_NEW | {NEW_MENTOR: "2026-01-14 on"}, started="2026-01-14"
    ),
    "from a day after: all from then": Registered(
        dict.fromkeys(ALL_NEW, "2026-01-16 on"), started="2026-01-16"
    ),
    "the ECT starts later: mentorship and training from then": Registered(
        {
            NEW_MENTOR: "2026-01-15 on",
            NEW_MENTORSHIP: "2026-02-01 on",
            NEW_MENTORS_TRAINING: "2026-02-01 on",
        },
        ect=ect_period("2026-02-01"),
        ects_training=[ects_training("2026-02-01")],
    ),
    "the ECT leaves: the mentorship ends with it": Registered(
        ALL_NEW | {NEW_MENTORSHIP: "2026-01-15 to 2026-07-31"},
        ect=ect_period(finished="2026-07-31"),
        ects_training=[ects_training("2025-09-01", "2026-07-31")],
    ),
    "the ECT's training is led by the school: no training": Registered(
        UNTRAINED,
        ects_training=[
            evolve(
                ects_training("2025-09-01"),
                training_programme=TrainingProgramme.SCHOOL_LED,
            )
        ],
    ),
    "the ECT has no training: no training": Registered(UNTRAINED, ects_training=[]),
    "the ECT's training ended yesterday: no training": Registered(
        UNTRAINED, ects_training=[ects_training("2025-09-01", "2026-01-14")]
    ),
    "the ECT's training ends today: training": Registered(
        ALL_NEW, ects_training=[ects_training("2025-09-01", "2026-01-15")]
    ),
    "the ECT's training starts tomorrow: training": Registered(
        ALL_NEW, ects_training=[ects_training("2026-01-16")]
    ),
    "funding is lost: no training": Registered(UNTRAINED, lost=EARLY_ROLL_OUT),
    "a mentor elsewhere who stays there: no training, and nothing changes there": Registered(
        UNTRAINED | {MENTOR: "2024-09-01 on"}, elsewhere=[ELSEWHERE]
    ),
    "a mentor elsewhere until yesterday: training": Registered(
        ALL_NEW | {MENTOR: "2024-09-01 to 2026-01-14"},
        elsewhere=[evolve(ELSEWHERE, finished_on=day("2026-01-14"))],
    ),
    "a mentor elsewhere until today who stays there: no training": Registered(
        UNTRAINED | {MENTOR: "2024-09-01 to 2026-01-15"},
        elsewhere=[evolve(ELSEWHERE, finished_on=day("2026-01-15"))],
    ),
    "LEAVE-8: a mentor elsewhere who comes here only: there until the day before": Registered(
        ALL_NEW | {MENTOR: "2024-09-01 to 2026-01-14"}, here_only=True, elsewhere=[ELSEWHERE]
    ),
    "LEAVE-8: a mentor elsewhere until today who comes here only": Registered(
        ALL_NEW | {MENTOR: "2024-09-01 to 2026-01-14"},
        here_only=True,
        elsewhere=[evolve(ELSEWHERE, finished_on=day("2026-01-15"))],
    ),
    "LEAVE-8: a mentor elsewhere until yesterday who comes here only: as it was": Registered(
        ALL_NEW | {MENTOR: "2024-09-01 to 2026-01-14"},
        here_only=True,
        elsewhere=[evolve(ELSEWHERE, finished_on=day("2026-01-14"))],
    ),
    "LEAVE-8: the mentorships and the training there end with it": Registered(
        UNTRAINED
        | {
            MENTOR: "2024-09-01 to 2026-01-14",
            "there": "2024-09-01 to 2026-01-14",
            "the mentor's training": "2024-09-01 to 2026-01-14",
        },
        here_only=True,
        elsewhere=[
            ELSEWHERE,
            ect_period("2024-09-01", trn="1000009", urn=ANOTHER_SCHOOL, name="another ECT's"),
            evolve(mentorship("2024-09-01", name="there"), ect_at_school_period_id="another ECT's"),
            mentors_training("2024-09-01"),
        ],
    ),
    "LEAVE-8: at two schools, and now here only": Registered(
        ALL_NEW | {MENTOR: "2024-09-01 to 2026-01-14", "third": "2025-09-01 to 2026-01-14"},
        here_only=True,
        elsewhere=[ELSEWHERE, mentor_period("2025-09-01", urn="100003", name="third")],
    ),
    "ASSIGN-2: comes here only, days ago, for an ECT without a mentor: from then": Registered(
        {
            MENTOR: "2024-09-01 to 2026-01-11",
            NEW_MENTOR: "2026-01-12 on",
            NEW_MENTORSHIP: "2026-01-12 on",
            NEW_MENTORS_TRAINING: "2026-01-15 on",
        },
        started="2026-01-12",
        here_only=True,
        elsewhere=[ELSEWHERE],
    ),
    "ASSIGN-2: comes here only, days ago, for an ECT who had a mentor: from today": Registered(
        {
            MENTOR: "2024-09-01 to 2026-01-11",
            NEW_MENTOR: "2026-01-12 on",
            NEW_MENTORSHIP: "2026-01-15 on",
            NEW_MENTORS_TRAINING: "2026-01-15 on",
        },
        started="2026-01-12",
        here_only=True,
        elsewhere=[ELSEWHERE],
        before=[by_another("2025-09-01", "2025-10-31", name="old")],
    ),
    "ASSIGN-2: mentors elsewhere too, days ago: from today": Registered(
        {
            MENTOR: "2024-09-01 on",
            NEW_MENTOR: "2026-01-12 on",
            NEW_MENTORSHIP: "2026-01-15 on",
        },
        started="2026-01-12",
        elsewhere=[ELSEWHERE],
    ),
    "ASSIGN-2: was nowhere else, days ago: from today": Registered(
        ALL_NEW | {NEW_MENTOR: "2026-01-12 on"}, started="2026-01-12", here_only=True
    ),
    "ASSIGN-2: left the other school before: from today": Registered(
        ALL_NEW | {NEW_MENTOR: "2026-01-12 on", MENTOR: "2024-09-01 to 2026-01-11"},
        started="2026-01-12",
        here_only=True,
        elsewhere=[evolve(ELSEWHERE, finished_on=day("2026-01-11"))],
    ),
    "trained before, anywhere, however long ago: no training": Registered(
        UNTRAINED
        | {MENTOR: "2021-09-01 to 2022-07-31", "the mentor's training": "2021-09-01 to 2022-07-31"},
        elsewhere=[
            mentor_period("2021-09-01", "2022-07-31", urn=ANOTHER_SCHOOL),
            mentors_training("2021-09-01", "2022-07-31"),
        ],
    ),
    "a mentor here before, who had left": Registered(
        ALL_NEW | {MENTOR: "2024-09-01 to 2025-12-31"},
        elsewhere=[mentor_period(finished="2025-12-31")],
    ),
}


@pytest.mark.parametrize("case", REGISTERED.values(), ids=REGISTERED)
def test_register_mentor(case):
    _, after = registering(case)
    assert of_the_mentor(after) == case.outcome
    for period in after.training.values():
        if period.id == NEW_MENTORS_TRAINING:
            assert period.mentor_at_school_period_id == NEW_MENTOR


UNREGISTRABLE = {
    "a mentor here already": Registered(["ALREADY_MENTOR_AT_SCHOOL"], elsewhere=[mentor_period()]),
    "a mentor here from a later day": Registered(
        ["ALREADY_MENTOR_AT_SCHOOL"], elsewhere=[mentor_period("2026-09-01")]
    ),
    "comes here only, and is elsewhere since the day before": Registered(
        ["START_NOT_AFTER_PREVIOUS"],
        here_only=True,
        elsewhere=[mentor_period("2026-01-14", urn=ANOTHER_SCHOOL)],
    ),
    "comes here only, and is elsewhere from the day after": Registered(
        ["START_NOT_AFTER_PREVIOUS"],
        here_only=True,
        elsewhere=[mentor_period("2026-01-16", urn=ANOTHER_SCHOOL)],
    ),
    "the ECT is the mentor": Registered(["SELF_MENTORING"], ect=ect_period(trn=THE_MENTOR)),
    "the ECT left yesterday": Registered(
        ["ENDS_BEFORE_START"], ect=ect_period(finished="2026-01-14")
    ),
    "ASSIGN-5: another is to be mentor after the next": Registered(
        ["OVERLAPS_OTHER_MENTORSHIP"],
        before=[
            by_another("2025-09-01", "2026-01-31", name="old"),
            by_another("2026-02-01", name="next"),
        ],
    ),
}


@pytest.mark.parametrize("case", UNREGISTRABLE.values(), ids=UNREGISTRABLE)
def test_register_mentor_is_refused(case):
    assert refused(lambda: registering(case)) == case.outcome


def test_elsewhere_since_two_days_before_is_early_enough_to_come_here_only():
    case = Registered(
        {}, here_only=True, elsewhere=[mentor_period("2026-01-13", urn=ANOTHER_SCHOOL)]
    )
    _, after = registering(case)
    assert days_of(after.mentor_periods[MENTOR]) == "2026-01-13 to 2026-01-14"


def test_a_mentor_who_comes_here_only_keeps_the_report_of_the_other_school():
    reported = evolve(
        ELSEWHERE, finished_on=day("2026-03-31"), reported_leaving_by_urn=ANOTHER_SCHOOL
    )
    for elsewhere in (reported, evolve(reported, reported_leaving_by_urn=None)):
        _, after = registering(Registered({}, here_only=True, elsewhere=[elsewhere]))
        kept = after.mentor_periods[MENTOR].reported_leaving_by_urn
        assert kept == elsewhere.reported_leaving_by_urn


def test_no_mentor_is_registered_for_an_ect_that_there_is_not():
    period = MentorAtSchoolPeriod(NEW_MENTOR, THE_MENTOR, "", day(TODAY))
    with pytest.raises(NotFoundError) as error:
        register_mentor(period, "x", "m", OFFERED, False, day(TODAY), World(PEOPLE), CATALOGUE)
    assert error.value.reason == "ECT_NOT_FOUND"


def test_no_training_starts_where_no_lead_provider_was_chosen():
    world = World([*PEOPLE, ect_period(), ects_training("2025-09-01")])
    period = MentorAtSchoolPeriod(NEW_MENTOR, THE_MENTOR, "", day(TODAY))
    _, changes = register_mentor(
        period, ECT, NEW_MENTORSHIP, None, False, day(TODAY), world, CATALOGUE
    )
    assert of_the_mentor(changes.applied_to(world)) == UNTRAINED


# Ending a mentorship that is from 2025-09-01 to 2026-01-15, or open ended.

ENDS = {
    "the day before its first day": ("2025-08-31", "ENDS_BEFORE_START", "ENDS_BEFORE_START"),
    "its first day": ("2025-09-01", "2025-09-01 to 2025-09-01", "2025-09-01 to 2025-09-01"),
    "the day after": ("2025-09-02", "2025-09-01 to 2025-09-02", "2025-09-01 to 2025-09-02"),
    "the day before its last day": (
        "2026-01-14",
        "2025-09-01 to 2026-01-14",
        "2025-09-01 to 2026-01-14",
    ),
    "its last day": ("2026-01-15", "2025-09-01 to 2026-01-15", "2025-09-01 to 2026-01-15"),
    "the day after its last day": (
        "2026-01-16",
        "ENDS_AFTER_LAST_DAY",
        "2025-09-01 to 2026-01-16",
    ),
}


@pytest.mark.parametrize(("last_day", "closed", "open_ended"), ENDS.values(), ids=ENDS)
def test_end_mentorship(last_day, closed, open_ended):
    for finished, expected in ((day("2026-01-15"), closed), (None, open_ended)):
        world = World([evolve(mentorship("2025-09-01", name="m"), finished_on=finished)])
        if expected.isupper():
            assert refused(lambda w=world: end_mentorship("m", day(last_day), w)) == [expected]
        else:
            after = end_mentorship("m", day(last_day), world).applied_to(world)
            assert everything(after) == {"m": expected}


def test_a_mentorship_that_there_is_not_cannot_end():
    with pytest.raises(NotFoundError) as error:
        end_mentorship("m", date(2026, 1, 15), World([ect_period(name="m")]))
    assert error.value.reason == "MENTORSHIP_NOT_FOUND"


def test_changes_one_after_the_other_do_what_they_say_in_that_order():
    first = Changes((mentorship("2025-09-01", name="a"), mentorship("2025-09-01", name="b")))
    later = Changes((mentorship("2025-10-01", name="a"),), (mentorship("2025-09-01", name="b"),))
    assert everything(first.then(later).applied_to(World())) == {"a": "2025-10-01 on"}
