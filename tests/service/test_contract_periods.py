"""By whose rules: those of the contract period that the facts say, or that the caller does."""

from typing import Any

import pytest

from ect_rules.catalogue import load
from ect_rules.facts import GiasStatus, School
from ect_rules.v1 import decisions_pb2
from tests.service.talking import Talk, codes, status, supposing

ON = "2026-01-15"
ECF1 = 2024
CATALOGUE = load()

JUDGED: dict[str, tuple[Any, str, str, int]] = {
    "a mentor who trains since 2023": (Talk.funding, "3000047", ON, 2023),
    "the same, may be trained": (Talk.training, "3000047", ON, 2023),
    "a mentor who trains since 2025": (Talk.funding, "3000030", ON, 2025),
    "a mentor without training, by that of the ECT": (Talk.funding, "3000033", ON, 2025),
    "a mentor without an ECT, on the last day of 2024": (
        Talk.funding,
        "3000031",
        "2025-05-31",
        2024,
    ),
    "and on the first day of 2025": (Talk.funding, "3000031", "2025-06-01", 2025),
    "an ECT who trains since 2023": (Talk.ect_funding, "3000007", ON, 2023),
    "an ECT who trains since 2025": (Talk.ect_funding, "3000001", ON, 2025),
}


@pytest.mark.parametrize("case", JUDGED)
def test_the_facts_say_by_whose_rules(example: Talk, case: str) -> None:
    ask, trn, on, year = JUDGED[case]
    assert ask(example, trn, on).basis.contract_period == year


def test_a_check_with_the_same_rules_for_all_says_none(example: Talk) -> None:
    assert CATALOGUE.checks["registration"].contract_period is None
    basis = example.registration("3000001", ON).basis
    assert not basis.HasField("contract_period")


@pytest.mark.parametrize(
    ("check", "ask", "subject"),
    [
        ("mentor_funding", Talk.funding, "3000047"),
        ("mentor_training", Talk.training, "3000047"),
        ("ect_funding", Talk.ect_funding, "3000001"),
        ("school_eligibility", Talk.school, "100001"),
    ],
)
def test_rules_of_another_contract_period_do_not_apply(
    example: Talk, check: str, ask: Any, subject: str
) -> None:
    rules = CATALOGUE.checks[check].rules
    for year in (ECF1, 2025):
        decision = ask(example, subject, ON, contract_period=year, view=decisions_pb2.VIEW_FULL)
        assert decision.basis.contract_period == year
        for rule, finding in zip(rules, decision.findings, strict=True):
            if not rule.in_force_for(year):
                assert finding.verdict == decisions_pb2.VERDICT_NOT_APPLICABLE, rule.id
    assert len({rule.contract_periods for rule in rules}) > 1


def test_the_same_facts_by_either_rules(example: Talk) -> None:
    """3000033 was trained in the early roll-out: no longer trained from 2025, unfunded before."""
    now = example.training("3000033", ON, contract_period=2025)
    before = example.training("3000033", ON, contract_period=2024)
    assert (status(now), codes(now.reasons)) == ("NOT_ELIGIBLE", ["TRAINED_IN_EARLY_ROLL_OUT"])
    assert codes(before.reasons) != codes(now.reasons)


@pytest.mark.parametrize(("year", "rule"), [(2024, "SCH-2e"), (2025, "SCH-2")])
def test_the_rule_that_gave_a_reason_is_the_one_in_force(talk: Talk, year: int, rule: str) -> None:
    """Both sets of rules look whether the school is in England, each in its own way."""
    school = School("100001", GiasStatus.OPEN, "Welsh establishment", False, False, "W06000015")
    decision = talk.school("100001", ON, contract_period=year, hypothetical=supposing([school]))
    told = {r.rule_id for r in decision.reasons if "England" in r.words}
    assert told == {rule}
