"""SCH-5: some types of establishment are never eligible."""

from datetime import date

from ect_rules.facts import SchoolFacts
from ect_rules.gias import OTHER_INELIGIBLE_TYPES, is_one_of
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    Facts,
    Finding,
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

RULE = Rule(
    id="SCH-5",
    sentence="The school's type is none of Higher education institutions, Institution funded by "
    "other government department, Miscellaneous, Online provider.",
    sources=(Source("RECT", "app/services/gias/types.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=50,
    reasons=(TYPE_NOT_ELIGIBLE,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Cannot tell where the GIAS type has not been told."""
    outside = is_one_of(facts.school, OTHER_INELIGIBLE_TYPES)
    if outside is None:
        return CANNOT_TELL
    return BARRED if outside else MET


def reads(facts: SchoolFacts, on: date) -> Facts:
    """The type."""
    return ((facts.school, "gias_type"),)
