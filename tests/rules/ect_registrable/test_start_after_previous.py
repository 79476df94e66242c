"""GATE-E11: an ECT starts at a school after the start at the school before."""

import pytest

from ect_rules.rules.ect_registrable import start_after_previous
from tests.builders import ANOTHER_SCHOOL, ect_candidate, ect_period, training
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

BEFORE = ect_period("2026-01-10", urn=ANOTHER_SCHOOL)
LONG_AGO = ect_period("2024-09-01", "2025-07-31", urn=ANOTHER_SCHOOL, name="the first")


def moving(started, *registrations, trained=()):
    return ect_candidate(started, registrations=registrations, training=trained)


def trained(started, ect="the ECT's period"):
    return training(started, ect=ect)


def barred(given, on="2026-01-15", **more):
    return Case(
        given, on, NOT_MET, ["START_NOT_AFTER_PREVIOUS"], actions=["GIVE_LATER_START"], **more
    )


CASES = {
    "never registered": Case(ect_candidate(), "2026-01-15", NOT_APPLICABLE),
    "the day before the start before": barred(moving("2026-01-09", BEFORE)),
    "the same day": barred(moving("2026-01-10", BEFORE), reads=["the ECT's period: started_on"]),
    "the day after": barred(moving("2026-01-11", BEFORE)),
    "two days after": Case(
        moving("2026-01-12", BEFORE), "2026-01-15", MET, reads=["the ECT's period: started_on"]
    ),
    "two days after, and the one before is to come": Case(
        moving("2026-01-12", BEFORE), "2026-01-01", MET
    ),
    "of two before the one that starts last counts": barred(moving("2026-01-11", LONG_AGO, BEFORE)),
    "two days after the last of two": Case(
        moving("2026-01-12", LONG_AGO, BEFORE), "2026-01-15", MET
    ),
    "one that has ended counts too": barred(
        moving("2026-01-11", ect_period("2026-01-10", "2026-01-10", urn=ANOTHER_SCHOOL))
    ),
    "the day training there began": barred(
        moving("2026-01-12", BEFORE, trained=[trained("2026-01-12")]),
        reads=["the ECT's period: started_on", "the training: started_on"],
    ),
    "the day after training there began": barred(
        moving("2026-01-13", BEFORE, trained=[trained("2026-01-12")])
    ),
    "two days after training there began": Case(
        moving("2026-01-14", BEFORE, trained=[trained("2026-01-12")]), "2026-01-15", MET
    ),
    "the day training there begins, the day before that": Case(
        moving("2026-01-16", BEFORE, trained=[trained("2026-01-16")]), "2026-01-15", MET
    ),
    "the day training there begins, on that day": barred(
        moving("2026-01-16", BEFORE, trained=[trained("2026-01-16")]), "2026-01-16"
    ),
    "training at a school before that does not count": Case(
        moving("2026-01-12", LONG_AGO, BEFORE, trained=[trained("2026-01-12", "the first")]),
        "2026-01-15",
        MET,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_start_after_previous(case):
    assert found(start_after_previous, case) == case.expected
