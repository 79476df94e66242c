"""GATE-M6: an e-mail address is one person's."""

import pytest

from ect_rules.rules.mentor_registrable import email_free
from tests.builders import mentor_candidate
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

CASES = {
    "nobody else's": Case(mentor_candidate(email_in_use=False), "2026-01-15", MET, reads=[]),
    "somebody else's": Case(
        mentor_candidate(email_in_use=True),
        "2026-01-15",
        NOT_MET,
        ["EMAIL_IN_USE"],
        actions=["GIVE_ANOTHER_EMAIL"],
        reads=[],
    ),
    "not told": Case(mentor_candidate(email_in_use=None), "2026-01-15", CANNOT_TELL, reads=[]),
    "somebody else's, and no teacher": Case(
        mentor_candidate(known=False, email_in_use=True),
        "2026-01-15",
        NOT_MET,
        ["EMAIL_IN_USE"],
        actions=["GIVE_ANOTHER_EMAIL"],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_email_free(case):
    assert found(email_free, case) == case.expected
