"""What assigning a mentor writes, from day to day, and what ending a mentorship does."""

from collections.abc import Iterable
from datetime import date

import pytest
from attrs import evolve, field, frozen

from ect_rules.changes import Changes, assign, end_mentorship, propose, proposed_days
from ect_rules.errors import NotFoundError
from ect_rules.facts import EctAtSchoolPeriod, MentorAtSchoolPeriod, MentorshipPeriod, Record
from ect_rules.world import World
from tests.builders import (
    ANOTHER_SCHOOL,
    EARLY_ROLL_OUT,
    THE_ECT,
    THE_MENTOR,
    day,
    ect_period,
    mentor_period,
    mentorship,
    teacher,
    training,
)
from tests.core.changes.showing import (
    A_MENTOR,
    AN_ECT,
    ANOTHER,
    CATALOGUE,
    ECT,
    MENTOR,
    PEOPLE,
    TODAY,
    by_another,
    days_of,
    ects_training,
    everything,
    mentors_training,
    periods,
    refused,
)


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


LATER, MUCH_LATER = "2026-02-02", "2026-06-30"

PROPOSED_DAYS: dict[str, tuple[tuple[str, str | None], tuple[str, str | None], bool, bool, str]] = {
    "ASSIGN-1, ASSIGN-3": ((LATER, None), ("2025-09-01", None), False, False, "2026-02-02 on"),
    "ASSIGN-2": (("2025-09-01", None), ("2025-10-01", None), True, False, "2025-10-01 on"),
    "ASSIGN-2: there has been a mentorship": (
        ("2025-09-01", None),
        ("2025-10-01", None),
        True,
        True,
        "2026-01-15 on",
    ),
    "ASSIGN-3": (
        ("2025-09-01", MUCH_LATER),
        ("2025-09-01", LATER),
        False,
        False,
        "2026-01-15 to 2026-02-02",
    ),
    "ASSIGN-3: the last day may be before the first": (
        ("2025-09-01", "2026-01-14"),
        ("2025-09-01", None),
        False,
        False,
        "2026-01-15 to 2026-01-14",
    ),
}


@pytest.mark.parametrize("case", PROPOSED_DAYS)
def test_proposed_days(case):
    ect, mentor, back_dated, mentored, days = PROPOSED_DAYS[case]
    before = [by_another("2025-09-01", "2025-09-30", name="old")] if mentored else []
    first, last = proposed_days(
        ect_period(*ect), mentor_period(*mentor), before, back_dated, day(TODAY)
    )
    assert days_of(mentorship(str(first), last and str(last))) == days


# What an assignment rests on, and what would change, asked by TRN.


@frozen
class Asked:
    """What is asked about assigning the mentor to the ECT on a day.

    `reasons`: of the answer. `outcome`: every mentorship of the ECT if so.
    """

    reasons: list[str]
    outcome: dict[str, str]
    records: Iterable[Record] = (AN_ECT, A_MENTOR)
    mentor: str = THE_MENTOR
    said: dict[str, object] = field(factory=dict)


MAY_BE = ["ASSIGNABLE"]

