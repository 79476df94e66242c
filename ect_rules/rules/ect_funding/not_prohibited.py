"""EFUND-4: nobody who is prohibited from teaching is funded."""

from datetime import date

from ect_rules.facts import EctFundingFacts
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

PROHIBITED_FROM_TEACHING = Reason(
    "PROHIBITED_FROM_TEACHING", "NOT_ELIGIBLE", "The ECT is prohibited from teaching."
)

RULE = Rule(
    id="EFUND-4a",
    sentence="The ECT is not prohibited from teaching.",
    sources=(
        Source("GOV", "funding and eligibility", Standing.PAGE),
        Source("RECT", "documentation, glossary"),
    ),
    role=Role.BARS,
    precedence=10,
    reasons=(PROHIBITED_FROM_TEACHING,),
    contract_periods=(2025, None),
    other_reading="For contract periods up to 2024 any active flag sends the ECT to a manual check "
    "instead (AMB-10).",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Cannot tell where the prohibition flag has not been told."""
    teacher = facts.teacher
    if teacher is None:
        return NOT_APPLICABLE
    if teacher.prohibited_from_teaching is None:
        return CANNOT_TELL
    return BARRED if teacher.prohibited_from_teaching else MET


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """The flag."""
    return ((facts.teacher, "prohibited_from_teaching"),)
