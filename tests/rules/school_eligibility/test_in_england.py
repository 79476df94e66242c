"""SCH-2: the school is in England, by its type. No day matters."""

import pytest

from ect_rules.rules.school_eligibility import in_england
from tests.builders import school
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

READS = ["school 100001: gias_type"]
CHECK = ["CHECK_SCHOOL"]

CASES = {
    "a community school": Case(school("Community school"), "2026-01-15", MET, reads=READS),
    "an independent school": Case(school("Other independent school"), "2026-01-15", MET),
    "a type that is not funded, in England": Case(school("Miscellaneous"), "2026-01-15", MET),
    "British schools overseas": Case(
        school("British schools overseas"),
        "2026-01-15",
        NOT_MET,
        ["NOT_IN_ENGLAND"],
        actions=CHECK,
        reads=READS,
    ),
    "Offshore schools": Case(
        school("Offshore schools"), "2026-01-15", NOT_MET, ["NOT_IN_ENGLAND"], actions=CHECK
    ),
    "Service children's education": Case(
        school("Service children's education"),
        "2026-01-15",
        NOT_MET,
        ["NOT_IN_ENGLAND"],
        actions=CHECK,
    ),
    "Welsh establishment": Case(
        school("Welsh establishment"), "2026-01-15", NOT_MET, ["NOT_IN_ENGLAND"], actions=CHECK
    ),
    "the type is not told": Case(school(None), "2026-01-15", CANNOT_TELL, reads=READS),
    "the type is none that GIAS has": Case(
        school("Wizarding school"), "2026-01-15", CANNOT_TELL, reads=READS
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_in_england(case):
    assert found(in_england, case) == case.expected
