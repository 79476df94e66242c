"""SCH-4: an independent school needs section 41 approval."""

from datetime import date

from ect_rules.facts import SchoolFacts
from ect_rules.gias import INDEPENDENT_TYPES, is_one_of
from ect_rules.rule import NOT_APPLICABLE, Finding, Reason, Role, Rule, Source, Standing, Verdict

INDEPENDENT_WITHOUT_SECTION_41 = Reason(
    "INDEPENDENT_WITHOUT_SECTION_41",
    "NOT_ELIGIBLE",
    "The school is independent and not approved under section 41.",
)

RULE = Rule(
    id="SCH-4",
    sentence="An independent school is approved under section 41.",
    sources=(Source("RECT", "app/services/gias/school_row.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=40,
    reasons=(INDEPENDENT_WITHOUT_SECTION_41,),
)


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Cannot tell where the approval decides and has not been told, or the type has not."""
    used = ((facts.school, "gias_type", "section_41_approved"),)
    independent = is_one_of(facts.school, INDEPENDENT_TYPES)
    if independent is None:
        return Finding(Verdict.CANNOT_TELL, facts=used)
    if not independent:
        return NOT_APPLICABLE
    if facts.school.section_41_approved is None:
        return Finding(Verdict.CANNOT_TELL, facts=used)
    if facts.school.section_41_approved:
        return Finding(Verdict.MET, facts=used)
    return Finding(Verdict.NOT_MET, RULE.reasons, used)
