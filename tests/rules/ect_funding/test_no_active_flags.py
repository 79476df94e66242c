"""EFUND-E1: flags go to somebody who looks at them. No day matters."""

import pytest

from ect_rules.rules.ect_funding import no_active_flags
from tests.builders import ecf_checks, ect_funding
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

PERSON = "the teacher: prohibited_from_teaching"
FLAGS = [PERSON, "the checks: active_flags"]
BY_HAND = [PERSON, "the checks: manually_validated, status, reason"]
FLAGGED = (NOT_MET, ["ACTIVE_FLAGS"])
REVIEW = ["REVIEW_FLAGS"]


def checked(prohibited=False, **flags):
    return ect_funding(prohibited=prohibited, ecf=ecf_checks(**flags))


CASES = {
    "no flag": Case(checked(), "2024-01-15", MET, reads=FLAGS),
    "a flag": Case(checked(active_flags=True), "2024-01-15", *FLAGGED, actions=REVIEW, reads=FLAGS),
    "no flag, and prohibited": Case(
        checked(prohibited=True), "2024-01-15", *FLAGGED, actions=REVIEW
    ),
    "prohibited, and no checks": Case(
        ect_funding(prohibited=True), "2024-01-15", *FLAGGED, actions=REVIEW, reads=[PERSON]
    ),
    "no flag, whether prohibited is not told": Case(
        checked(prohibited=None), "2024-01-15", CANNOT_TELL, reads=FLAGS
    ),
    "the flag is not told": Case(checked(active_flags=None), "2024-01-15", CANNOT_TELL),
    "no checks": Case(ect_funding(), "2024-01-15", CANNOT_TELL, reads=[PERSON]),
    "validated by hand as eligible, with a flag": Case(
        checked(validated=("eligible", "none"), active_flags=True), "2024-01-15", MET, reads=BY_HAND
    ),
    "validated by hand as flagged": Case(
        checked(validated=("manual_check", "active_flags")),
        "2024-01-15",
        *FLAGGED,
        actions=REVIEW,
        reads=BY_HAND,
    ),
    "refused by hand": Case(
        checked(validated=("ineligible", "active_flags")), "2024-01-15", NOT_MET, ["NOT_ALLOWED"]
    ),
    "nothing is recorded": Case(ect_funding(known=False), "2024-01-15", CANNOT_TELL),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_no_active_flags(case):
    assert found(no_active_flags, case) == case.expected
