"""SCH-2 up to contract period 2024: the district says whether the school is in England."""

from datetime import date

from ect_rules.facts import SchoolFacts
from ect_rules.gias import in_english_district
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
    id="SCH-2e",
    sentence="The code of the school's administrative district begins with E, in either case, or with "
    "9999. Where no code is told, the type says whether the school is in England.",
    sources=(
        Source("ECF1", "app/models/concerns/gias_types.rb, english_district_code?", Standing.RUN),
        Source("OURS", "the type, where no code is told", Standing.OURS),
    ),
    role=Role.BARS,
    precedence=21,
    reasons=(NOT_IN_ENGLAND,),
    actions=(CHECK_SCHOOL,),
    contract_periods=(None, 2024),
    other_reading="The earlier service held a school without a code to be outside England. The test "
    "changed with the software, on 28 April 2026; we go by the contract period.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Cannot tell where neither the code nor the GIAS type has been told."""
    inside = in_english_district(facts.school)
    if inside is None:
        return CANNOT_TELL
    return MET if inside else BARRED


def reads(facts: SchoolFacts, on: date) -> Facts:
    """The code; without one, the type as well."""
    code = (facts.school, "administrative_district_code")
    return (code if facts.school.administrative_district_code else (*code, "gias_type"),)
