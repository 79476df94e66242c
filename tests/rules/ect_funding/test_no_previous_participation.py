"""EFUND-E2: who took part in the early roll-out was funded then. No day matters."""

import pytest

from ect_rules.rules.ect_funding import no_previous_participation
from tests.builders import ecf_checks, ect_funding
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

READS = ["the checks: previous_participation"]
BARRED = (NOT_MET, ["PREVIOUS_PARTICIPATION"])


def checked(**flags):
    return ect_funding(ecf=ecf_checks(**flags))


CASES = {
    "did not take part": Case(checked(), "2024-01-15", MET, reads=READS),
    "took part": Case(checked(previous_participation=True), "2024-01-15", *BARRED, reads=READS),
    "not told": Case(checked(previous_participation=None), "2024-01-15", CANNOT_TELL, reads=READS),
    "no checks": Case(ect_funding(), "2024-01-15", CANNOT_TELL, reads=[]),
    "validated by hand as eligible": Case(
        checked(validated=("eligible", "none"), previous_participation=True), "2024-01-15", MET
    ),
    "validated by hand as having taken part": Case(
        checked(validated=("ineligible", "previous_participation")), "2024-01-15", *BARRED
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_no_previous_participation(case):
    assert found(no_previous_participation, case) == case.expected
