"""The kind of appropriate body must suit the kind of school."""

import pytest

from ect_rules.rules.ect_registrable import appropriate_body
from tests.builders import ect_candidate, school
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["school 100001: gias_type"]
INDEPENDENT, SPECIAL = "Other independent school", "Other independent special school"


def with_body(body, gias_type="Community school"):
    return ect_candidate(body=body, at=school(gias_type))


def barred(given, on="2026-01-15", **more):
    return Case(
        given,
        on,
        NOT_MET,
        ["APPROPRIATE_BODY_NOT_ALLOWED"],
        actions=["CHOOSE_APPROPRIATE_BODY"],
        **more,
    )


CASES = {
    "a hub": Case(with_body("teaching_school_hub"), "2026-01-15", MET, reads=READS),
    "a national body": barred(with_body("national"), reads=READS),
    "a local authority": barred(with_body("local_authority")),
    "none told": Case(with_body(None), "2026-01-15", CANNOT_TELL, reads=READS),
    "a hub at an independent school": Case(
        with_body("teaching_school_hub", INDEPENDENT), "2026-01-15", MET
    ),
    "a national body at an independent school": Case(
        with_body("national", INDEPENDENT), "2026-01-15", MET
    ),
    "a national body at an independent special school": Case(
        with_body("national", SPECIAL), "2026-01-15", MET
    ),
    "a local authority at an independent school": barred(with_body("local_authority", INDEPENDENT)),
    "a hub at a school of no type that is told": Case(
        with_body("teaching_school_hub", None), "2026-01-15", MET
    ),
    "a national body at a school of no type that is told": Case(
        with_body("national", None), "2026-01-15", CANNOT_TELL
    ),
    "a local authority at a school of no type that is told": barred(
        with_body("local_authority", None)
    ),
    "a local authority, on the last day on which it may be one": Case(
        with_body("local_authority"), "2024-08-31", NOT_APPLICABLE
    ),
    "a local authority, the day after": barred(with_body("local_authority"), "2024-09-01"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_appropriate_body(case):
    assert found(appropriate_body, case) == case.expected
