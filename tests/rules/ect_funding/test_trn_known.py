"""EFUND-0a: is anything recorded under the TRN? No day matters."""

import pytest

from ect_rules.rules.ect_funding import trn_known
from tests.builders import ect_funding
from tests.rules.table import MET, NOT_MET, Case, found

CASES = {
    "nothing is recorded": Case(
        ect_funding(known=False), "2026-01-15", MET, ["TRN_NOT_KNOWN"], reads=[]
    ),
    "a teacher": Case(ect_funding(), "2026-01-15", NOT_MET, reads=[]),
    "a teacher who is no ECT": Case(ect_funding(registered=False), "2026-01-15", NOT_MET),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_trn_known(case):
    assert found(trn_known, case) == case.expected
