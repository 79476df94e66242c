"""EFUND-6: what an appropriate body finds when it wants to start the ECT's induction."""

from datetime import date

from ect_rules.facts import EctFundingFacts
from ect_rules.induction import ENDING, qts_on
from ect_rules.rule import (
    CANNOT_TELL,
    NOT_APPLICABLE,
    Facts,
    Finding,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

RULE = Rule(
    id="EFUND-6",
    sentence="An appropriate body may start induction: the TRS induction status is none of Passed, "
    "Failed, FailedInWales and Exempt, then the ECT is not prohibited from teaching, then QTS is held.",
    sources=(Source("RECT", "lib/trs/teacher.rb, check_eligibility!", Standing.RUN),),
    role=Role.STATES,
    precedence=91,
)

MAY = Finding(Verdict.MET, details=(("induction_may_start", True),))
MAY_NOT = Finding(Verdict.NOT_MET, details=(("induction_may_start", False),))


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Cannot tell where none of the three forbids it, and one has not been told."""
    teacher = facts.teacher
    if teacher is None:
        return NOT_APPLICABLE
    status, prohibited = teacher.trs_induction_status, teacher.prohibited_from_teaching
    qts = qts_on(teacher, on)
    if status in ENDING or prohibited or qts is False:
        return MAY_NOT
    return CANNOT_TELL if status is None or prohibited is None or qts is None else MAY


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """The status, the prohibition and QTS."""
    fields = ("trs_induction_status", "prohibited_from_teaching", "qts_held", "qts_awarded_on")
    return ((facts.teacher, *fields),)
