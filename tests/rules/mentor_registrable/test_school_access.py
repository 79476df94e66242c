"""SCH-6: a school that has lost access registers nobody, since contract period 2025."""

import pytest

from ect_rules.rules.mentor_registrable import school_access
from tests.builders import mentor_candidate, school
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["school 100001: gias_type, section_41_approved"]
INDEPENDENT, SPECIAL = "Other independent school", "Other independent special school"


def at(*described, **more):
    return mentor_candidate(at=school(*described, **more))


def barred(given, **more):
    return Case(
        given,
        "2026-01-15",
        NOT_MET,
        ["ACCESS_BLOCKED"],
        actions=["APPLY_FOR_SECTION_41"],
        **more,
    )


CASES = {
    "state funded": Case(at(), "2026-01-15", MET, reads=READS),
    "independent with approval": Case(at(INDEPENDENT, section_41=True), "2026-01-15", MET),
    "independent, without unfinished training": barred(at(INDEPENDENT), reads=READS),
    "the day before contract period 2025": Case(at(INDEPENDENT), "2025-05-31", NOT_APPLICABLE),
    "the first day of contract period 2025": Case(
        at(INDEPENDENT),
        "2025-06-01",
        NOT_MET,
        ["ACCESS_BLOCKED"],
        actions=["APPLY_FOR_SECTION_41"],
    ),
    "independent special, without unfinished training": barred(at(SPECIAL)),
    "independent, and marked as eligible": barred(at(INDEPENDENT, marked=True)),
    "independent, with unfinished training": Case(
        at(INDEPENDENT, unfinished_training=True), "2026-01-15", MET
    ),
    "independent, and unfinished training is not told": Case(
        at(INDEPENDENT, unfinished_training=None), "2026-01-15", CANNOT_TELL, reads=READS
    ),
    "independent, and the approval is not told": Case(
        at(INDEPENDENT, section_41=None), "2026-01-15", CANNOT_TELL
    ),
    "of no type that is told, with unfinished training": Case(
        at(None, unfinished_training=True), "2026-01-15", MET
    ),
    "of no type that is told": Case(at(None), "2026-01-15", CANNOT_TELL),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_school_access(case):
    assert found(school_access, case) == case.expected
