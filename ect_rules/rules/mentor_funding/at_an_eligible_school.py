"""FUND-7: the school must be one that DfE funds."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from attrs import evolve

from ect_rules.dated import ended
from ect_rules.facts import MentorFacts, SchoolFacts
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    NOT_APPLICABLE,
    Decision,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
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
    asks=("school_eligibility",),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(
    facts: MentorFacts, on: date, *, school_eligibility: Callable[[SchoolFacts, date], Decision]
) -> Finding:
    """Cannot tell where no school is known to be eligible and one is in doubt."""
    answers = []
    for at_school in facts.at_schools:
        if not ended(at_school, on):
            answer = school_eligibility(at_school.school, on)
            if answer.status == "ELIGIBLE":
                return _met(answer)
            answers.append(answer)
    if not answers:
        return NOT_APPLICABLE
    in_doubt = any(answer.status == "CANNOT_TELL" for answer in answers)
    return _resting_on(CANNOT_TELL if in_doubt else BARRED, tuple(answers))


# Schools give a few dozen answers between them all: each makes one finding.
@lru_cache(maxsize=10_000)
def _met(answer: Decision) -> Finding:
    return evolve(MET, because=answer.reasons)


@lru_cache(maxsize=10_000)
def _resting_on(finding: Finding, answers: tuple[Decision, ...]) -> Finding:
    reasons = dict.fromkeys(reason for answer in answers for reason in answer.reasons)
    return evolve(finding, because=tuple(reasons))


def reads(facts: MentorFacts, on: date) -> Facts:
    """The schools of the periods that have not ended."""
    return tuple((p.period, "urn") for p in facts.at_schools if not ended(p, on))
