"""Whether the service would offer this mentor for this ECT by itself. No day matters."""

import pytest

from ect_rules.rules.mentor_assignable import offered
from tests.builders import ANOTHER_SCHOOL, THE_ECT, assignment, mentor_period
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the ECT's period: trn, urn", "the mentor's period: trn, urn, finished_on"]


def with_mentor(*days, **more):
    return assignment("2026-02-01", "2026-03-01", mentor=mentor_period(*days, **more))


def warned(given, **more):
    return Case(given, "2026-01-15", MET, warnings=["MENTOR_NOT_OFFERED"], **more)


CASES = {
    "at the school without a last day": Case(with_mentor(), "2026-01-15", NOT_MET, reads=READS),
    "at the school from a day to come": Case(with_mentor("2026-09-01"), "2026-01-15", NOT_MET),
    "at the school until a day to come": warned(
        with_mentor("2024-09-01", "2026-07-31"), reads=READS
    ),
    "at the school until a day before": warned(with_mentor("2024-09-01", "2025-07-31")),
    "at another school": warned(with_mentor(urn=ANOTHER_SCHOOL)),
    "the ECT": warned(with_mentor(trn=THE_ECT)),
    "nobody's ECT": Case(assignment(registered=False), "2026-01-15", NOT_APPLICABLE),
    "nobody's mentor": Case(assignment(a_mentor=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_offered(case):
    assert found(offered, case) == case.expected
