"""GATE-E7: nobody who is prohibited from teaching is registered. No day matters."""

import pytest

from ect_rules.rules.ect_registrable import not_prohibited
from tests.builders import ect_candidate
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the teacher: prohibited_from_teaching"]

CASES = {
    "not prohibited": Case(ect_candidate(prohibited=False), "2026-01-15", MET, reads=READS),
    "prohibited": Case(
        ect_candidate(prohibited=True),
        "2026-01-15",
        NOT_MET,
        ["PROHIBITED_FROM_TEACHING"],
        reads=READS,
    ),
    "not told": Case(ect_candidate(prohibited=None), "2026-01-15", CANNOT_TELL, reads=READS),
    "nobody": Case(ect_candidate(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_not_prohibited(case):
    assert found(not_prohibited, case) == case.expected
