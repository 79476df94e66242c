"""What hangs on somebody leaving a school. The last day is 2026-01-15 where no other is given."""

from collections.abc import Iterable

import pytest
from attrs import frozen

from ect_rules.changes import Changes, leave, left_without_mentor, report_leaving
from ect_rules.facts import EctAtSchoolPeriod, MentorAtSchoolPeriod, Record, TrainingPeriod
from ect_rules.world import World
from tests.builders import ANOTHER_SCHOOL, THE_ECT, THE_SCHOOL, day, ect_period, mentorship
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
    changed,
    ects_training,
    everything,
    mentors_training,
    refused,
)


@frozen
class Left:
    """What hangs on a period, and every period after it is ended on 2026-01-15."""

    after: dict[str, str]
    hanging: Iterable[Record] = ()
    period: EctAtSchoolPeriod | MentorAtSchoolPeriod = AN_ECT


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
    "LEAVE-5: a mentorship ends on the ECT's last day, where that is before the mentor's": Left(
        MENTOR_LEFT | {ECT: "2025-09-01 to 2026-01-14", "m": "2025-09-01 to 2026-01-14"},
        [ect_period(finished="2026-01-14"), mentorship("2025-09-01", name="m")],
        period=A_MENTOR,
    ),
    "LEAVE-5: a mentorship ends with the mentor, where the ECT leaves that day": Left(
        MENTOR_LEFT | {ECT: "2025-09-01 to 2026-01-15", "m": "2025-09-01 to 2026-01-15"},
        [ect_period(finished="2026-01-15"), mentorship("2025-09-01", name="m")],
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
    "LEAVE-6: nobody reports after a school has": (THE_SCHOOL, None, THE_SCHOOL),
    "LEAVE-4: another school reports after the first": (ANOTHER_SCHOOL, THE_SCHOOL, THE_SCHOOL),
}


@pytest.mark.parametrize("finished", ["2026-01-14", "2026-01-15", None])
@pytest.mark.parametrize(("before", "reporter", "after"), REPORTED.values(), ids=REPORTED)
def test_leave_stores_who_reported(before, reporter, after, finished):
    period = ect_period(finished=finished, reported_by=before)
    world = leave(period, day(TODAY), reporter, World([period])).applied_to(World([period]))
    assert world.ect_periods[ECT].reported_leaving_by_urn == after


# LEAVE-7: reported on 2026-01-15.

TOO_EARLY, TOO_FAR = ["LEAVING_TOO_EARLY"], ["LEAVING_TOO_FAR"]
BEGUN, TO_COME = ects_training("2026-01-13"), ects_training("2026-01-20")

REPORTS: dict[str, tuple[str, str, Iterable[TrainingPeriod], list[str] | None]] = {
    "the day before the start": ("2026-01-10", "2026-01-09", [], TOO_EARLY),
    "the day of the start": ("2026-01-10", "2026-01-10", [], TOO_EARLY),
    "the day after the start": ("2026-01-10", "2026-01-11", [], TOO_EARLY),
    "two days after the start": ("2026-01-10", "2026-01-12", [], None),
    "the day training began": ("2025-09-01", "2026-01-13", [BEGUN], TOO_EARLY),
    "the day after training began": ("2025-09-01", "2026-01-14", [BEGUN], TOO_EARLY),
    "two days after training began": ("2025-09-01", "2026-01-15", [BEGUN], None),
    "the day training is to begin": ("2025-09-01", "2026-01-20", [TO_COME], None),
    "the day before four months ahead": ("2025-09-01", "2026-05-14", [], None),
    "four months ahead": ("2025-09-01", "2026-05-15", [], None),
    "the day after": ("2025-09-01", "2026-05-16", [], TOO_FAR),
    "both": ("2026-05-16", "2026-05-17", [], [*TOO_EARLY, *TOO_FAR]),
}


@pytest.mark.parametrize(
    ("started", "last_day", "trained", "because"), REPORTS.values(), ids=REPORTS
)
def test_which_day_of_leaving_may_be_reported(started, last_day, trained, because):
    period = ect_period(started)
    world = World([period, *trained])

    def report() -> Changes:
        return report_leaving(period, day(last_day), THE_SCHOOL, day(TODAY), world)

    if because:
        assert refused(report) == because
    else:
        assert report() == leave(period, day(last_day), THE_SCHOOL, world)


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


LEFT_ALONE: dict[str, tuple[list[Record], list[str]]] = {
    "an ECT who is mentored": ([mentorship("2025-09-01")], [ECT]),
    "an ECT whose mentorship ends that day": ([mentorship("2025-09-01", "2026-01-15")], [ECT]),
    "an ECT whose mentorship ended the day before": (
        [mentorship("2025-09-01", "2026-01-14")],
        [],
    ),
    "an ECT who was to be mentored": ([mentorship("2026-02-01")], [ECT]),
    "an ECT who has another mentor from the day after": (
        [mentorship("2025-09-01", "2026-01-15"), by_another("2026-01-16", name="next")],
        [],
    ),
    "an ECT who has another mentor some day": (
        [mentorship("2025-09-01", "2026-01-15"), by_another("2026-09-01", name="next")],
        [],
    ),
    "an ECT who leaves that day": (
        [ect_period(finished="2026-01-15"), mentorship("2025-09-01", "2026-01-15")],
        [],
    ),
    "an ECT who leaves the day after": (
        [ect_period(finished="2026-01-16"), mentorship("2025-09-01", "2026-01-16")],
        [ECT],
    ),
    "somebody else's ECT": ([by_another("2025-09-01", name="m")], []),
}


@pytest.mark.parametrize(("hanging", "alone"), LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_who_is_left_without_a_mentor(hanging, alone):
    world = World([*PEOPLE, ect_period(), A_MENTOR, ANOTHER, *hanging])
    left = left_without_mentor(A_MENTOR, day(TODAY), world)
    assert [ect.id for ect in left] == alone


def test_those_left_without_a_mentor_are_in_order_of_their_start():
    ects = [
        ect_period(started, trn=trn, name=name)
        for started, trn, name in (
            ("2025-10-01", "1000003", "a"),
            ("2025-09-01", "1000004", "b"),
            ("2025-09-01", "1000005", "c"),
        )
    ]
    links = [mentorship("2025-10-01", ect=e.id, name=f"of {e.id}") for e in ects]
    world = World([A_MENTOR, *ects, *links])
    assert [e.id for e in left_without_mentor(A_MENTOR, day(TODAY), world)] == ["b", "c", "a"]
