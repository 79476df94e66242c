"""FUND-E1: flags need somebody to look at them. Contract periods up to 2024; no day matters."""

import pytest

from ect_rules.rules.mentor_funding import no_active_flags
from tests.builders import ecf_checks, mentor
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

PROHIBITED = "the teacher: prohibited_from_teaching"
FLAG = [PROHIBITED, "the checks: active_flags"]
STORED = [PROHIBITED, "the checks: manually_validated, status, reason"]
FLAGGED, REVIEW = ["ACTIVE_FLAGS"], ["REVIEW_FLAGS"]


def mentor_with(**checks):
    return mentor(ecf=ecf_checks("mentor", **checks))


def validated(status, reason, **checks):
    return mentor_with(validated=(status, reason), **checks)


CASES = {
    "no flag": Case(mentor_with(), "2022-09-01", MET, reads=FLAG),
    "a flag": Case(
        mentor_with(active_flags=True),
        "2022-09-01",
        NOT_MET,
        FLAGGED,
        actions=REVIEW,
        reads=FLAG,
    ),
    "the flag is not told": Case(
        mentor_with(active_flags=None), "2022-09-01", CANNOT_TELL, reads=FLAG
    ),
    "no checks are told": Case(mentor(), "2022-09-01", CANNOT_TELL, reads=[PROHIBITED]),
    "no checks are told, and prohibited": Case(
        mentor(prohibited=True),
        "2022-09-01",
        NOT_MET,
        FLAGGED,
        actions=REVIEW,
        reads=[PROHIBITED],
    ),
    "whether prohibited is not told, and no flag": Case(
        mentor(prohibited=None, ecf=ecf_checks("mentor")), "2022-09-01", CANNOT_TELL
    ),
    "no flag, and prohibited now": Case(
        mentor(prohibited=True, ecf=ecf_checks("mentor")),
        "2022-09-01",
        NOT_MET,
        FLAGGED,
        actions=REVIEW,
    ),
    "a flag, validated by hand as eligible": Case(
        validated("eligible", "none", active_flags=True), "2022-09-01", MET, reads=STORED
    ),
    "validated by hand as eligible, and prohibited now": Case(
        mentor(prohibited=True, ecf=ecf_checks("mentor", validated=("eligible", "none"))),
        "2022-09-01",
        NOT_MET,
        FLAGGED,
        actions=REVIEW,
    ),
    "left for a check by hand, without a flag now": Case(
        validated("manual_check", "active_flags"),
        "2022-09-01",
        NOT_MET,
        FLAGGED,
        actions=REVIEW,
        reads=STORED,
    ),
    "refused by hand because of flags": Case(
        validated("ineligible", "active_flags"),
        "2022-09-01",
        NOT_MET,
        ["NOT_ALLOWED"],
        reads=STORED,
    ),
    "refused by hand for another reason": Case(
        validated("ineligible", "duplicate_profile", active_flags=True), "2022-09-01", MET
    ),
    "validated by hand, and for what reason is not one of a mentor's": Case(
        validated("ineligible", "no_qts"), "2022-09-01", CANNOT_TELL
    ),
    "nothing is recorded under the TRN": Case(mentor(known=False), "2022-09-01", CANNOT_TELL),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_no_active_flags(case):
    assert found(no_active_flags, case) == case.expected
