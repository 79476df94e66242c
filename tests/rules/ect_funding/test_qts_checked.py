"""EFUND-E4: an ECT without QTS goes to somebody who looks."""

import pytest

from ect_rules.rules.ect_funding import qts_checked
from tests.builders import ecf_checks, ect_funding
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

QTS = "the teacher: qts_held, qts_awarded_on"
CHECK = "the checks: no_qts"
NONE = (NOT_MET, ["NO_QTS"])
AWARD = ["AWARD_QTS"]

CASES = {
    "the check found it": Case(
        ect_funding(qts=False, ecf=ecf_checks()), "2024-01-15", MET, reads=[CHECK, QTS]
    ),
    "the check did not find it": Case(
        ect_funding(qts=True, ecf=ecf_checks(no_qts=True)),
        "2024-01-15",
        *NONE,
        actions=AWARD,
        reads=[CHECK, QTS],
    ),
    "validated by hand as eligible": Case(
        ect_funding(ecf=ecf_checks(validated=("eligible", "none"), no_qts=True)), "2024-01-15", MET
    ),
    # Without the check.
    "held": Case(ect_funding(qts=True), "2024-01-15", MET, reads=[QTS]),
    "not held": Case(ect_funding(qts=False), "2024-01-15", *NONE, actions=AWARD, reads=[QTS]),
    "the day before the award": Case(
        ect_funding(qts_on="2024-01-15"), "2024-01-14", *NONE, actions=AWARD
    ),
    "the day of the award": Case(ect_funding(qts_on="2024-01-15"), "2024-01-15", MET),
    "the day after the award": Case(ect_funding(qts_on="2024-01-15"), "2024-01-16", MET),
    "the check is not told, nor QTS": Case(
        ect_funding(qts=None, ecf=ecf_checks(no_qts=None)),
        "2024-01-15",
        CANNOT_TELL,
        reads=[CHECK, QTS],
    ),
    "nothing is told": Case(ect_funding(qts=None), "2024-01-15", CANNOT_TELL, reads=[QTS]),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_qts_checked(case):
    assert found(qts_checked, case) == case.expected
