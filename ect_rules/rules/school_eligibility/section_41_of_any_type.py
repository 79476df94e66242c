"""SCH-3 up to contract period 2024: section 41 approval made a school of any type eligible."""

from datetime import date

from ect_rules.facts import SchoolFacts
from ect_rules.gias import ECF_ELIGIBLE_TYPES, is_one_of
from ect_rules.rule import NOT_MET, Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict

SECTION_41_APPROVED = Reason(
    "SECTION_41_APPROVED", "ELIGIBLE", "The school is approved under section 41."
)

RULE = Rule(
    id="SCH-3e",
    sentence="The school is approved under section 41, and of another type than those that DfE funds "
    "and those of SCH-3.",
    sources=(Source("ECF1", "app/models/school.rb:136-138", Standing.RUN),),
    role=Role.OTHERWISE,
    precedence=65,
    reasons=(SECTION_41_APPROVED,),
    contract_periods=(None, 2024),
    other_reading="RECT lets approval lift the two independent types only. That changed with the "
    "software, on 28 April 2026; we go by the contract period.",
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Met also where the type is not told: the approval is enough. It counts only after SCH-3."""
    funded = is_one_of(facts.school, ECF_ELIGIBLE_TYPES)
    return DECIDED if facts.school.section_41_approved and not funded else NOT_MET


def reads(facts: SchoolFacts, on: date) -> Facts:
    """Type and approval."""
    return ((facts.school, "gias_type", "section_41_approved"),)
