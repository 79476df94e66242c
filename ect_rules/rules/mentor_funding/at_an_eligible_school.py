"""FUND-7: the school must be one that DfE funds."""

from datetime import date

from ect_rules.dated import ended
from ect_rules.facts import MentorFacts
from ect_rules.rule import (
    CANNOT_TELL,
    CHECK_SCHOOL,
    MET,
    NOT_APPLICABLE,
    Asked,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
    resting_on,
)

SCHOOL_NOT_ELIGIBLE = Reason(
    "SCHOOL_NOT_ELIGIBLE", "NOT_ELIGIBLE", "None of the mentor's schools is one that DfE funds."
)

RULE = Rule(
    id="FUND-7",
    sentence="One of the schools of the current or future mentor-at-school periods is eligible.",
    sources=(
        Source("GOV", "funding and eligibility, eligible settings", Standing.PAGE),
        Source("ISSUE-620", "eligible settings", Standing.SECOND_HAND),
    ),
    role=Role.BARS,
    precedence=70,
    reasons=(SCHOOL_NOT_ELIGIBLE,),
    actions=(CHECK_SCHOOL,),
    asks=("school_eligibility",),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: MentorFacts, on: date, *, school_eligibility: Asked) -> Finding:
    """Cannot tell where no school is known to be eligible and one is in doubt."""
    answers = []
    for at in facts.at_schools:
        if not ended(at, on):
            answer = school_eligibility(at.school, on)
            if answer.status == "ELIGIBLE":
                return resting_on(MET, answer)
            answers.append(answer)
    in_doubt = "CANNOT_TELL" in [answer.status for answer in answers]
    return resting_on(CANNOT_TELL if in_doubt else BARRED, *answers) if answers else NOT_APPLICABLE


def reads(facts: MentorFacts, on: date) -> Facts:
    """The schools of the periods that have not ended."""
    return tuple((p.period, "urn") for p in facts.at_schools if not ended(p, on))
