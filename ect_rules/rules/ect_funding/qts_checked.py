"""Row 4 of the earlier service's chain: an ECT without QTS goes to somebody who looks."""

from datetime import date

from ect_rules.ecf import raised, reads_of
from ect_rules.facts import EctFundingFacts, EligibilityReason
from ect_rules.induction import may_start_from, qts_on
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

NO_QTS = Reason("NO_QTS", "NEEDS_REVIEW", "No qualified teacher status was found for the ECT.")
AWARD_QTS = NextAction(
    "AWARD_QTS", Actor.DFE, "Record the award of qualified teacher status, once it is made."
)

RULE = Rule(
    id="EFUND-E4",
    sentence="The earlier service's check found QTS. Where it is not told, QTS is held on the day.",
    sources=(Source("ECF1", "participants/determine_eligibility_status.rb, row 4", Standing.RUN),),
    role=Role.BARS,
    precedence=14,
    reasons=(NO_QTS,),
    actions=(AWARD_QTS,),
    contract_periods=(None, 2024),
    covers=("ECF1-4",),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Cannot tell where neither the check nor QTS is told."""
    none = raised(facts.ecf, EligibilityReason.NO_QTS)
    held = qts_on(facts.teacher, on) if none is None else not none
    if held is None:
        return CANNOT_TELL
    return MET if held else BARRED


def earliest(facts: EctFundingFacts, on: date) -> date:
    """The day of the award, where it is to come."""
    return may_start_from(facts.teacher, on)


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """What the check found, and QTS."""
    found = reads_of(facts.ecf, EligibilityReason.NO_QTS)
    return (*found, (facts.teacher, "qts_held", "qts_awarded_on"))
