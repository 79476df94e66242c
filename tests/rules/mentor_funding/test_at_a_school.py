"""FUND-6: the mentor is at a school now or later."""

import pytest

from ect_rules.rules.mentor_funding import at_a_school
from tests.builders import at_school, mentor, nobodys_mentor
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

CASES = {
    "long before the mentor starts": Case(
        mentor(at_schools=[at_school("2025-09-01", "2026-07-31")]),
        "2021-09-01",
        MET,
        reads=["the mentor's period: finished_on"],
    ),
    "the day before the mentor's last": Case(
        mentor(at_schools=[at_school("2025-09-01", "2026-07-31")]), "2026-07-30", MET
    ),
    "the mentor's last day": Case(
        mentor(at_schools=[at_school("2025-09-01", "2026-07-31")]), "2026-07-31", MET
    ),
    "the day after the mentor's last": Case(
        mentor(at_schools=[at_school("2025-09-01", "2026-07-31")]),
        "2026-08-01",
        NOT_MET,
        ["NOT_AT_A_SCHOOL"],
        actions=["REGISTER_AS_MENTOR"],
        reads=["the mentor's period: finished_on"],
    ),
    "without a last day": Case(mentor(at_schools=[at_school("2025-09-01")]), "2099-01-01", MET),
    "left one school and still at the other": Case(
        mentor(
            at_schools=[
                at_school("2024-09-01", "2025-07-31", name="the first period"),
                at_school("2024-10-01", "2026-07-31", name="the second period"),
            ]
        ),
        "2026-01-15",
        MET,
        reads=["the second period: finished_on"],
    ),
    "at two schools": Case(
        mentor(
            at_schools=[
                at_school("2024-09-01", name="the first period"),
                at_school("2024-10-01", name="the second period"),
            ]
        ),
        "2026-01-15",
        MET,
        reads=["the first period: finished_on"],
    ),
    "left both schools": Case(
        mentor(
            at_schools=[
                at_school("2024-09-01", "2025-07-31", name="the first period"),
                at_school("2024-10-01", "2025-12-31", name="the second period"),
            ]
        ),
        "2026-01-15",
        NOT_MET,
        ["NOT_AT_A_SCHOOL"],
        actions=["REGISTER_AS_MENTOR"],
        reads=["the first period: finished_on", "the second period: finished_on"],
    ),
    "a teacher who is no mentor": Case(nobodys_mentor(), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_at_a_school(case):
    assert found(at_a_school, case) == case.expected
