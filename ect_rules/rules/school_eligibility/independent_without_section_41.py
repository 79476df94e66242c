"""SCH-4: an independent school needs section 41 approval."""

from datetime import date

from ect_rules.facts import SchoolFacts
from ect_rules.gias import INDEPENDENT_TYPES, is_one_of
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

INDEPENDENT_WITHOUT_SECTION_41 = Reason(
    "INDEPENDENT_WITHOUT_SECTION_41",
    "NOT_ELIGIBLE",
    "The school is independent and not approved under section 41.",
)
APPLY_FOR_SECTION_41 = NextAction(
    "APPLY_FOR_SECTION_41", Actor.SCHOOL, "Apply to DfE for approval under section 41."
)

RULE = Rule(
    id="SCH-4",
    sentence="An independent school is approved under section 41.",
    sources=(
        Source("RECT", "app/services/gias/school_row.rb", Standing.RUN),
        Source("ECF1", "app/models/school.rb:136-138", Standing.RUN),
    ),
    role=Role.BARS,
    precedence=40,
    reasons=(INDEPENDENT_WITHOUT_SECTION_41,),
    actions=(APPLY_FOR_SECTION_41,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Cannot tell where there may be no approval, and where without one the type is not told."""
    independent = is_one_of(facts.school, INDEPENDENT_TYPES)
    if independent is False:
        return NOT_APPLICABLE
    if facts.school.section_41_approved:
        return MET
    return BARRED if independent and facts.school.section_41_approved is False else CANNOT_TELL


def reads(facts: SchoolFacts, on: date) -> Facts:
    """Type and approval."""
    return ((facts.school, "gias_type", "section_41_approved"),)
