"""SCH-6: what an independent school without section 41 approval may still do in the service."""

from datetime import date

from ect_rules.facts import SchoolFacts
from ect_rules.gias import INDEPENDENT_TYPES, is_one_of
from ect_rules.rule import (
    CANNOT_TELL,
    NOT_MET,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

NEW_ECTS_BLOCKED = Reason(
    "NEW_ECTS_BLOCKED",
    None,
    "The school may finish training that is under way and may not register new ECTs.",
)
ACCESS_BLOCKED = Reason("ACCESS_BLOCKED", None, "The school may not use the service.")

RULE = Rule(
    id="SCH-6",
    sentence="An independent school without section 41 approval may not register new ECTs while it "
    "has unfinished training, and may not use the service when it has none. An administrator's mark "
    "does not lift this.",
    sources=(Source("RECT", "app/models/school.rb, blocked", Standing.RUN),),
    role=Role.WARNS,
    precedence=1,
    reasons=(NEW_ECTS_BLOCKED, ACCESS_BLOCKED),
    contract_periods=(2025, None),
    other_reading="In the earlier service such a school could train school-led (SCH-E). That changed "
    "with the software, on 28 April 2026; we go by the contract period.",
)

NO_NEW_ECTS = Finding(Verdict.MET, warnings=(NEW_ECTS_BLOCKED,))
NO_ACCESS = Finding(Verdict.MET, warnings=(ACCESS_BLOCKED,))


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Cannot tell where type, approval or unfinished training would decide and has not been told."""
    school = facts.school
    independent = is_one_of(school, INDEPENDENT_TYPES)
    if independent is False or school.section_41_approved:
        return NOT_MET
    if not independent or school.section_41_approved is None or facts.unfinished_training is None:
        return CANNOT_TELL
    return NO_NEW_ECTS if facts.unfinished_training else NO_ACCESS


def reads(facts: SchoolFacts, on: date) -> Facts:
    """Type and approval."""
    return ((facts.school, "gias_type", "section_41_approved"),)
