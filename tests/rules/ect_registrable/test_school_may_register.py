"""SCH-6: an independent school without section 41 approval registers no new ECTs, since 2025."""

import pytest

from ect_rules.rules.ect_registrable import school_may_register
from tests.builders import ect_candidate, school
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["school 100001: gias_type, section_41_approved"]
INDEPENDENT, SPECIAL = "Other independent school", "Other independent special school"


def at(*described, **more):
    return ect_candidate(at=school(*described, **more))


def barred(given, code, on="2026-01-15", **more):
    return Case(given, on, NOT_MET, [code], actions=["APPLY_FOR_SECTION_41"], **more)


CASES = {
    "state funded": Case(at(), "2026-01-15", MET, reads=READS),
    "state funded, and the approval is not told": Case(at(section_41=None), "2026-01-15", MET),
    "independent with approval": Case(at(INDEPENDENT, section_41=True), "2026-01-15", MET),
    "independent, without unfinished training": barred(
        at(INDEPENDENT, unfinished_training=False), "ACCESS_BLOCKED", reads=READS
    ),
    "independent, with unfinished training": barred(
        at(INDEPENDENT, unfinished_training=True), "NEW_ECTS_BLOCKED", reads=READS
    ),
    "the day before contract period 2025": Case(at(INDEPENDENT), "2025-05-31", NOT_APPLICABLE),
    "the first day of contract period 2025": barred(
        at(INDEPENDENT), "ACCESS_BLOCKED", "2025-06-01"
    ),
    "independent special": barred(at(SPECIAL, unfinished_training=True), "NEW_ECTS_BLOCKED"),
    "independent, and unfinished training is not told": barred(
        at(INDEPENDENT, unfinished_training=None), "NEW_ECTS_BLOCKED"
    ),
    "independent, and marked as eligible": barred(at(INDEPENDENT, marked=True), "ACCESS_BLOCKED"),
    "independent, and the approval is not told": Case(
        at(INDEPENDENT, section_41=None), "2026-01-15", CANNOT_TELL, reads=READS
    ),
    "of no type that is told": Case(at(None), "2026-01-15", CANNOT_TELL),
    "of no type that is told, with approval": Case(at(None, section_41=True), "2026-01-15", MET),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_school_may_register(case):
    assert found(school_may_register, case) == case.expected
