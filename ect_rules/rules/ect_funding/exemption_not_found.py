"""Row 7 of the earlier service's chain: it may have found an exemption that TRS does not show now."""

from datetime import date

from ect_rules.ecf import raised, reads_of
from ect_rules.facts import EctFundingFacts, EligibilityReason
from ect_rules.rule import (
    MET,
    NOT_APPLICABLE,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

INDUCTION_EXEMPT = Reason("INDUCTION_EXEMPT", "NOT_ELIGIBLE", "The ECT is exempt from induction.")

RULE = Rule(
    id="EFUND-E7",
    sentence="The earlier service's check did not find the ECT to be exempt from induction. Where "
    "it is not told, EFUND-2 alone decides.",
    sources=(Source("ECF1", "participants/determine_eligibility_status.rb, row 7", Standing.RUN),),
    role=Role.BARS,
    precedence=21,
    reasons=(INDUCTION_EXEMPT,),
    contract_periods=(None, 2024),
    covers=("ECF1-7",),
    other_reading="The earlier service went by its check alone. An exemption that TRS shows now counts "
    "as well.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Not met where the check found an exemption."""
    exempt = raised(facts.ecf, EligibilityReason.EXEMPT_FROM_INDUCTION)
    if exempt is None:
        return NOT_APPLICABLE
    return BARRED if exempt else MET


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """What the check found."""
    return reads_of(facts.ecf, EligibilityReason.EXEMPT_FROM_INDUCTION)
