"""A mentor is assigned to somebody who is an ECT."""

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

NOT_REGISTERED_AS_ECT = Reason(
    "NOT_REGISTERED_AS_ECT",
    "NOT_ASSIGNABLE",
    "The teacher to be mentored has not been registered as an ECT at the school.",
)
REGISTER_ECT = NextAction(
    "REGISTER_ECT", Actor.SCHOOL, "If the teacher is an ECT at the school, register them."
)

RULE = Rule(
    id="MENT-0a",
    sentence="The teacher to be mentored is registered as an ECT (at the school asked about). "
    "Without that the days and the school are not looked at.",
    sources=(Source("OURS", "a mentorship links two at-school periods", Standing.OURS),),
    role=Role.BARS,
    precedence=1,
    reasons=(NOT_REGISTERED_AS_ECT,),
    actions=(REGISTER_ECT,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: AssignmentFacts, on: date) -> Finding:
    """Not met where no ECT-at-school period was found."""
    return BARRED if facts.ect is None else MET


def reads(facts: AssignmentFacts, on: date) -> Facts:
    """The registration."""
    return () if facts.ect is None else ((facts.ect, "started_on"),)
