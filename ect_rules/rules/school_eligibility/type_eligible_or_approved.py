"""SCH-5 up to contract period 2024: section 41 approval lifted a school of any type."""

from datetime import date

from ect_rules.facts import SchoolFacts
from ect_rules.gias import ECF_ELIGIBLE_TYPES, INDEPENDENT_TYPES, is_one_of
from ect_rules.rule import (
    CANNOT_TELL,
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

TYPE_NOT_ELIGIBLE = Reason(
    "TYPE_NOT_ELIGIBLE", "NOT_ELIGIBLE", "The school is of a type that DfE does not fund."
)
CHECK_SCHOOL = NextAction("CHECK_SCHOOL", Actor.SCHOOL, "Check the school's record in GIAS.")

RULE = Rule(
    id="SCH-5e",
    sentence="The school's type is one that DfE funds, which Secure units were not; or the school "
    "is approved under section 41, whatever its type. An independent school is judged by SCH-4.",
    sources=(Source("ECF1", "app/models/school.rb:136-138", Standing.RUN),),
    role=Role.BARS,
    precedence=51,
    reasons=(TYPE_NOT_ELIGIBLE,),
    actions=(CHECK_SCHOOL,),
    contract_periods=(None, 2024),
    other_reading="RECT lets approval lift the two independent types only, and counts secure units. "
    "That changed with the software, on 28 April 2026; we go by the contract period.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Cannot tell where there may be no approval, and where without one the type is not told."""
    if is_one_of(facts.school, INDEPENDENT_TYPES):
        return NOT_APPLICABLE
    funded = is_one_of(facts.school, ECF_ELIGIBLE_TYPES)
    if funded or facts.school.section_41_approved:
        return MET
    known = funded is False and facts.school.section_41_approved is False
    return BARRED if known else CANNOT_TELL


def reads(facts: SchoolFacts, on: date) -> Facts:
    """Type and approval."""
    return ((facts.school, "gias_type", "section_41_approved"),)
