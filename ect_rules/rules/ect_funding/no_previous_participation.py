"""Row 2 of the earlier service's chain: who took part in the early roll-out was funded then."""

from datetime import date

from ect_rules.ecf import raised, reads_of
from ect_rules.facts import EctFundingFacts, EligibilityReason
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

PREVIOUS_PARTICIPATION = Reason(
    "PREVIOUS_PARTICIPATION", "NOT_ELIGIBLE", "The ECT took part in the early roll-out."
)

RULE = Rule(
    id="EFUND-E2",
    sentence="The ECT did not take part in the early roll-out.",
    sources=(Source("ECF1", "participants/determine_eligibility_status.rb, row 2", Standing.RUN),),
    role=Role.BARS,
    precedence=12,
    reasons=(PREVIOUS_PARTICIPATION,),
    contract_periods=(None, 2024),
    covers=("ECF1-2",),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Cannot tell where the check is not told."""
    took_part = raised(facts.ecf, EligibilityReason.PREVIOUS_PARTICIPATION)
    if took_part is None:
        return CANNOT_TELL
    return BARRED if took_part else MET


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """What the check found."""
    return reads_of(facts.ecf, EligibilityReason.PREVIOUS_PARTICIPATION)
