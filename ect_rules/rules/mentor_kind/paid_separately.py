"""UNF-2: who pays for an unfunded mentor's access."""

from datetime import date

from ect_rules.ecf import LAST_CONTRACT_PERIOD
from ect_rules.facts import MentorKindFacts
from ect_rules.kinds import unfunded
from ect_rules.rule import (
    NOT_APPLICABLE,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Verdict,
)
from ect_rules.training import contract_period

UNFUNDED_PAID_SEPARATELY = Reason(
    "UNFUNDED_PAID_SEPARATELY",
    None,
    "The ECT's lead provider is paid separately for the unfunded mentor's access.",
)
UNFUNDED_IN_ECT_FEE = Reason(
    "UNFUNDED_IN_ECT_FEE", None, "The unfunded mentor's access is inside the fee for the ECT."
)

RULE = Rule(
    id="UNF-2",
    sentence="For an ECT of a contract period up to 2024 the provider is paid separately for an "
    "unfunded mentor's access; from 2025 it is inside the fee for the ECT.",
    sources=(Source("RECT", "guidance for lead providers, understanding_unfunded_mentors.md"),),
    role=Role.WARNS,
    precedence=60,
    reasons=(UNFUNDED_PAID_SEPARATELY, UNFUNDED_IN_ECT_FEE),
)

SEPARATELY = Finding(Verdict.MET, warnings=(UNFUNDED_PAID_SEPARATELY,))
IN_FEE = Finding(Verdict.MET, warnings=(UNFUNDED_IN_ECT_FEE,))
BOTH = Finding(Verdict.MET, warnings=RULE.reasons)


def decide(facts: MentorKindFacts, on: date) -> Finding:
    """By the contract period of the ECT's training, for each provider."""
    before = {contract_period(t) <= LAST_CONTRACT_PERIOD for t in unfunded(facts, on)[0]}
    if not before:
        return NOT_APPLICABLE
    if len(before) == 2:
        return BOTH
    return SEPARATELY if True in before else IN_FEE


def reads(facts: MentorKindFacts, on: date) -> Facts:
    """The ECTs' training that makes the mentor unfunded."""
    return tuple((t, "contract_period", "started_on") for t in unfunded(facts, on)[0])
