"""REG-2: leaving, for the school that reported it, up to the last day."""

import pytest

from ect_rules.rules.registration import leaving_school
from tests.builders import ANOTHER_SCHOOL, THE_SCHOOL, ect
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the ECT's period: finished_on, reported_leaving_by_urn"]

CASES = {
    "long before the last day": Case(
        ect(finished="2026-07-31", reported_by=THE_SCHOOL),
        "2025-09-01",
        MET,
        ["LEAVING_SCHOOL"],
        reads=READS,
    ),
    "the day before the last day": Case(
        ect(finished="2026-07-31", reported_by=THE_SCHOOL), "2026-07-30", MET, ["LEAVING_SCHOOL"]
    ),
    "on the last day": Case(
        ect(finished="2026-07-31", reported_by=THE_SCHOOL), "2026-07-31", MET, ["LEAVING_SCHOOL"]
    ),
    "the day after the last day": Case(
        ect(finished="2026-07-31", reported_by=THE_SCHOOL), "2026-08-01", NOT_MET, reads=READS
    ),
    "nobody reported the leaving, as when another school registers the ECT": Case(
        ect(finished="2026-07-31", reported_by=None), "2026-07-31", NOT_MET
    ),
    "another school reported the leaving": Case(
        ect(finished="2026-07-31", reported_by=ANOTHER_SCHOOL), "2026-07-31", NOT_MET
    ),
    "another school reported the leaving, and asks": Case(
        ect(finished="2026-07-31", reported_by=ANOTHER_SCHOOL, asked_by=ANOTHER_SCHOOL),
        "2026-07-31",
        MET,
        ["LEAVING_SCHOOL"],
    ),
    "the school reported the leaving, and another asks": Case(
        ect(finished="2026-07-31", reported_by=THE_SCHOOL, asked_by=ANOTHER_SCHOOL),
        "2026-07-31",
        NOT_MET,
    ),
    "the school reported a leaving without a last day": Case(
        ect(finished=None, reported_by=THE_SCHOOL), "2026-07-31", NOT_MET
    ),
    "before the ECT has started": Case(
        ect("2025-09-01", "2026-07-31", reported_by=THE_SCHOOL),
        "2025-08-31",
        MET,
        ["LEAVING_SCHOOL"],
    ),
    "no school asks": Case(
        ect(finished="2026-07-31", reported_by=THE_SCHOOL, asked_by=None),
        "2026-07-31",
        NOT_APPLICABLE,
    ),
    "no school asks, and none has reported": Case(
        ect(finished="2026-07-31", reported_by=None, asked_by=None), "2026-07-31", NOT_APPLICABLE
    ),
    "a teacher who is not registered": Case(ect(registered=False), "2026-07-31", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_leaving_school(case):
    assert found(leaving_school, case) == case.expected
