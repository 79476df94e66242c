"""DATA-0a: is anything recorded under the TRN?"""

import pytest

from ect_rules.rules.record_retention import trn_known
from tests.builders import mentor, nobodys_mentor
from tests.rules.table import MET, NOT_MET, Case, found

CASES = {
    "nothing is recorded under the TRN": Case(
        nobodys_mentor(known=False), "2026-01-15", MET, ["TRN_NOT_KNOWN"], reads=[]
    ),
    "the teacher is recorded and is no mentor": Case(
        nobodys_mentor(), "2026-01-15", NOT_MET, reads=[]
    ),
    "the teacher is a mentor": Case(mentor(), "2026-01-15", NOT_MET),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_trn_known(case):
    assert found(trn_known, case) == case.expected
