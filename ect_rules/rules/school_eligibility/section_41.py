"""SCH-3: an independent school with section 41 approval is eligible."""

from datetime import date

from ect_rules.facts import SchoolFacts
from ect_rules.gias import INDEPENDENT_TYPES, is_one_of
from ect_rules.rule import NOT_MET, Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict

SECTION_41_INDEPENDENT = Reason(
    "SECTION_41_INDEPENDENT",
    "ELIGIBLE",
    "The school is independent and approved under section 41.",
)

RULE = Rule(
    id="SCH-3",
    sentence="The school's type is Other independent school or Other independent special school, "
    "and it is approved under section 41.",
    sources=(
        Source(
            "RECT", "app/services/gias/school_row.rb: the value is exactly Approved", Standing.RUN
        ),
    ),
    role=Role.OTHERWISE,
    precedence=60,
    reasons=(SECTION_41_INDEPENDENT,),
    other_reading="In the earlier service section 41 lifted a school of any type (SCH-3e).",
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Not met for a type that is not independent, whatever its approval."""
    independent = is_one_of(facts.school, INDEPENDENT_TYPES)
    return DECIDED if independent and facts.school.section_41_approved else NOT_MET


def reads(facts: SchoolFacts, on: date) -> Facts:
    """Type and approval."""
    return ((facts.school, "gias_type", "section_41_approved"),)
