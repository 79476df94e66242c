"""GATE-M2: nobody is registered to mentor themselves."""

from datetime import date

from ect_rules.facts import MentorCandidate
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

CANNOT_MENTOR_SELF = Reason(
    "CANNOT_MENTOR_SELF", "NOT_REGISTRABLE", "An ECT cannot mentor themselves."
)
CHOOSE_ANOTHER_MENTOR = NextAction(
    "CHOOSE_ANOTHER_MENTOR", Actor.SCHOOL, "Choose somebody else to mentor the ECT."
)

RULE = Rule(
    id="GATE-M2",
    sentence="The teacher and the ECT do not have the same TRN. This comes before identity.",
    sources=(Source("RECT", "app/wizards/schools/register_mentor_wizard/wizard.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=20,
    reasons=(CANNOT_MENTOR_SELF,),
    actions=(CHOOSE_ANOTHER_MENTOR,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: MentorCandidate, on: date) -> Finding:
    """Cannot tell where we have not been told for which ECT."""
    if facts.ect_trn is None:
        return CANNOT_TELL
    return BARRED if facts.trn == facts.ect_trn else MET


def reads(facts: MentorCandidate, on: date) -> Facts:
    """Nothing recorded: it goes by the two TRNs."""
    return ()
