"""GATE-E6: who has failed induction is no ECT."""

from datetime import date

from ect_rules.facts import EctCandidate, InductionStatus
from ect_rules.rule import (
    CANNOT_TELL,
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

INDUCTION_FAILED = Reason(
    "INDUCTION_FAILED", "NOT_REGISTRABLE", "The teacher has failed induction."
)

RULE = Rule(
    id="GATE-E6",
    sentence="The TRS induction status is not Failed. FailedInWales passes.",
    sources=(Source("RECT", "app/wizards/schools/register_ect_wizard/wizard.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=60,
    reasons=(INDUCTION_FAILED,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: EctCandidate, on: date) -> Finding:
    """Cannot tell where the status has not been told. TRS gives the present one only."""
    if facts.teacher is None:
        return NOT_APPLICABLE
    status = facts.teacher.trs_induction_status
    if status is None:
        return CANNOT_TELL
    return BARRED if status is InductionStatus.FAILED else MET


def reads(facts: EctCandidate, on: date) -> Facts:
    """The status."""
    return ((facts.teacher, "trs_induction_status"),)
