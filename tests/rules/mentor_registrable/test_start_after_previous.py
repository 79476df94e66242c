"""GATE-M8: a mentor who moves starts at the school after the start at the school before."""

import pytest

from ect_rules.rules.mentor_registrable import start_after_previous
from tests.builders import ANOTHER_SCHOOL, mentor_candidate, mentor_period, training
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

THERE = mentor_period("2026-01-10", urn=ANOTHER_SCHOOL)
LONG_AGO = mentor_period("2021-09-01", urn="100003", name="the first")


def moving(started, *at_schools, here_only=True, trained=()):
    return mentor_candidate(
        started, at_schools=at_schools or [THERE], here_only=here_only, training=trained
    )


def trained(started, mentor="the mentor's period"):
    return training(started, mentor=mentor)


def barred(given, on="2026-01-15", **more):
    return Case(
        given, on, NOT_MET, ["START_NOT_AFTER_PREVIOUS"], actions=["GIVE_LATER_START"], **more
    )


CASES = {
    "mentors nowhere": Case(mentor_candidate(here_only=True), "2026-01-15", NOT_APPLICABLE),
    "the day before the start there": barred(moving("2026-01-09")),
    "the same day": barred(moving("2026-01-10")),
    "the day after": barred(moving("2026-01-11"), reads=["the mentor's period: started_on"]),
    "two days after": Case(
        moving("2026-01-12"), "2026-01-15", MET, reads=["the mentor's period: started_on"]
    ),
    "the day after, and stays there too": Case(
        moving("2026-01-11", here_only=False), "2026-01-15", NOT_APPLICABLE
    ),
    "the day after, and not told whether they leave": Case(
        moving("2026-01-11", here_only=None),
        "2026-01-15",
        CANNOT_TELL,
        reads=["the mentor's period: started_on"],
    ),
    "two days after, and not told whether they leave": Case(
        moving("2026-01-12", here_only=None), "2026-01-15", MET
    ),
    "there until the day before": Case(
        moving("2026-01-11", mentor_period("2026-01-10", "2026-01-10", urn=ANOTHER_SCHOOL)),
        "2026-01-15",
        NOT_APPLICABLE,
    ),
    "there until the day itself": barred(
        moving("2026-01-11", mentor_period("2026-01-10", "2026-01-11", urn=ANOTHER_SCHOOL))
    ),
    "here since the day before, until a day to come": Case(
        moving("2026-01-11", mentor_period("2026-01-10", "2026-07-31")),
        "2026-01-15",
        NOT_APPLICABLE,
    ),
    "at two others, one of them since the day before": barred(
        moving("2026-01-11", LONG_AGO, THERE)
    ),
    "two days after training there began": Case(
        moving("2026-01-14", trained=[trained("2026-01-12")]), "2026-01-15", MET
    ),
    "the day after training there began": barred(
        moving("2026-01-13", trained=[trained("2026-01-12")]),
        reads=["the mentor's period: started_on", "the training: started_on"],
    ),
    "the day training there begins, the day before that": Case(
        moving("2026-01-16", trained=[trained("2026-01-16")]), "2026-01-15", MET
    ),
    "the day training there begins, on that day": barred(
        moving("2026-01-16", trained=[trained("2026-01-16")]), "2026-01-16"
    ),
    "training elsewhere does not count": Case(
        moving("2026-01-12", trained=[trained("2026-01-12", "another's")]), "2026-01-15", MET
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_start_after_previous(case):
    assert found(start_after_previous, case) == case.expected
