"""TRAIN-E2: flags keep a mentor from training until somebody looks. Contract periods up to 2024."""

import pytest

from ect_rules.rules.mentor_training import no_active_flags
from tests.builders import ecf_checks, mentor
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

PROHIBITED = "the teacher: prohibited_from_teaching"
FLAG = [PROHIBITED, "the checks: active_flags"]
FLAGGED, REVIEW = ["ACTIVE_FLAGS"], ["REVIEW_FLAGS"]


def mentor_with(**checks):
    return mentor(ecf=ecf_checks("mentor", **checks))


CASES = {
    "no flag": Case(mentor_with(), "2022-09-01", MET, reads=FLAG),
    "a flag": Case(
        mentor_with(active_flags=True), "2022-09-01", NOT_MET, FLAGGED, actions=REVIEW, reads=FLAG
    ),
    "the flag is not told": Case(
        mentor_with(active_flags=None), "2022-09-01", CANNOT_TELL, reads=FLAG
    ),
    "no flag, and prohibited now": Case(
        mentor(prohibited=True, ecf=ecf_checks("mentor")),
        "2022-09-01",
        NOT_MET,
        FLAGGED,
        actions=REVIEW,
    ),
    "no checks are told, which another rule says": Case(mentor(), "2022-09-01", NOT_APPLICABLE),
    "no checks are told, and prohibited": Case(
        mentor(prohibited=True),
        "2022-09-01",
        NOT_MET,
        FLAGGED,
        actions=REVIEW,
        reads=[PROHIBITED],
    ),
    "a flag, validated by hand as eligible": Case(
        mentor_with(active_flags=True, validated=("eligible", "none")), "2022-09-01", MET
    ),
    "left for a check by hand": Case(
        mentor_with(validated=("manual_check", "active_flags")),
        "2022-09-01",
        NOT_MET,
        FLAGGED,
        actions=REVIEW,
    ),
    "refused by hand": Case(
        mentor_with(validated=("ineligible", "active_flags")),
        "2022-09-01",
        NOT_MET,
        ["NOT_ALLOWED"],
        reads=[PROHIBITED, "the checks: manually_validated, status, reason"],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_no_active_flags(case):
    assert found(no_active_flags, case) == case.expected
