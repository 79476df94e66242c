"""The grant goes to schools that DfE funds."""

from datetime import date

from ect_rules.academic import in_academic_year_of, settled
from ect_rules.facts import MentorFacts
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
    "SCHOOL_NOT_ELIGIBLE", "NOT_DUE", "The mentor is at no funded school in the academic year."
)
CHECK_SCHOOL = NextAction("CHECK_SCHOOL", Actor.SCHOOL, "Check the school's record in GIAS.")

RULE = Rule(
    id="GRANT-school",
    sentence="A school at which the mentor is on some day of the academic year is eligible.",
    sources=(Source("GOV", "backfill payments, eligibility", Standing.PAGE),),
    role=Role.BARS,
    precedence=30,
    reasons=(SCHOOL_NOT_ELIGIBLE,),
    actions=(CHECK_SCHOOL,),
    asks=("school_eligibility",),
    other_reading="Hours are due to each school for its terms; we do not divide them.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: MentorFacts, on: date, *, school_eligibility: Asked) -> Finding:
    """Cannot tell where no school is known to be eligible and one is in doubt."""
    if not settled(on):
        return NOT_APPLICABLE
    here = [at.school for at in facts.at_schools if in_academic_year_of(at, on)]
    answers = [school_eligibility(school, on) for school in here]
    eligible = [answer for answer in answers if answer.status == "ELIGIBLE"]
    if eligible:
        return resting_on(MET, eligible[0])
    in_doubt = any(answer.status == "CANNOT_TELL" for answer in answers)
    return resting_on(CANNOT_TELL if in_doubt else BARRED, *answers)


def reads(facts: MentorFacts, on: date) -> Facts:
    """The schools, with the days at each."""
    return tuple((at.period, "urn", "started_on", "finished_on") for at in facts.at_schools)
