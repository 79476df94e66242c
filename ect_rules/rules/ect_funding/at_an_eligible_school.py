"""EFUND-4: the school must be one that DfE funds."""

from datetime import date

from ect_rules.dated import ended
from ect_rules.facts import EctFundingFacts
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    NOT_APPLICABLE,
    Actor,
    Asked,
    Facts,
    Finding,
    NextAction,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
    resting_on,
)

SCHOOL_NOT_ELIGIBLE = Reason(
    "SCHOOL_NOT_ELIGIBLE", "NOT_ELIGIBLE", "The ECT's school is not one that DfE funds."
)
CHECK_SCHOOL = NextAction("CHECK_SCHOOL", Actor.SCHOOL, "Check the school's record in GIAS.")

RULE = Rule(
    id="EFUND-4g",
    sentence="The school of the ECT-at-school period is eligible.",
    sources=(Source("GOV", "funding and eligibility, eligible settings", Standing.PAGE),),
    role=Role.BARS,
    precedence=50,
    reasons=(SCHOOL_NOT_ELIGIBLE,),
    actions=(CHECK_SCHOOL,),
    asks=("school_eligibility",),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)
FINDINGS = {"ELIGIBLE": MET, "CANNOT_TELL": CANNOT_TELL}


def decide(facts: EctFundingFacts, on: date, *, school_eligibility: Asked) -> Finding:
    """Met where the school's eligibility is a yes. Not a question once the ECT has left it."""
    if facts.period is None or facts.school is None or ended(facts.period, on):
        return NOT_APPLICABLE
    answer = school_eligibility(facts.school, on)
    return resting_on(FINDINGS.get(answer.status, BARRED), answer)


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """The school of the period."""
    return ((facts.period, "urn"),)
