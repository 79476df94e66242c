"""REG-3: an ECT who has passed induction needs no mentor."""

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

INDUCTION_PASSED = Reason("INDUCTION_PASSED", "NOT_REQUIRED", "The ECT has passed induction.")

RULE = Rule(
    id="REG-3",
    sentence="The TRS induction status is Passed.",
    sources=(Source("RECT", "app/helpers/ect_helper.rb:96-97,109"),),
    role=Role.DECIDES,
    precedence=30,
    reasons=(INDUCTION_PASSED,),
    other_reading="A status that has not been told goes on to the mentor, as in RECT.",
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: EctFacts, on: date) -> Finding:
    """Met where the status is Passed, whatever the day: TRS gives the present status only."""
    teacher = facts.teacher
    if teacher is None:
        return NOT_APPLICABLE
    if teacher.trs_induction_status is None:
        return CANNOT_TELL
    return DECIDED if teacher.trs_induction_status is InductionStatus.PASSED else NOT_MET


def reads(facts: EctFacts, on: date) -> Facts:
    """The status."""
    return ((facts.teacher, "trs_induction_status"),)
