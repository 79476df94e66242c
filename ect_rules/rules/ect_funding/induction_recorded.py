"""EFUND-4: the appropriate body has recorded the ECT's induction."""

from datetime import date

from ect_rules.facts import EctFundingFacts
from ect_rules.induction import ENDING, may_start_from, reads_of_induction
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

NO_INDUCTION = Reason("NO_INDUCTION", "NOT_YET_ELIGIBLE", "No induction is recorded yet.")
RECORD_INDUCTION = NextAction(
    "RECORD_INDUCTION", Actor.APPROPRIATE_BODY, "Record the start of the ECT's induction."
)

RULE = Rule(
    id="EFUND-4e",
    sentence="An induction period of the ECT is recorded. Not asked where the TRS induction status "
    "ends induction, or the need for it.",
    sources=(Source("GOV", "funding and eligibility: appropriate body", Standing.PAGE),),
    role=Role.BARS,
    precedence=31,
    reasons=(NO_INDUCTION,),
    actions=(RECORD_INDUCTION,),
    contract_periods=(2025, None),
    other_reading="The TRS induction status InProgress shows an induction too. RECT goes by its "
    "induction periods.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Met where there is an induction period, past, present or to come."""
    if facts.induction_periods:
        return MET
    over = facts.teacher is None or facts.teacher.trs_induction_status in ENDING
    return NOT_APPLICABLE if over else BARRED


def earliest(facts: EctFundingFacts, on: date) -> date:
    """Induction starts with QTS, and not before."""
    return may_start_from(facts.teacher, on)


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """The status, and the induction periods."""
    return reads_of_induction(facts.teacher, facts.induction_periods)
