"""GRANT-0c: no such grant before 1 September 2021."""

import pytest

from ect_rules.rules.mentor_grant import before_roll_out
from tests.builders import mentor, nobodys_mentor
from tests.rules.table import MET, NOT_MET, Case, found


def in_year(name):
    return {"details": {"academic_year": name}}


CASES = {
    "the last day before": Case(
        mentor(), "2021-08-31", MET, ["BEFORE_NATIONAL_ROLL_OUT"], reads=[]
    ),
    "the first day": Case(mentor(), "2021-09-01", NOT_MET, **in_year("2021-22"), reads=[]),
    "the last day of an academic year": Case(mentor(), "2026-08-31", NOT_MET, **in_year("2025-26")),
    "the first day of the next": Case(mentor(), "2026-09-01", NOT_MET, **in_year("2026-27")),
    "the last day of the last that was looked for": Case(
        mentor(), "2027-08-31", NOT_MET, **in_year("2026-27")
    ),
    "the day after": Case(mentor(), "2027-09-01", NOT_MET),
    "a teacher who is no mentor": Case(nobodys_mentor(), "2026-01-15", NOT_MET),
    "nothing is recorded under the TRN": Case(mentor(known=False), "2026-01-15", NOT_MET),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_before_roll_out(case):
    assert found(before_roll_out, case) == case.expected
