"""MENT-1: nobody mentors themselves."""

from datetime import date

from ect_rules.facts import AssignmentFacts
from ect_rules.rule import (
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

SELF_MENTORING = Reason("SELF_MENTORING", "NOT_ASSIGNABLE", "Nobody can mentor themselves.")
CHOOSE_ANOTHER_MENTOR = NextAction(
    "CHOOSE_ANOTHER_MENTOR", Actor.SCHOOL, "Choose somebody else to mentor the ECT."
)

RULE = Rule(
    id="MENT-1",
    sentence="The mentor and the ECT are not the same person.",
    sources=(Source("RECT", "app/models/mentorship_period.rb:65-70", Standing.RUN),),
    role=Role.BARS,
    precedence=10,
    reasons=(SELF_MENTORING,),
    actions=(CHOOSE_ANOTHER_MENTOR,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: AssignmentFacts, on: date) -> Finding:
    """Not met where both periods have the same TRN, whatever the day."""
    if facts.ect is None or facts.mentor is None:
        return NOT_APPLICABLE
    return BARRED if facts.ect.trn == facts.mentor.trn else MET


def reads(facts: AssignmentFacts, on: date) -> Facts:
    """What the finding goes by."""
    return ((facts.ect, "trn"), (facts.mentor, "trn"))
