"""EFUND-E5: another TRN may be another person. No day matters."""

import pytest

from ect_rules.rules.ect_funding import same_trn
from tests.builders import ecf_checks, ect_funding
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

READS = ["the checks: different_trn"]

CASES = {
    "the same": Case(ect_funding(ecf=ecf_checks()), "2024-01-15", MET, reads=READS),
    "another": Case(
        ect_funding(ecf=ecf_checks(different_trn=True)),
        "2024-01-15",
        NOT_MET,
        ["DIFFERENT_TRN"],
        actions=["CONFIRM_TRN"],
        reads=READS,
    ),
    "not told": Case(
        ect_funding(ecf=ecf_checks(different_trn=None)), "2024-01-15", CANNOT_TELL, reads=READS
    ),
    "no checks": Case(ect_funding(), "2024-01-15", CANNOT_TELL, reads=[]),
    "validated by hand as eligible": Case(
        ect_funding(ecf=ecf_checks(validated=("eligible", "none"), different_trn=True)),
        "2024-01-15",
        MET,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_same_trn(case):
    assert found(same_trn, case) == case.expected
