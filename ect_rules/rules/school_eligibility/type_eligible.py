"""SCH-5: some types of establishment are not eligible. From contract period 2025, never."""

from datetime import date

from ect_rules.facts import SchoolFacts
from ect_rules.gias import OTHER_INELIGIBLE_TYPES, is_one_of
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

TYPE_NOT_ELIGIBLE = Reason(
    "TYPE_NOT_ELIGIBLE", "NOT_ELIGIBLE", "The school is of a type that DfE does not fund."
)
CHECK_SCHOOL = NextAction("CHECK_SCHOOL", Actor.SCHOOL, "Check the school's record in GIAS.")

RULE = Rule(
    id="SCH-5",
    sentence="The school's type is none of Higher education institutions, Institution funded by "
    "other government department, Miscellaneous, Online provider.",
    sources=(Source("RECT", "app/services/gias/types.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=50,
    reasons=(TYPE_NOT_ELIGIBLE,),
    actions=(CHECK_SCHOOL,),
    contract_periods=(2025, None),
    other_reading="The earlier service left out Secure units too, and let section 41 approval lift "
    "any type. That changed with the software, on 28 April 2026; we go by the contract period.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Cannot tell where the GIAS type has not been told."""
    outside = is_one_of(facts.school, OTHER_INELIGIBLE_TYPES)
    if outside is None:
        return CANNOT_TELL
    return BARRED if outside else MET


def reads(facts: SchoolFacts, on: date) -> Facts:
    """The type."""
    return ((facts.school, "gias_type"),)
