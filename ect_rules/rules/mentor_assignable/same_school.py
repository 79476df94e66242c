"""MENT-2: a mentor is at the ECT's school."""

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

DIFFERENT_SCHOOL = Reason(
    "DIFFERENT_SCHOOL", "NOT_ASSIGNABLE", "The ECT and the mentor are not at the same school."
)
CHOOSE_ANOTHER_MENTOR = NextAction(
    "CHOOSE_ANOTHER_MENTOR", Actor.SCHOOL, "Choose somebody else to mentor the ECT."
)

RULE = Rule(
    id="MENT-2",
    sentence="The ECT and the mentor are at the same school.",
    sources=(Source("RECT", "app/models/mentorship_period.rb:72-81", Standing.RUN),),
    role=Role.BARS,
    precedence=20,
    reasons=(DIFFERENT_SCHOOL,),
    actions=(CHOOSE_ANOTHER_MENTOR,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: AssignmentFacts, on: date) -> Finding:
    """Not met where the two periods have different URNs, whatever the day."""
    if facts.ect is None or facts.mentor is None:
        return NOT_APPLICABLE
    return BARRED if facts.ect.urn != facts.mentor.urn else MET


def reads(facts: AssignmentFacts, on: date) -> Facts:
    """What the finding goes by."""
    return ((facts.ect, "urn"), (facts.mentor, "urn"))
