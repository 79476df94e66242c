"""GRANT-2023-24: 6 hours for each term in training that the provider confirms, after the summer."""

import pytest

from ect_rules.rules.mentor_grant import by_term
from tests.rules.mentor_grant.parts import declared, outcome, reads
from tests.rules.table import MET, NOT_APPLICABLE, Case, found

DUE, NOT_YET, NOT = ["GRANT_DUE"], ["GRANT_NOT_YET_DUE"], ["GRANT_NOT_DUE"]
DECLARE = ["DECLARE_MILESTONE"]
AUTUMN, SPRING, SUMMER = (
    ("2023-10-10", "started"),
    ("2024-02-10", "retained-1"),
    ("2024-06-10", "retained-2"),
)
READS = reads(3)


def trained(*declarations, started="2023-09-01", **given):
    return declared(*declarations, started=started, **given)


def terms(autumn, spring, summer):
    names = ("autumn term", "spring term", "summer term")
    parts = tuple(zip(names, (6, 6, 6), (autumn, spring, summer), strict=True))
    return {"details": (6.0 * sum((autumn, spring, summer)), parts)}


CASES = {
    "three terms, the day before August": Case(
        trained(AUTUMN, SPRING, SUMMER), "2024-07-31", MET, NOT_YET, **terms(False, False, False)
    ),
    "three terms, in August": Case(
        trained(AUTUMN, SPRING, SUMMER),
        "2024-08-01",
        MET,
        DUE,
        **terms(True, True, True),
        reads=READS,
    ),
    "two terms are confirmed": Case(
        trained(AUTUMN, SPRING), "2024-08-01", MET, DUE, actions=DECLARE, **terms(True, True, False)
    ),
    "the last day of the autumn term, which is confirmed": Case(
        trained(AUTUMN), "2023-12-31", MET, NOT_YET, **terms(False, False, False)
    ),
    "the first day of the spring term": Case(
        trained(AUTUMN), "2024-01-01", MET, NOT_YET, actions=DECLARE, **terms(False, False, False)
    ),
    "none is confirmed": Case(
        trained(), "2024-08-01", MET, NOT_YET, actions=DECLARE, **terms(False, False, False)
    ),
    "declared on the last day of the autumn term": Case(
        trained(("2023-12-31", "started")),
        "2024-08-01",
        MET,
        DUE,
        actions=DECLARE,
        **terms(True, False, False),
    ),
    "declared on the first day of the spring term": Case(
        trained(("2024-01-01", "started")),
        "2024-08-01",
        MET,
        DUE,
        actions=DECLARE,
        **terms(False, True, False),
    ),
    "declared on the last day of the spring term": Case(
        trained(("2024-03-31", "started")),
        "2024-08-01",
        MET,
        DUE,
        actions=DECLARE,
        **terms(False, True, False),
    ),
    "declared on the first day of the summer term": Case(
        trained(("2024-04-01", "started")),
        "2024-08-01",
        MET,
        DUE,
        actions=DECLARE,
        **terms(False, False, True),
    ),
    "a declaration that is to be recovered": Case(
        trained((*AUTUMN, {"clawback": "awaiting_clawback"})),
        "2024-08-01",
        MET,
        NOT_YET,
        actions=DECLARE,
        **terms(False, False, False),
    ),
    "began in January": Case(
        trained(SPRING, SUMMER, started="2024-01-08"),
        "2024-08-01",
        MET,
        DUE,
        **terms(False, True, True),
    ),
    "began in January, in the autumn": Case(
        trained(started="2024-01-08"), "2023-12-31", MET, NOT_YET, **terms(False, False, False)
    ),
    "withdrawn in the autumn, and confirmed": Case(
        trained(AUTUMN, withdrawn="2023-11-10T09:00+00:00"),
        "2024-08-01",
        MET,
        DUE,
        **terms(True, False, False),
    ),
    "withdrawn in the autumn": Case(
        trained(AUTUMN, SPRING, withdrawn="2023-12-31T09:00+00:00"),
        "2024-08-01",
        MET,
        DUE,
        **terms(True, False, False),
    ),
    "withdrawn on the first day of the spring term": Case(
        trained(AUTUMN, SPRING, withdrawn="2024-01-01T09:00+00:00"),
        "2024-08-01",
        MET,
        DUE,
        **terms(True, True, False),
    ),
    "withdrawn in the autumn, and nothing confirmed": Case(
        trained(withdrawn="2023-12-31T09:00+00:00"),
        "2024-08-01",
        MET,
        NOT_YET,
        actions=DECLARE,
        **terms(False, False, False),
    ),
    # Two years.
    "the second year": Case(
        trained(("2024-10-10", "retained-3")),
        "2025-08-01",
        MET,
        DUE,
        actions=DECLARE,
        **terms(True, False, False),
    ),
    "the third year": Case(
        trained(("2023-10-10", "retained-3"), started="2021-09-01"),
        "2024-08-01",
        MET,
        NOT,
        details=(0.0, (("terms", 18, False),)),
    ),
    "began after 31 May 2022: this is the second year": Case(
        trained(AUTUMN, started="2022-06-01"),
        "2024-08-01",
        MET,
        DUE,
        actions=DECLARE,
        **terms(True, False, False),
    ),
    # Its academic years.
    "the day before 2023-24": Case(trained(started="2022-09-01"), "2023-08-31", NOT_APPLICABLE),
    "the last day of 2024-25": Case(
        trained(("2024-10-10", "retained-3")),
        "2025-08-31",
        MET,
        DUE,
        actions=DECLARE,
        **terms(True, False, False),
    ),
    "the first day of 2025-26": Case(trained(), "2025-09-01", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_by_term(case):
    assert outcome(found(by_term, case)) == case.expected
