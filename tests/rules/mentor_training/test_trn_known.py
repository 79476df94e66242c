"""TRAIN-0a: is anything recorded under the TRN? Contract periods up to 2024."""

import pytest

from ect_rules.rules.mentor_training import trn_known
from tests.builders import mentor, nobodys_mentor
from tests.rules.table import MET, NOT_MET, Case, found

CASES = {
    "nothing is recorded under the TRN": Case(
        nobodys_mentor(known=False), "2022-09-01", MET, ["TRN_NOT_KNOWN"], reads=[]
    ),
    "the teacher is recorded and is no mentor": Case(
        nobodys_mentor(), "2022-09-01", NOT_MET, reads=[]
    ),
    "the teacher is a mentor": Case(mentor(), "2022-09-01", NOT_MET),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_trn_known(case):
    assert found(trn_known, case) == case.expected
