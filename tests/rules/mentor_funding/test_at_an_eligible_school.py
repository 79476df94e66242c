"""FUND-7: one of the mentor's schools, now or later, is one that DfE funds."""

import pytest

from ect_rules.rules.mentor_funding import at_an_eligible_school
from tests.builders import ANOTHER_SCHOOL, at_school, mentor, nobodys_mentor, school
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

CLOSED = school(gias_status="closed", urn=ANOTHER_SCHOOL)
NOT_TOLD = school(None, None, section_41=None, urn=ANOTHER_SCHOOL)
READS = ["the mentor's period: urn"]

CASES = {
    "at a school that is funded": Case(
        mentor(at_schools=[at_school()]),
        "2026-01-15",
        MET,
        because=["STATE_FUNDED_OPEN"],
        reads=READS,
    ),
    "at a school marked as eligible": Case(
        mentor(at_schools=[at_school(at=school(gias_status="closed", marked=True))]),
        "2026-01-15",
        MET,
        because=["MARKED_AS_ELIGIBLE"],
    ),
    "at a school that is closed": Case(
        mentor(at_schools=[at_school(at=CLOSED)]),
        "2026-01-15",
        NOT_MET,
        ["SCHOOL_NOT_ELIGIBLE"],
        actions=["CHECK_SCHOOL"],
        because=["SCHOOL_CLOSED"],
        reads=READS,
    ),
    "at a school of which nothing is told": Case(
        mentor(at_schools=[at_school(at=NOT_TOLD)]),
        "2026-01-15",
        CANNOT_TELL,
        because=["CANNOT_TELL"],
        reads=READS,
    ),
    "at a closed school and at one that is funded": Case(
        mentor(
            at_schools=[
                at_school("2024-09-01", at=CLOSED, name="the closed one"),
                at_school("2024-10-01", name="the funded one"),
            ]
        ),
        "2026-01-15",
        MET,
        because=["STATE_FUNDED_OPEN"],
        reads=["the closed one: urn", "the funded one: urn"],
    ),
    "at a school of which nothing is told and at one that is funded": Case(
        mentor(
            at_schools=[
                at_school("2024-09-01", at=NOT_TOLD, name="the untold one"),
                at_school("2024-10-01", name="the funded one"),
            ]
        ),
        "2026-01-15",
        MET,
        because=["STATE_FUNDED_OPEN"],
        reads=["the untold one: urn", "the funded one: urn"],
    ),
    "at a school of which nothing is told and then at a closed one": Case(
        mentor(
            at_schools=[
                at_school("2024-09-01", at=NOT_TOLD, name="the untold one"),
                at_school("2024-10-01", at=CLOSED, name="the closed one"),
            ]
        ),
        "2026-01-15",
        CANNOT_TELL,
        because=["CANNOT_TELL", "SCHOOL_CLOSED"],
        reads=["the untold one: urn", "the closed one: urn"],
    ),
    "at two that are not funded": Case(
        mentor(
            at_schools=[
                at_school("2024-09-01", at=CLOSED, name="the closed one"),
                at_school("2024-10-01", at=school("Miscellaneous"), name="the other one"),
            ]
        ),
        "2026-01-15",
        NOT_MET,
        ["SCHOOL_NOT_ELIGIBLE"],
        actions=["CHECK_SCHOOL"],
        because=["SCHOOL_CLOSED", "TYPE_NOT_ELIGIBLE"],
        reads=["the closed one: urn", "the other one: urn"],
    ),
    "on the last day at the funded school": Case(
        mentor(
            at_schools=[
                at_school("2024-09-01", "2026-01-14"),
                at_school("2024-10-01", at=CLOSED, name="the closed one"),
            ]
        ),
        "2026-01-14",
        MET,
        because=["STATE_FUNDED_OPEN"],
        reads=["the mentor's period: urn", "the closed one: urn"],
    ),
    "the day after the last day at the funded school": Case(
        mentor(
            at_schools=[
                at_school("2024-09-01", "2026-01-14"),
                at_school("2024-10-01", at=CLOSED, name="the closed one"),
            ]
        ),
        "2026-01-15",
        NOT_MET,
        ["SCHOOL_NOT_ELIGIBLE"],
        actions=["CHECK_SCHOOL"],
        because=["SCHOOL_CLOSED"],
        reads=["the closed one: urn"],
    ),
    "the day before the mentor starts at the funded school": Case(
        mentor(at_schools=[at_school("2026-01-16")]),
        "2026-01-15",
        MET,
        because=["STATE_FUNDED_OPEN"],
    ),
    "the mentor has left every school, which another rule says": Case(
        mentor(at_schools=[at_school("2024-09-01", "2026-01-14")]), "2026-01-15", NOT_APPLICABLE
    ),
    "a teacher who is no mentor": Case(nobodys_mentor(), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_at_an_eligible_school(case):
    assert found(at_an_eligible_school, case) == case.expected
