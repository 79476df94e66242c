"""Without the earlier service's checks nobody knows, and its first answer said so."""

from datetime import date

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

CHECKS_NOT_COMPLETE = Reason(
    "CHECKS_NOT_COMPLETE",
    "CANNOT_TELL",
    "The earlier service's checks on the mentor are not told, so nobody can say.",
)
COMPLETE_CHECKS = NextAction(
    "COMPLETE_CHECKS", Actor.DFE, "Complete the checks on the mentor, and record what they found."
)

RULE = Rule(
    id="TRAIN-E1",
    sentence="There is a record of the earlier service's checks on the mentor.",
    sources=(Source("ECF1", "training_eligibility_state: checks_not_complete", Standing.RUN),),
    role=Role.BARS,
    precedence=6,
    reasons=(CHECKS_NOT_COMPLETE,),
    actions=(COMPLETE_CHECKS,),
    contract_periods=(None, 2024),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not met where there is none. Not a question for one who is no mentor."""
    if not facts.at_schools:
        return NOT_APPLICABLE
    return BARRED if facts.ecf is None else MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """The record."""
    return () if facts.ecf is None else ((facts.ecf, "status", "reason"),)
