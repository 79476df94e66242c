"""REG-0a: is anything recorded under the TRN?"""

import pytest

from ect_rules.rules.registration import trn_known
from tests.builders import ect
from tests.rules.table import MET, NOT_MET, Case, found

CASES = {
    "nothing is recorded under the TRN": Case(
        ect(known=False), "2026-01-15", MET, ["TRN_NOT_KNOWN"], reads=[]
    ),
    "the teacher is recorded and nothing else is": Case(
        ect(registered=False, induction=None), "2026-01-15", NOT_MET, reads=[]
    ),
    "the teacher is an ECT": Case(ect(), "2026-01-15", NOT_MET, reads=[]),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_trn_known(case):
    assert found(trn_known, case) == case.expected
