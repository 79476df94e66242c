"""The question is about mentors."""

from datetime import date

from ect_rules.facts import MentorFacts
from ect_rules.rule import (
    NOT_MET,
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
    "NOT_A_MENTOR", "NOT_REGISTERED", "This teacher has not been registered as a mentor."
)
REGISTER_AS_MENTOR = NextAction(
    "REGISTER_AS_MENTOR",
    Actor.SCHOOL,
    "Register the teacher as a mentor, for an ECT at the school.",
)

RULE = Rule(
    id="GRANT-0b",
    sentence="The teacher has no mentor-at-school period of any date.",
    sources=(Source("OURS", "no mentor record", Standing.OURS),),
    role=Role.DECIDES,
    precedence=5,
    reasons=(NOT_A_MENTOR,),
    actions=(REGISTER_AS_MENTOR,),
    stops=True,
)

UNREGISTERED = Finding(Verdict.MET, RULE.reasons, RULE.actions)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not met where there is a period, past, present or to come."""
    return NOT_MET if facts.at_schools else UNREGISTERED


def reads(facts: MentorFacts, on: date) -> Facts:
    """The first period at a school."""
    return tuple((p.period, "started_on") for p in facts.at_schools[:1])
