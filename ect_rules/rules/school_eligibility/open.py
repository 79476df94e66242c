"""SCH-1: the school must be open."""

from datetime import date

from ect_rules.facts import SchoolFacts
from ect_rules.gias import is_open
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    Actor,
    Facts,
    Finding,
    NextAction,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

SCHOOL_CLOSED = Reason("SCHOOL_CLOSED", "NOT_ELIGIBLE", "The school is not open.")
CHECK_SCHOOL = NextAction("CHECK_SCHOOL", Actor.SCHOOL, "Check the school's record in GIAS.")

RULE = Rule(
    id="SCH-1",
    sentence="The school is open, or open but proposed to close. Closed and proposed to open are "
    "not open.",
    sources=(
        Source("RECT", "app/services/gias/school_row.rb", Standing.RUN),
        Source("ECF1", "app/models/concerns/gias_types.rb", Standing.RUN),
        Source("OURS", "a past day is judged by today's record in GIAS", Standing.OURS),
    ),
    role=Role.BARS,
    precedence=10,
    reasons=(SCHOOL_CLOSED,),
    actions=(CHECK_SCHOOL,),
    other_reading="Neither service keeps what a school was before. So a day in the past is judged "
    "by the school's present record in GIAS.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Cannot tell where the GIAS status has not been told."""
    opened = is_open(facts.school)
    if opened is None:
        return CANNOT_TELL
    return MET if opened else BARRED


def reads(facts: SchoolFacts, on: date) -> Facts:
    """The status."""
    return ((facts.school, "gias_status"),)
