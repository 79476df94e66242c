"""EFUND-E7: the earlier service may have found an exemption. No day matters."""

import pytest

from ect_rules.rules.ect_funding import exemption_not_found
from tests.builders import ecf_checks, ect_funding
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

READS = ["the checks: exempt_from_induction"]

CASES = {
    "found none": Case(ect_funding(ecf=ecf_checks()), "2024-01-15", MET, reads=READS),
    "found one": Case(
        ect_funding(ecf=ecf_checks(exempt_from_induction=True)),
        "2024-01-15",
        NOT_MET,
        ["INDUCTION_EXEMPT"],
        reads=READS,
    ),
    "not told": Case(
        ect_funding(ecf=ecf_checks(exempt_from_induction=None)), "2024-01-15", NOT_APPLICABLE
    ),
    "no checks": Case(ect_funding(), "2024-01-15", NOT_APPLICABLE),
    "found one, validated by hand as eligible": Case(
        ect_funding(ecf=ecf_checks(validated=("eligible", "none"), exempt_from_induction=True)),
        "2024-01-15",
        MET,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_exemption_not_found(case):
    assert found(exemption_not_found, case) == case.expected