ASKED = {
    "by the days of ASSIGN-1 to ASSIGN-3": Asked(MAY_BE, {"proposed": "2026-01-15 on"}),
    "from a day that is given": Asked(
        MAY_BE, {"proposed": "2025-10-01 on"}, said={"started_on": day("2025-10-01")}
    ),
    "to a day that is given": Asked(
        MAY_BE,
        {"proposed": "2026-01-15 to 2026-03-31"},
        said={"finished_on": day("2026-03-31")},
    ),
    "back-dated": Asked(
        MAY_BE,
        {"proposed": "2026-01-12 on"},
        [AN_ECT, mentor_period("2026-01-12")],
        said={"back_dated": True},
    ),
    "another mentor makes way": Asked(
        MAY_BE,
        {"old": "2025-09-01 to 2026-01-14", "proposed": "2026-01-15 on"},
        [AN_ECT, A_MENTOR, ANOTHER, by_another("2025-09-01", name="old")],
    ),
    "another mentor makes way for days that are given": Asked(
        MAY_BE,
        {"old": "2025-09-01 to 2026-01-31", "proposed": "2026-02-01 on"},
        [AN_ECT, A_MENTOR, ANOTHER, by_another("2025-09-01", name="old")],
        said={"started_on": day("2026-02-01")},
    ),
    "another mentor stays, who shares none of the days that are given": Asked(
        MAY_BE,
        {"old": "2025-11-01 on", "proposed": "2025-09-01 to 2025-10-31"},
        [AN_ECT, A_MENTOR, ANOTHER, by_another("2025-11-01", name="old")],
        said={"started_on": day("2025-09-01"), "finished_on": day("2025-10-31")},
    ),
    "a mentor before stands in the way of days that are given": Asked(
        ["OVERLAPS_OTHER_MENTORSHIP"],
        {"old": "2025-09-01 to 2025-12-31", "proposed": "2025-12-31 on"},
        [AN_ECT, A_MENTOR, ANOTHER, by_another("2025-09-01", "2025-12-31", name="old")],
        said={"started_on": day("2025-12-31")},
    ),
    "nobody's ECT": Asked(["NOT_REGISTERED_AS_ECT"], {}, [A_MENTOR]),
    "no ECT at the school that is named": Asked(
        ["NOT_REGISTERED_AS_ECT"], {}, said={"urn": ANOTHER_SCHOOL}
    ),
    "nobody's mentor": Asked(["NOT_A_MENTOR"], {}, [AN_ECT]),
    "a mentor at another school": Asked(
        ["DIFFERENT_SCHOOL"],
        {"proposed": "2026-01-15 on"},
        [AN_ECT, mentor_period(urn=ANOTHER_SCHOOL)],
    ),
    "a mentor here and at another school": Asked(
        MAY_BE,
        {"proposed": "2026-01-15 on"},
        [AN_ECT, A_MENTOR, mentor_period("2021-09-01", urn=ANOTHER_SCHOOL, name="elsewhere")],
    ),
    "a mentor who has left, and is at another school": Asked(
        ["DIFFERENT_SCHOOL"],
        {"proposed": "2026-01-15 on"},
        [
            AN_ECT,
            mentor_period(finished="2025-07-31"),
            mentor_period("2025-09-01", urn=ANOTHER_SCHOOL, name="elsewhere"),
        ],
    ),
    "a mentor who has left": Asked(
        ["ENDS_BEFORE_START"],
        {"proposed": "2026-01-15 to 2025-07-31"},
        [AN_ECT, mentor_period(finished="2025-07-31")],
    ),
    "themselves": Asked(
        ["SELF_MENTORING"],
        {"proposed": "2026-01-15 on"},
        [AN_ECT, mentor_period(trn=THE_ECT)],
        THE_ECT,
    ),
}


@pytest.mark.parametrize("case", ASKED.values(), ids=ASKED)
def test_propose(case):
    world = World([*PEOPLE, *case.records])
    facts, changes = propose(THE_ECT, case.mentor, day(TODAY), world, **case.said)
    decision = CATALOGUE.decide("mentor_assignable", facts, day(TODAY))
    assert [reason.code for reason in decision.reasons] == case.reasons
    assert periods(changes.applied_to(world).mentorships) == case.outcome


# The first training, where it has been chosen with the assignment.

BEGINS: dict[str, tuple[list[Record], str | None]] = {
    "at once": ([A_MENTOR], "2026-01-15 on"),
    "when the mentor starts at the school": (
        [mentor_period("2026-02-01")],
        "2026-02-01 on",
    ),
    "not where the mentor has trained before": ([A_MENTOR, mentors_training("2021-09-01")], None),
    "not where funding is lost": (
        [A_MENTOR, teacher(THE_MENTOR, lost=EARLY_ROLL_OUT, lost_on="2021-04-19")],
        None,
    ),
    "not where the ECT has no training": ([A_MENTOR, "no training"], None),
}


@pytest.mark.parametrize(("told", "days"), BEGINS.values(), ids=BEGINS)
def test_assign_begins_the_first_training(told, days):
    ects = [] if "no training" in told else [ects_training("2025-09-01")]
    records = [record for record in told if record != "no training"]
    world = World([*PEOPLE, AN_ECT, *ects, *records])
    chosen = training("2026-01-01", name="new training")
    _, changes = assign(ECT, MENTOR, "new", False, day(TODAY), world, CATALOGUE, chosen)
    begun = changes.applied_to(world).training.get("new training")
    assert (None if begun is None else days_of(begun)) == days
    assert begun is None or begun.mentor_at_school_period_id == MENTOR


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
