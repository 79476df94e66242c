"""EFUND-4: an ECT is a qualified teacher."""

from datetime import date

from ect_rules.facts import EctFundingFacts
from ect_rules.induction import may_start_from, qts_on
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

NO_QTS = Reason("NO_QTS", "NOT_YET_ELIGIBLE", "The ECT does not hold qualified teacher status yet.")
AWARD_QTS = NextAction(
    "AWARD_QTS", Actor.DFE, "Record the award of qualified teacher status, once it is made."
)

RULE = Rule(
    id="EFUND-4d",
    sentence="QTS is held: from the day of the award, where that is told.",
    sources=(Source("GOV", "funding and eligibility: hold QTS", Standing.PAGE),),
    role=Role.BARS,
    precedence=24,
    reasons=(NO_QTS,),
    actions=(AWARD_QTS,),
    contract_periods=(2025, None),
    other_reading="For contract periods up to 2024 no QTS sends the ECT to a manual check instead.",
)

NOT_AWARDED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)
LATER = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Cannot tell where neither QTS nor the day of its award has been told."""
    held = qts_on(facts.teacher, on)
    if held is None:
        return CANNOT_TELL
    if held:
        return MET
    return NOT_AWARDED if may_start_from(facts.teacher, on) == on else LATER


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """QTS, and the day of its award."""
    return ((facts.teacher, "qts_held", "qts_awarded_on"),)
