"""A closed school may not use the service."""

from datetime import date

from ect_rules.facts import GiasStatus, MentorCandidate
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

SCHOOL_CLOSED = Reason("SCHOOL_CLOSED", "NOT_REGISTRABLE", "The school is closed.")

RULE = Rule(
    id="GATE-M9",
    sentence="The school is not closed. An administrator's mark does not lift this.",
    sources=(Source("RECT", "app/services/schools/access_blocker.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=90,
    reasons=(SCHOOL_CLOSED,),
    other_reading="For funding, a school that is proposed to open is not open either (SCH-1). RECT "
    "lets it in, and keeps out a school of which it holds no row; of that we cannot tell.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: MentorCandidate, on: date) -> Finding:
    """Cannot tell where the GIAS status has not been told."""
    status = facts.school.school.gias_status
    if status is None:
        return CANNOT_TELL
    return BARRED if status is GiasStatus.CLOSED else MET


def reads(facts: MentorCandidate, on: date) -> Facts:
    """The status."""
    return ((facts.school.school, "gias_status"),)
