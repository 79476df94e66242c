"""Row 8 of the earlier service's chain: an ECT without induction goes to somebody who looks."""

from datetime import date

from ect_rules.ecf import raised, reads_of
from ect_rules.facts import EctFundingFacts, EligibilityReason
from ect_rules.induction import may_start_from, reads_of_induction, recorded
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    Actor,
    Facts,
    Finding,
    NextAction,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

NO_INDUCTION = Reason("NO_INDUCTION", "NEEDS_REVIEW", "No induction was found for the ECT.")
RECORD_INDUCTION = NextAction(
    "RECORD_INDUCTION", Actor.APPROPRIATE_BODY, "Record the start of the ECT's induction."
)

RULE = Rule(
    id="EFUND-E8",
    sentence="The earlier service found an induction. Where not told, a period or TRS shows one.",
    sources=(Source("ECF1", "participants/determine_eligibility_status.rb, row 8", Standing.RUN),),
    role=Role.BARS,
    precedence=30,
    reasons=(NO_INDUCTION,),
    actions=(RECORD_INDUCTION,),
    contract_periods=(None, 2024),
    covers=("ECF1-8",),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Cannot tell where none of the three is told."""
    none = raised(facts.ecf, EligibilityReason.NO_INDUCTION)
    found = recorded(facts.teacher, facts.induction_periods) if none is None else not none
    if found is None:
        return CANNOT_TELL
    return MET if found else BARRED


def earliest(facts: EctFundingFacts, on: date) -> date:
    """Induction starts with QTS, and not before."""
    return may_start_from(facts.teacher, on)


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """What the check found; the induction status and periods."""
    found = reads_of(facts.ecf, EligibilityReason.NO_INDUCTION)
    return (*found, *reads_of_induction(facts.teacher, facts.induction_periods))
