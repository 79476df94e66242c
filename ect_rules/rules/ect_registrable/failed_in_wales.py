"""Induction failed in Wales does not bar, but deserves a second look."""

from datetime import date

from ect_rules.facts import EctCandidate, InductionStatus
from ect_rules.rule import (
    CANNOT_TELL,
    NOT_APPLICABLE,
    NOT_MET,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

INDUCTION_FAILED_IN_WALES = Reason(
    "INDUCTION_FAILED_IN_WALES",
    None,
    "The teacher has failed induction in Wales. Check with the appropriate body whether induction in "
    "England can go on.",
)

RULE = Rule(
    id="GATE-E17",
    sentence="The TRS induction status is FailedInWales, which does not bar the registration.",
    sources=(Source("RECT", "app/wizards/schools/register_ect_wizard/wizard.rb", Standing.RUN),),
    role=Role.WARNS,
    precedence=180,
    reasons=(INDUCTION_FAILED_IN_WALES,),
    covers=("AMB-3",),
    other_reading="RECT's induction rules treat FailedInWales as concluded.",
)

WARNED = Finding(Verdict.MET, warnings=RULE.reasons)


def decide(facts: EctCandidate, on: date) -> Finding:
    """Met where the status is FailedInWales."""
    if facts.teacher is None:
        return NOT_APPLICABLE
    status = facts.teacher.trs_induction_status
    if status is None:
        return CANNOT_TELL
    return WARNED if status is InductionStatus.FAILED_IN_WALES else NOT_MET


def reads(facts: EctCandidate, on: date) -> Facts:
    """The status."""
    return ((facts.teacher, "trs_induction_status"),)
