"""SCH-6: what an independent school without section 41 approval may still do. No day matters."""

import pytest

from ect_rules.rules.school_eligibility import access
from tests.builders import school
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

READS = ["school 100001: gias_type, section_41_approved"]
INDEPENDENT, SPECIAL = "Other independent school", "Other independent special school"

CASES = {
    "not approved, with unfinished training": Case(
        school(INDEPENDENT, section_41=False, unfinished_training=True),
        "2026-01-15",
        MET,
        warnings=["NEW_ECTS_BLOCKED"],
        reads=READS,
    ),
    "not approved, without unfinished training": Case(
        school(INDEPENDENT, section_41=False, unfinished_training=False),
        "2026-01-15",
        MET,
        warnings=["ACCESS_BLOCKED"],
        reads=READS,
    ),
    "special and not approved, without unfinished training": Case(
        school(SPECIAL, section_41=False, unfinished_training=False),
        "2026-01-15",
        MET,
        warnings=["ACCESS_BLOCKED"],
    ),
    "not approved, marked as eligible all the same": Case(
        school(INDEPENDENT, section_41=False, unfinished_training=False, marked=True),
        "2026-01-15",
        MET,
        warnings=["ACCESS_BLOCKED"],
    ),
    "approved": Case(
        school(INDEPENDENT, section_41=True, unfinished_training=False),
        "2026-01-15",
        NOT_MET,
        reads=READS,
    ),
    "approved, and nothing else is told": Case(
        school(None, None, section_41=True, unfinished_training=None), "2026-01-15", NOT_MET
    ),
    "a community school": Case(
        school("Community school", section_41=False, unfinished_training=False),
        "2026-01-15",
        NOT_MET,
    ),
    "a community school, and nothing else is told": Case(
        school("Community school", None, section_41=None, unfinished_training=None),
        "2026-01-15",
        NOT_MET,
    ),
    "independent, approval not told": Case(
        school(INDEPENDENT, section_41=None, unfinished_training=False),
        "2026-01-15",
        CANNOT_TELL,
        reads=READS,
    ),
    "not approved, unfinished training not told": Case(
        school(INDEPENDENT, section_41=False, unfinished_training=None), "2026-01-15", CANNOT_TELL
    ),
    "not approved, the type not told": Case(
        school(None, section_41=False, unfinished_training=False), "2026-01-15", CANNOT_TELL
    ),
    "not approved, of a type that GIAS has not": Case(
        school("Wizarding school", section_41=False, unfinished_training=True),
        "2026-01-15",
        CANNOT_TELL,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_access(case):
    assert found(access, case) == case.expected
