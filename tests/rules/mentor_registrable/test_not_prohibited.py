"""GATE-M5: nobody who is prohibited from teaching is registered. No day matters."""

import pytest

from ect_rules.rules.mentor_registrable import not_prohibited
from tests.builders import mentor_candidate
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the teacher: prohibited_from_teaching"]

CASES = {
    "not prohibited": Case(mentor_candidate(prohibited=False), "2026-01-15", MET, reads=READS),
    "prohibited": Case(
        mentor_candidate(prohibited=True),
        "2026-01-15",
        NOT_MET,
        ["PROHIBITED_FROM_TEACHING"],
        actions=["CHOOSE_ANOTHER_MENTOR"],
        reads=READS,
    ),
    "not told": Case(mentor_candidate(prohibited=None), "2026-01-15", CANNOT_TELL, reads=READS),
    "nobody": Case(mentor_candidate(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_not_prohibited(case):
    assert found(not_prohibited, case) == case.expected
