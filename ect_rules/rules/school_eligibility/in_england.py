"""SCH-2: the school must be in England. From contract period 2025 its type says so."""

from datetime import date

from ect_rules.facts import SchoolFacts
from ect_rules.gias import in_england
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

NOT_IN_ENGLAND = Reason("NOT_IN_ENGLAND", "NOT_ELIGIBLE", "The school is not in England.")
CHECK_SCHOOL = NextAction("CHECK_SCHOOL", Actor.SCHOOL, "Check the school's record in GIAS.")

RULE = Rule(
    id="SCH-2",
    sentence="The school's type is not one of those outside England: British schools overseas, "
    "Offshore schools, Service children's education, Welsh establishment.",
    sources=(Source("RECT", "app/services/gias/types.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=20,
    reasons=(NOT_IN_ENGLAND,),
    actions=(CHECK_SCHOOL,),
    contract_periods=(2025, None),
    other_reading="The earlier service went by the district code instead. The test changed with the "
    "software, on 28 April 2026; we go by the contract period.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Cannot tell where the GIAS type has not been told."""
    inside = in_england(facts.school)
    if inside is None:
        return CANNOT_TELL
    return MET if inside else BARRED


def reads(facts: SchoolFacts, on: date) -> Facts:
    """The type."""
    return ((facts.school, "gias_type"),)
