"""SCH-5: some types of establishment are never eligible."""

from datetime import date

from ect_rules.facts import SchoolFacts
from ect_rules.gias import OTHER_INELIGIBLE_TYPES, is_one_of
from ect_rules.rule import Finding, Reason, Role, Rule, Source, Standing, Verdict

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


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Cannot tell where the GIAS type has not been told."""
    used = ((facts.school, "gias_type"),)
    ineligible = is_one_of(facts.school, OTHER_INELIGIBLE_TYPES)
    if ineligible is None:
        return Finding(Verdict.CANNOT_TELL, facts=used)
    if ineligible:
        return Finding(Verdict.NOT_MET, RULE.reasons, used)
    return Finding(Verdict.MET, facts=used)
