"""GRANT-school: at a school that DfE funds, on some day of the academic year."""

import pytest

from ect_rules.rules.mentor_grant import at_an_eligible_school
from tests.builders import ANOTHER_SCHOOL, at_school, mentor, nobodys_mentor, school
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

IN_YEAR = "2026-01-15"
CLOSED = school(gias_status="closed", urn=ANOTHER_SCHOOL)
NOT_TOLD = school(None, None, section_41=None, urn=ANOTHER_SCHOOL)
READS = ["the mentor's period: urn, started_on, finished_on"]
NO = {"reasons": ["SCHOOL_NOT_ELIGIBLE"], "actions": ["CHECK_SCHOOL"]}
OPEN = {"because": ["STATE_FUNDED_OPEN"]}


def at(*schools):
    return mentor(at_schools=schools)


CASES = {
    "at a school that is funded": Case(at(at_school()), IN_YEAR, MET, **OPEN, reads=READS),
    "at a school that is not": Case(
        at(at_school(at=CLOSED)), IN_YEAR, NOT_MET, **NO, because=["SCHOOL_CLOSED"], reads=READS
    ),
    "at a school of which nothing is told": Case(
        at(at_school(at=NOT_TOLD)), IN_YEAR, CANNOT_TELL, because=["CANNOT_TELL"], reads=READS
    ),
    "at one of which nothing is told and at one that is funded": Case(
        at(at_school(at=NOT_TOLD), at_school("2024-10-01", name="the funded one")),
        IN_YEAR,
        MET,
        **OPEN,
    ),
    "left on the first day of the academic year": Case(
        at(at_school("2024-09-01", "2025-09-01")), IN_YEAR, MET, **OPEN
    ),
    "left on the day before": Case(
        at(at_school("2024-09-01", "2025-08-31")), IN_YEAR, NOT_MET, **NO, reads=READS
    ),
    "starts on the last day of the academic year": Case(
        at(at_school("2026-08-31")), IN_YEAR, MET, **OPEN
    ),
    "starts on the day after": Case(at(at_school("2026-09-01")), IN_YEAR, NOT_MET, **NO),
    "at no school": Case(nobodys_mentor(), IN_YEAR, NOT_MET, **NO),
    "the day before there are conditions": Case(
        at(at_school("2020-09-01", at=CLOSED)), "2021-08-31", NOT_APPLICABLE
    ),
    "the day after the last with conditions": Case(
        at(at_school(at=CLOSED)), "2026-09-01", NOT_APPLICABLE
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_at_an_eligible_school(case):
    assert found(at_an_eligible_school, case) == case.expected
