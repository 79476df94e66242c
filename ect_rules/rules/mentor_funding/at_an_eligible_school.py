"""FUND-7: the school must be one that DfE funds."""

from collections.abc import Callable
from datetime import date

from ect_rules.dated import ended
from ect_rules.facts import MentorFacts, SchoolFacts
from ect_rules.rule import (
    NOT_APPLICABLE,
    Decision,
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


def decide(
    facts: MentorFacts, on: date, *, school_eligibility: Callable[[SchoolFacts, date], Decision]
) -> Finding:
    """Cannot tell where no school is known to be eligible and one is in doubt."""
    used = []
    because: list[Reason] = []
    in_doubt = False
    for at_school in facts.at_schools:
        if ended(at_school, on):
            continue
        used.append((at_school.period, "urn"))
        school = school_eligibility(at_school.school, on)
        if school.status == "ELIGIBLE":
            return Finding(Verdict.MET, facts=(used[-1],), because=school.reasons)
        in_doubt = in_doubt or school.status == "CANNOT_TELL"
        because.extend(school.reasons)
    if not used:
        return NOT_APPLICABLE
    if in_doubt:
        return Finding(Verdict.CANNOT_TELL, facts=tuple(used), because=tuple(because))
    return Finding(Verdict.NOT_MET, RULE.reasons, tuple(used), because=tuple(because))
