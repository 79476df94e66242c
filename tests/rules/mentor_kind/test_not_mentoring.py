"""KIND-0c: no current or future mentorship."""

import pytest

from ect_rules.rules.mentor_kind import not_mentoring
from tests.builders import at_school, mentor, mentor_and_colleagues, mentoring
from tests.rules.table import MET, NOT_MET, Case, found

ENDED = mentor_and_colleagues(mentor(mentorships=[mentoring("2025-09-01", "2026-01-15")]))
LEFT = mentor_and_colleagues(
    mentor(
        mentorships=[mentoring("2025-09-01", "2026-01-15")],
        at_schools=[at_school("2024-09-01", "2026-01-15")],
    )
)
NOBODY = ["NOT_MENTORING"]
READS = ["the mentorship: started_on, finished_on"]

CASES = {
    "the day before the mentorship": Case(ENDED, "2025-08-31", NOT_MET, reads=READS),
    "its last day": Case(ENDED, "2026-01-15", NOT_MET),
    "the day after its last": Case(
        ENDED, "2026-01-16", MET, NOBODY, actions=["ASSIGN_TO_ECT"], reads=READS
    ),
    "the day after its last, and gone from the school": Case(LEFT, "2026-01-16", MET, NOBODY),
    "no mentorship": Case(
        mentor_and_colleagues(mentor(mentorships=[])),
        "2026-01-15",
        MET,
        NOBODY,
        actions=["ASSIGN_TO_ECT"],
        reads=[],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_not_mentoring(case):
    assert found(not_mentoring, case) == case.expected
