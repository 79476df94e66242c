"""EFUND-4: who has left the school is at no eligible one there."""

from datetime import date

from ect_rules.dated import ended
from ect_rules.facts import EctFundingFacts
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

LEFT_SCHOOL = Reason("LEFT_SCHOOL", "NOT_ELIGIBLE", "The ECT has left the school.")
REGISTER_ECT = NextAction(
    "REGISTER_ECT", Actor.SCHOOL, "If the teacher is an ECT at the school, register them."
)

RULE = Rule(
    id="EFUND-4f",
    sentence="The ECT-at-school period has not ended before the day.",
    sources=(Source("OURS", "money goes to a school, as for mentors (FUND-6)", Standing.OURS),),
    role=Role.BARS,
    precedence=40,
    reasons=(LEFT_SCHOOL,),
    actions=(REGISTER_ECT,),
    other_reading="RECT's stored instant asks for an ECT-at-school period of any date.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Not met from the day after the last day at the school."""
    if facts.period is None:
        return NOT_APPLICABLE
    return BARRED if ended(facts.period, on) else MET


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """The last day at the school."""
    return ((facts.period, "finished_on"),)
