"""Only a mentor is assigned as one."""

from datetime import date

from ect_rules.facts import AssignmentFacts
from ect_rules.rule import (
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

NOT_A_MENTOR = Reason(
    "NOT_A_MENTOR", "NOT_ASSIGNABLE", "This teacher has not been registered as a mentor."
)
REGISTER_NEW_MENTOR = NextAction(
    "REGISTER_NEW_MENTOR", Actor.SCHOOL, "Register a new mentor for the ECT."
)

RULE = Rule(
    id="MENT-0b",
    sentence="The mentor has been registered as a mentor at some school. Without that the days and "
    "the school are not looked at.",
    sources=(Source("OURS", "a mentorship links two at-school periods", Standing.OURS),),
    role=Role.BARS,
    precedence=2,
    reasons=(NOT_A_MENTOR,),
    actions=(REGISTER_NEW_MENTOR,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: AssignmentFacts, on: date) -> Finding:
    """Not met where no mentor-at-school period was found."""
    return BARRED if facts.mentor is None else MET


def reads(facts: AssignmentFacts, on: date) -> Facts:
    """The period at a school."""
    return () if facts.mentor is None else ((facts.mentor, "started_on"),)
