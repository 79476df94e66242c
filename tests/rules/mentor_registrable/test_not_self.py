"""GATE-M2: nobody is registered to mentor themselves. No day matters."""

import pytest

from ect_rules.rules.mentor_registrable import not_self
from tests.builders import THE_MENTOR, mentor_candidate
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

BARRED = {"actions": ["CHOOSE_ANOTHER_MENTOR"]}

CASES = {
    "for somebody else": Case(mentor_candidate(), "2026-01-15", MET, reads=[]),
    "for themselves": Case(
        mentor_candidate(for_ect=THE_MENTOR),
        "2026-01-15",
        NOT_MET,
        ["CANNOT_MENTOR_SELF"],
        **BARRED,
        reads=[],
    ),
    "for themselves, and nobody by that TRN": Case(
        mentor_candidate(for_ect=THE_MENTOR, known=False),
        "2026-01-15",
        NOT_MET,
        ["CANNOT_MENTOR_SELF"],
        **BARRED,
    ),
    "not told for whom": Case(mentor_candidate(for_ect=None), "2026-01-15", CANNOT_TELL, reads=[]),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_not_self(case):
    assert found(not_self, case) == case.expected
