"""GATE-E2: the school must show that it knows the ECT."""

from datetime import date

from ect_rules.facts import EctCandidate
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

IDENTITY_NOT_CONFIRMED = Reason(
    "IDENTITY_NOT_CONFIRMED",
    "NOT_REGISTRABLE",
    "The date of birth differs from the teacher's record, and no National Insurance number matches.",
)
CONFIRM_IDENTITY = NextAction(
    "CONFIRM_IDENTITY",
    Actor.SCHOOL,
    "Check the date of birth with the teacher, or give the National Insurance number.",
)

RULE = Rule(
    id="GATE-E2",
    sentence="The date of birth matches the teacher's record, or the National Insurance number does.",
    sources=(Source("RECT", "app/wizards/schools/register_ect_wizard/wizard.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=20,
    reasons=(IDENTITY_NOT_CONFIRMED,),
    actions=(CONFIRM_IDENTITY,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: EctCandidate, on: date) -> Finding:
    """Cannot tell where whoever asks has not said. Neither of the two is kept, nor sent to us."""
    if facts.teacher is None:
        return NOT_APPLICABLE
    if facts.identity_confirmed is None:
        return CANNOT_TELL
    return MET if facts.identity_confirmed else BARRED


def reads(facts: EctCandidate, on: date) -> Facts:
    """Nothing recorded: it goes by what whoever asks says."""
    return ()
