"""REG-5: an ECT who is exempt from induction needs no mentor."""

from datetime import date

from ect_rules.facts import EctFacts, InductionStatus
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
    Verdict,
)

INDUCTION_EXEMPT = Reason("INDUCTION_EXEMPT", "NOT_REQUIRED", "The ECT is exempt from induction.")

RULE = Rule(
    id="REG-5",
    sentence="The TRS induction status is Exempt.",
    sources=(Source("RECT", "app/helpers/ect_helper.rb:96-97,113"),),
    role=Role.DECIDES,
    precedence=50,
    reasons=(INDUCTION_EXEMPT,),
    other_reading="A status that has not been told goes on to the mentor, as in RECT.",
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: EctFacts, on: date) -> Finding:
    """Met where the status is Exempt, whatever the day: TRS gives the present status only."""
    teacher = facts.teacher
    if teacher is None:
        return NOT_APPLICABLE
    if teacher.trs_induction_status is None:
        return CANNOT_TELL
    return DECIDED if teacher.trs_induction_status is InductionStatus.EXEMPT else NOT_MET


def reads(facts: EctFacts, on: date) -> Facts:
    """The status."""
    return ((facts.teacher, "trs_induction_status"),)
