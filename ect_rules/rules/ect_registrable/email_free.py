"""GATE-E8: an e-mail address is one person's."""

from datetime import date

from ect_rules.facts import EctCandidate
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

EMAIL_IN_USE = Reason(
    "EMAIL_IN_USE", "NOT_REGISTRABLE", "Another ECT or mentor uses this e-mail address."
)
GIVE_ANOTHER_EMAIL = NextAction(
    "GIVE_ANOTHER_EMAIL", Actor.SCHOOL, "Give an e-mail address that is the teacher's own."
)

RULE = Rule(
    id="GATE-E8",
    sentence="No other TRN uses the e-mail address on an ECT or mentor record without a last day.",
    sources=(
        Source("RECT", "app/wizards/schools/register_ect_wizard/wizard.rb", Standing.RUN),
        Source("RECT", "app/services/schools/teacher_email.rb", Standing.RUN),
    ),
    role=Role.BARS,
    precedence=80,
    reasons=(EMAIL_IN_USE,),
    actions=(GIVE_ANOTHER_EMAIL,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: EctCandidate, on: date) -> Finding:
    """Cannot tell where whoever asks has not said: we hold no e-mail addresses."""
    if facts.email_in_use is None:
        return CANNOT_TELL
    return BARRED if facts.email_in_use else MET


def reads(facts: EctCandidate, on: date) -> Facts:
    """Nothing recorded: it goes by what whoever asks says."""
    return ()
