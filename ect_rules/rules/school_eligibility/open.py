"""SCH-1: the school must be open."""

from datetime import date

from ect_rules.facts import GiasStatus, SchoolFacts
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

SCHOOL_CLOSED = Reason("SCHOOL_CLOSED", "NOT_ELIGIBLE", "The school is not open.")
OPEN = (GiasStatus.OPEN, GiasStatus.PROPOSED_TO_CLOSE)

RULE = Rule(
    id="SCH-1",
    sentence="The school is open, or open but proposed to close. Closed and proposed to open are "
    "not open.",
    sources=(Source("RECT", "app/services/gias/school_row.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=10,
    reasons=(SCHOOL_CLOSED,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Cannot tell where the GIAS status has not been told."""
    if facts.school.gias_status is None:
        return CANNOT_TELL
    return MET if facts.school.gias_status in OPEN else BARRED


def reads(facts: SchoolFacts, on: date) -> Facts:
    """The status."""
    return ((facts.school, "gias_status"),)
