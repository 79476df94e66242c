"""MENT-5: an ECT has one mentor on a day."""

import pytest

from ect_rules.rules.mentor_assignable import no_overlap
from tests.builders import assignment, mentorship
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

OTHER = mentorship("2025-10-01", "2025-12-31", name="the other mentorship")
READS = ["the other mentorship: started_on, finished_on"]

CASES = {
    "the one is no ECT": Case(assignment(registered=False), "2026-01-15", NOT_APPLICABLE),
    "the other is no mentor": Case(assignment(a_mentor=False), "2026-01-15", NOT_APPLICABLE),
    "the ECT has no other mentorship": Case(assignment(), "2026-01-15", MET, reads=[]),
    "ends the day before the other starts": Case(
        assignment("2025-09-01", "2025-09-30", others=[OTHER]), "2026-01-15", MET, reads=READS
    ),
    "ends on the day on which the other starts": Case(
        assignment("2025-09-01", "2025-10-01", others=[OTHER]),
        "2026-01-15",
        NOT_MET,
        ["OVERLAPS_OTHER_MENTORSHIP"],
        actions=["CHANGE_DAYS"],
        reads=READS,
    ),
    "ends the day after the other starts": Case(
        assignment("2025-09-01", "2025-10-02", others=[OTHER]),
        "2026-01-15",
        NOT_MET,
        ["OVERLAPS_OTHER_MENTORSHIP"],
        actions=["CHANGE_DAYS"],
    ),
    "starts the day before the other ends": Case(
        assignment("2025-12-30", others=[OTHER]),
        "2026-01-15",
        NOT_MET,
        ["OVERLAPS_OTHER_MENTORSHIP"],
        actions=["CHANGE_DAYS"],
    ),
    "starts on the other's last day": Case(
        assignment("2025-12-31", others=[OTHER]),
        "2026-01-15",
        NOT_MET,
        ["OVERLAPS_OTHER_MENTORSHIP"],
        actions=["CHANGE_DAYS"],
    ),
    "starts the day after the other ended": Case(
        assignment("2026-01-01", others=[OTHER]), "2026-01-15", MET
    ),
    "lasts one day, within the other": Case(
        assignment("2025-11-15", "2025-11-15", others=[OTHER]),
        "2026-01-15",
        NOT_MET,
        ["OVERLAPS_OTHER_MENTORSHIP"],
        actions=["CHANGE_DAYS"],
    ),
    "the other is open ended and starts later": Case(
        assignment("2025-09-01", "2025-09-30", others=[mentorship("2025-10-01")]),
        "2026-01-15",
        MET,
    ),
    "both are open ended": Case(
        assignment("2025-09-01", others=[mentorship("2099-01-01")]),
        "2026-01-15",
        NOT_MET,
        ["OVERLAPS_OTHER_MENTORSHIP"],
        actions=["CHANGE_DAYS"],
    ),
    "fits between two others": Case(
        assignment("2026-01-01", "2026-01-31", others=[OTHER, mentorship("2026-02-01")]),
        "2026-01-15",
        MET,
    ),
    "overlaps the second of two others": Case(
        assignment("2026-01-01", "2026-02-01", others=[OTHER, mentorship("2026-02-01")]),
        "2026-01-15",
        NOT_MET,
        ["OVERLAPS_OTHER_MENTORSHIP"],
        actions=["CHANGE_DAYS"],
        reads=[*READS, "the mentorship: started_on, finished_on"],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_no_overlap(case):
    assert found(no_overlap, case) == case.expected
