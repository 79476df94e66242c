"""FUND-0: the question is about mentors."""

from datetime import date

from ect_rules.facts import MentorFacts
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
    "NOT_A_MENTOR", "NOT_REGISTERED", "This teacher has not been registered as a mentor."
)
REGISTER_AS_MENTOR = NextAction(
    "REGISTER_AS_MENTOR",
    Actor.SCHOOL,
    "Register the teacher as a mentor, for an ECT at the school.",
)

RULE = Rule(
    id="FUND-0",
    sentence="The teacher has been registered as a mentor at some school.",
    sources=(Source("OURS", "no mentor record", Standing.OURS),),
    role=Role.BARS,
    precedence=5,
    reasons=(NOT_A_MENTOR,),
    actions=(REGISTER_AS_MENTOR,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Met where there is a mentor-at-school period, past, present or to come."""
    return MET if facts.at_schools else BARRED


def reads(facts: MentorFacts, on: date) -> Facts:
    """The first period at a school."""
    return tuple((p.period, "started_on") for p in facts.at_schools[:1])
