"""Row 5 of the earlier service's chain: another TRN may be another person."""

from datetime import date

from ect_rules.ecf import raised, reads_of
from ect_rules.facts import EligibilityReason, MentorFacts
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

DIFFERENT_TRN = Reason(
    "DIFFERENT_TRN",
    "NEEDS_REVIEW",
    "The checks found another teacher reference number than the one that was given.",
)
CONFIRM_TRN = NextAction(
    "CONFIRM_TRN", Actor.DFE, "Find out which teacher reference number is the mentor's."
)

RULE = Rule(
    id="FUND-E5",
    sentence="The earlier service's checks found the TRN that was given, and no other.",
    sources=(Source("ECF1", "participants/determine_eligibility_status.rb, row 5", Standing.RUN),),
    role=Role.BARS,
    precedence=25,
    reasons=(DIFFERENT_TRN,),
    actions=(CONFIRM_TRN,),
    contract_periods=(None, 2024),
    covers=("ECF1-5",),
)

CHECKED = EligibilityReason.DIFFERENT_TRN
BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Cannot tell where the check is not told."""
    different = raised(facts.ecf, CHECKED)
    if different is None:
        return CANNOT_TELL
    return BARRED if different else MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """What the check found."""
    return reads_of(facts.ecf, CHECKED)
