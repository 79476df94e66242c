"""The question is about ECTs."""

from datetime import date

from ect_rules.facts import EctFundingFacts
from ect_rules.rule import (
    NOT_MET,
    Actor,
    Details,
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
    "NOT_REGISTERED",
    "This teacher has not been registered as an ECT at the school.",
)
REGISTER_ECT = NextAction(
    "REGISTER_ECT", Actor.SCHOOL, "If the teacher is an ECT at the school, register them."
)

RULE = Rule(
    id="EFUND-0b",
    sentence="The teacher has no ECT-at-school period, or none at the school asked about.",
    sources=(Source("OURS", "not being registered is an answer and not an error", Standing.OURS),),
    role=Role.DECIDES,
    precedence=2,
    reasons=(NOT_REGISTERED_AS_ECT,),
    actions=(REGISTER_ECT,),
    stops=True,
)

UNREGISTERED = Finding(Verdict.MET, RULE.reasons, RULE.actions)


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Met where no period was found."""
    return UNREGISTERED if facts.period is None else NOT_MET


def details(facts: EctFundingFacts, on: date) -> Details:
    """The registration that was found, and its school."""
    if facts.period is None:
        return ()
    return (("ect_at_school_period_id", facts.period.id), ("urn", facts.period.urn))


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """The registration."""
    return () if facts.period is None else ((facts.period, "started_on"),)
