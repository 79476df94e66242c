"""A closed school may not use the service. No day matters."""

import pytest

from ect_rules.rules.mentor_registrable import school_not_closed
from tests.builders import mentor_candidate, school
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

READS = ["school 100001: gias_status"]


def at(status, **more):
    return mentor_candidate(at=school(gias_status=status, **more))


CASES = {
    "open": Case(at("open"), "2026-01-15", MET, reads=READS),
    "proposed to close": Case(at("proposed_to_close"), "2026-01-15", MET),
    "proposed to open": Case(at("proposed_to_open"), "2026-01-15", MET),
    "closed": Case(at("closed"), "2026-01-15", NOT_MET, ["SCHOOL_CLOSED"], reads=READS),
    "closed, and marked as eligible": Case(
        at("closed", marked=True), "2026-01-15", NOT_MET, ["SCHOOL_CLOSED"]
    ),
    "not told": Case(at(None), "2026-01-15", CANNOT_TELL, reads=READS),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_school_not_closed(case):
    assert found(school_not_closed, case) == case.expected
