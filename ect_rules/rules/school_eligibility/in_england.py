"""SCH-2: the school must be in England."""

from datetime import date

from ect_rules.facts import SchoolFacts
from ect_rules.gias import OUTSIDE_ENGLAND_TYPES, is_one_of
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

NOT_IN_ENGLAND = Reason("NOT_IN_ENGLAND", "NOT_ELIGIBLE", "The school is not in England.")

RULE = Rule(
    id="SCH-2",
    sentence="The school's type is not one of those outside England: British schools overseas, "
    "Offshore schools, Service children's education, Welsh establishment.",
    sources=(Source("RECT", "app/services/gias/types.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=20,
    reasons=(NOT_IN_ENGLAND,),
    other_reading="The earlier service went by the district code instead.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Cannot tell where the GIAS type has not been told."""
    outside = is_one_of(facts.school, OUTSIDE_ENGLAND_TYPES)
    if outside is None:
        return CANNOT_TELL
    return BARRED if outside else MET


def reads(facts: SchoolFacts, on: date) -> Facts:
    """The type."""
    return ((facts.school, "gias_type"),)
