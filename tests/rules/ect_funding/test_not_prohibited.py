"""EFUND-4a: nobody prohibited from teaching is funded. The flag is the present one."""

import pytest

from ect_rules.rules.ect_funding import not_prohibited
from tests.builders import ect_funding
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the teacher: prohibited_from_teaching"]
BARRED = (NOT_MET, ["PROHIBITED_FROM_TEACHING"])

CASES = {
    "not prohibited": Case(ect_funding(prohibited=False), "2026-01-15", MET, reads=READS),
    "prohibited": Case(ect_funding(prohibited=True), "2026-01-15", *BARRED, reads=READS),
    "prohibited, on a day long gone": Case(ect_funding(prohibited=True), "2021-09-01", *BARRED),
    "whether prohibited is not told": Case(
        ect_funding(prohibited=None), "2026-01-15", CANNOT_TELL, reads=READS
    ),
    "nothing is recorded": Case(ect_funding(known=False), "2026-01-15", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_not_prohibited(case):
    assert found(not_prohibited, case) == case.expected
