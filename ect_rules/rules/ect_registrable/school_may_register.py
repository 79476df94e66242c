"""SCH-6: an independent school without section 41 approval registers no new ECTs."""

from datetime import date

from ect_rules.facts import EctCandidate
from ect_rules.registering import BLOCKED_FROM, without_section_41
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

WORDS = "The school may finish training that is under way and may not register new ECTs."
NEW_ECTS_BLOCKED = Reason("NEW_ECTS_BLOCKED", "NOT_REGISTRABLE", WORDS)
ACCESS_BLOCKED = Reason("ACCESS_BLOCKED", "NOT_REGISTRABLE", "The school may not use the service.")
APPLY_FOR_SECTION_41 = NextAction(
    "APPLY_FOR_SECTION_41", Actor.SCHOOL, "Apply to DfE for approval under section 41."
)

RULE = Rule(
    id="GATE-E14",
    sentence="The school is not independent, or is approved under section 41. An administrator's "
    "mark does not lift this.",
    sources=(Source("RECT", "app/models/school.rb, blocked", Standing.RUN),),
    role=Role.BARS,
    precedence=140,
    reasons=(NEW_ECTS_BLOCKED, ACCESS_BLOCKED),
    actions=(APPLY_FOR_SECTION_41,),
    in_force_from=BLOCKED_FROM,
    covers=("SCH-6",),
)

NO_NEW_ECTS = Finding(Verdict.NOT_MET, (NEW_ECTS_BLOCKED,), RULE.actions)
NO_ACCESS = Finding(Verdict.NOT_MET, (ACCESS_BLOCKED,), RULE.actions)


def decide(facts: EctCandidate, on: date) -> Finding:
    """No access where it is told that no training there is unfinished; else no new ECTs."""
    if on < BLOCKED_FROM:
        return NOT_APPLICABLE
    without = without_section_41(facts.school.school)
    if not without:
        return CANNOT_TELL if without is None else MET
    return NO_ACCESS if facts.school.unfinished_training is False else NO_NEW_ECTS


def reads(facts: EctCandidate, on: date) -> Facts:
    """Type and approval."""
    return ((facts.school.school, "gias_type", "section_41_approved"),)
