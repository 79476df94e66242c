"""SCH-6: a school that has lost access registers nobody."""

from datetime import date

from ect_rules.facts import MentorCandidate
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

ACCESS_BLOCKED = Reason("ACCESS_BLOCKED", "NOT_REGISTRABLE", "The school may not use the service.")
APPLY_FOR_SECTION_41 = NextAction(
    "APPLY_FOR_SECTION_41", Actor.SCHOOL, "Apply to DfE for approval under section 41."
)

RULE = Rule(
    id="GATE-M10",
    sentence="The school is not independent, or is approved under section 41, or has unfinished "
    "training: mentors may join that. An administrator's mark does not lift this.",
    sources=(Source("RECT", "app/models/school.rb, blocked", Standing.RUN),),
    role=Role.BARS,
    precedence=100,
    reasons=(ACCESS_BLOCKED,),
    actions=(APPLY_FOR_SECTION_41,),
    in_force_from=BLOCKED_FROM,
    covers=("SCH-6",),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: MentorCandidate, on: date) -> Finding:
    """Cannot tell where type, approval or unfinished training would decide and is not told."""
    if on < BLOCKED_FROM:
        return NOT_APPLICABLE
    without, unfinished = without_section_41(facts.school.school), facts.school.unfinished_training
    if without is False or unfinished:
        return MET
    return BARRED if without and unfinished is False else CANNOT_TELL


def reads(facts: MentorCandidate, on: date) -> Facts:
    """Type and approval."""
    return ((facts.school.school, "gias_type", "section_41_approved"),)
