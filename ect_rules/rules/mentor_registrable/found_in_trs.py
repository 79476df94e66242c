"""GATE-M1: a mentor must be in the Teaching Record System (TRS)."""

from datetime import date

from ect_rules.facts import MentorCandidate
from ect_rules.rule import (
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

NOT_FOUND_IN_TRS = Reason(
    "NOT_FOUND_IN_TRS", "NOT_REGISTRABLE", "No teacher has this teacher reference number."
)
CHECK_TRN = NextAction(
    "CHECK_TRN", Actor.SCHOOL, "Check the teacher reference number with the teacher."
)

RULE = Rule(
    id="GATE-M1",
    sentence="A teacher is recorded under this TRN.",
    sources=(Source("RECT", "app/wizards/schools/register_mentor_wizard/wizard.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=10,
    reasons=(NOT_FOUND_IN_TRS,),
    actions=(CHECK_TRN,),
    other_reading="RECT asks TRS itself. We go by the teachers that we have been told of.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: MentorCandidate, on: date) -> Finding:
    """Not met where there is no teacher record."""
    return BARRED if facts.teacher is None else MET


def reads(facts: MentorCandidate, on: date) -> Facts:
    """Nothing: it goes by whether there is a record."""
    return ()
