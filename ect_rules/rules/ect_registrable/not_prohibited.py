"""GATE-E7: nobody who is prohibited from teaching is registered."""

from datetime import date

from ect_rules.facts import EctCandidate
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
    "PROHIBITED_FROM_TEACHING", "NOT_REGISTRABLE", "The teacher is prohibited from teaching."
)

RULE = Rule(
    id="GATE-E7",
    sentence="The teacher is not prohibited from teaching.",
    sources=(
        Source("RECT", "app/wizards/schools/register_ect_wizard/wizard.rb", Standing.RUN),
        Source("RECT", "lib/trs/teacher.rb: an alert of that category has not ended", Standing.RUN),
    ),
    role=Role.BARS,
    precedence=70,
    reasons=(PROHIBITED_FROM_TEACHING,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: EctCandidate, on: date) -> Finding:
    """Cannot tell where the prohibition flag has not been told. Other alerts do not bar."""
    if facts.teacher is None:
        return NOT_APPLICABLE
    if facts.teacher.prohibited_from_teaching is None:
        return CANNOT_TELL
    return BARRED if facts.teacher.prohibited_from_teaching else MET


def reads(facts: EctCandidate, on: date) -> Facts:
    """The flag."""
    return ((facts.teacher, "prohibited_from_teaching"),)
