"""FUND-6: the money goes to a school."""

from datetime import date

from ect_rules.dated import ended
from ect_rules.facts import MentorFacts
from ect_rules.rule import (
    MET,
    NOT_APPLICABLE,
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

NOT_AT_A_SCHOOL = Reason(
    "NOT_AT_A_SCHOOL", "NOT_ELIGIBLE", "The mentor is not at any school now or later."
)
REGISTER_AS_MENTOR = NextAction(
    "REGISTER_AS_MENTOR",
    Actor.SCHOOL,
    "Register the teacher as a mentor, for an ECT at the school.",
)

RULE = Rule(
    id="FUND-6",
    sentence="The mentor has a current or future mentor-at-school period. Without one, FUND-7 is "
    "not asked.",
    sources=(Source("OURS", "money goes to a school", Standing.OURS),),
    role=Role.BARS,
    precedence=60,
    reasons=(NOT_AT_A_SCHOOL,),
    actions=(REGISTER_AS_MENTOR,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not met from the day after the last day at the last school."""
    if not facts.at_schools:
        return NOT_APPLICABLE
    for at_school in facts.at_schools:
        if not ended(at_school, on):
            return MET
    return BARRED


def reads(facts: MentorFacts, on: date) -> Facts:
    """The first period that has not ended; without any, all of them."""
    here = [p for p in facts.at_schools if not ended(p, on)]
    return tuple((p.period, "finished_on") for p in here[:1] or facts.at_schools)
