"""EFUND-4d: an ECT is a qualified teacher."""

import pytest

from ect_rules.rules.ect_funding import qts_held
from tests.builders import ect_funding
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

READS = ["the teacher: qts_held, qts_awarded_on"]
NONE = (NOT_MET, ["NO_QTS"])

CASES = {
    "held": Case(ect_funding(qts=True), "2026-01-15", MET, reads=READS),
    "not held": Case(
        ect_funding(qts=False), "2026-01-15", *NONE, actions=["AWARD_QTS"], reads=READS
    ),
    "the day before the award, which is to come": Case(
        ect_funding(qts=None, qts_on="2026-01-15"), "2026-01-14", *NONE
    ),
    "the day of the award": Case(ect_funding(qts=None, qts_on="2026-01-15"), "2026-01-15", MET),
    "the day after the award": Case(ect_funding(qts=None, qts_on="2026-01-15"), "2026-01-16", MET),
    "not told": Case(ect_funding(qts=None), "2026-01-15", CANNOT_TELL, reads=READS),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_qts_held(case):
    assert found(qts_held, case) == case.expected
