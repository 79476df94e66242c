"""EFUND-2: an ECT who is exempt from induction is not funded."""

from datetime import date

from ect_rules.facts import EctFundingFacts, InductionStatus
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

INDUCTION_EXEMPT = Reason("INDUCTION_EXEMPT", "NOT_ELIGIBLE", "The ECT is exempt from induction.")

RULE = Rule(
    id="EFUND-2",
    sentence="The TRS induction status is not Exempt, and had not been seen to be Exempt by the "
    "day asked about.",
    sources=(
        Source("RECT", "app/services/teachers/manage.rb:66-68"),
        Source("GOV", "funding and eligibility: QTLS", Standing.PAGE),
    ),
    role=Role.BARS,
    precedence=20,
    reasons=(INDUCTION_EXEMPT,),
    other_reading="By the stored day alone the ECT was eligible until then. But that is the day on "
    "which the exemption was first seen, and not the day from which it holds.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Not met on any day while the status is Exempt, and from the stored day. Cannot tell without."""
    teacher = facts.teacher
    if teacher is None:
        return NOT_APPLICABLE
    seen_on = teacher.ect_became_ineligible_for_funding_on
    status = teacher.trs_induction_status
    if status is InductionStatus.EXEMPT or (seen_on is not None and seen_on <= on):
        return BARRED
    return CANNOT_TELL if status is None else MET


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """The status, and the day on which it was first seen to be Exempt."""
    return ((facts.teacher, "trs_induction_status", "ect_became_ineligible_for_funding_on"),)
