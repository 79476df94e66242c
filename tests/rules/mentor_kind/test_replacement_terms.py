"""REPL-3: what is different for a replacement mentor."""

import pytest

from ect_rules.rules.mentor_kind import replacement_terms
from tests.builders import mentor, mentor_and_colleagues, training
from tests.rules.mentor_kind.situations import earlier, taking_over
from tests.rules.table import MET, NOT_APPLICABLE, Case, found

ON = "2026-01-15"

CASES = {
    "the ECT is of a contract period before": Case(
        taking_over(ect={"training": [training(year=2024)]}),
        ON,
        MET,
        warnings=["NOT_IN_TARGETS", "NO_UPLIFT"],
        reads=["the training: contract_period, started_on"],
    ),
    "the ECT is of a contract period from": Case(
        taking_over(ect={"training": [training(year=2025)]}), ON, MET, warnings=["NOT_IN_TARGETS"]
    ),
    "the mentor's own training comes first": Case(
        taking_over(
            training=[training("2026-01-05", year=2025, name="own training")],
            ect={"training": [training(year=2024)]},
        ),
        ON,
        MET,
        warnings=["NOT_IN_TARGETS"],
        reads=["own training: contract_period, started_on"],
    ),
    "no replacement mentor": Case(mentor_and_colleagues(mentor()), ON, NOT_APPLICABLE),
    "in doubt": Case(taking_over(earlier(by=None, declarations=[])), ON, NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_replacement_terms(case):
    assert found(replacement_terms, case) == case.expected
