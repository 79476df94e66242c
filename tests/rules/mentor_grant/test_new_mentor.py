"""GRANT-2025-26-new: a start element and a completion element."""

import pytest

from ect_rules.rules.mentor_grant import new_mentor
from tests.rules.mentor_grant.parts import declared, outcome, reads
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, Case, found

ON = "2026-07-15"
DUE, NOT_YET = ["GRANT_DUE"], ["GRANT_NOT_YET_DUE"]
DECLARE, TELL = "DECLARE_MILESTONE", "TELL_MISSING_FACTS"
STARTED = ("2025-10-10", "started")
READS = reads(1)


def completed(evidence="75-percent-engagement-met", **said):
    return ("2026-07-10", "completed", {"evidence": evidence} | said)


def trained(*declarations, started="2025-09-01", **given):
    return declared(*declarations, started=started, **given)


def elements(start, completion):
    hours = (4.0 if start else 0.0) + (16.0 if completion else 0.0)
    parts = (("start element", 4, start), ("completion element", 16, completion))
    return {"details": (hours, parts)}


CASES = {
    "nothing is declared": Case(
        trained(), ON, MET, NOT_YET, actions=[DECLARE], **elements(False, False)
    ),
    "the day before the start declaration": Case(
        trained(STARTED), "2025-10-09", MET, NOT_YET, actions=[DECLARE], **elements(False, False)
    ),
    "the day of the start declaration": Case(
        trained(STARTED),
        "2025-10-10",
        MET,
        DUE,
        actions=[DECLARE],
        **elements(True, False),
        reads=READS,
    ),
    "the day before completion": Case(
        trained(STARTED, completed()),
        "2026-07-09",
        MET,
        DUE,
        actions=[DECLARE],
        **elements(True, False),
    ),
    "started and completed": Case(
        trained(STARTED, completed()), "2026-07-10", MET, DUE, **elements(True, True)
    ),
    "completed, with the evidence for a reduced induction": Case(
        trained(STARTED, completed("75-percent-engagement-met-reduced-induction")),
        ON,
        MET,
        DUE,
        **elements(True, True),
    ),
    "completed, with other evidence": Case(
        trained(STARTED, completed("other")),
        ON,
        MET,
        DUE,
        actions=[DECLARE],
        **elements(True, False),
    ),
    "completed, and the evidence is not told": Case(
        trained(STARTED, completed(None)), ON, MET, DUE, **elements(True, None)
    ),
    "completed, the evidence is not told, and no start declaration": Case(
        trained(completed(None)),
        ON,
        CANNOT_TELL,
        actions=[DECLARE, TELL],
        **elements(False, None),
        reads=READS,
    ),
    "completed, and that was voided": Case(
        trained(STARTED, completed(payment="voided")),
        ON,
        MET,
        DUE,
        actions=[DECLARE],
        **elements(True, False),
    ),
    "withdrawn after the start": Case(
        trained(STARTED, withdrawn="2025-11-10T09:00+00:00"),
        ON,
        MET,
        DUE,
        actions=[DECLARE],
        **elements(True, False),
    ),
    # New in 2025-26.
    "began on the last day before September": Case(
        trained(STARTED, started="2025-08-31"), ON, NOT_APPLICABLE
    ),
    "began then, for the contract period 2025": Case(
        trained(STARTED, started="2025-08-31", year=2025),
        ON,
        MET,
        DUE,
        actions=[DECLARE],
        **elements(True, False),
    ),
    "the first day of 2025-26": Case(
        trained(), "2025-09-01", MET, NOT_YET, actions=[DECLARE], **elements(False, False)
    ),
    "the day after 2025-26": Case(trained(STARTED), "2026-09-01", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_new_mentor(case):
    assert outcome(found(new_mentor, case)) == case.expected
