"""FUND-1: nobody prohibited from teaching is funded. The flag is the present one: no day matters."""

import pytest

from ect_rules.rules.mentor_funding import not_prohibited
from tests.builders import mentor
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the teacher: prohibited_from_teaching"]

CASES = {
    "not prohibited": Case(mentor(prohibited=False), "2026-01-15", MET, reads=READS),
    "prohibited": Case(
        mentor(prohibited=True), "2026-01-15", NOT_MET, ["PROHIBITED_FROM_TEACHING"], reads=READS
    ),
    "prohibited, on a day long gone": Case(
        mentor(prohibited=True), "2021-09-01", NOT_MET, ["PROHIBITED_FROM_TEACHING"]
    ),
    "whether prohibited is not told": Case(
        mentor(prohibited=None), "2026-01-15", CANNOT_TELL, reads=READS
    ),
    "nothing is recorded under the TRN": Case(mentor(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_not_prohibited(case):
    assert found(not_prohibited, case) == case.expected
