"""Row 1 of the earlier service's chain: flags go to somebody who looks at them."""

from datetime import date

from ect_rules.ecf import flagged, reads_of, refused
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

ACTIVE_FLAGS = Reason(
    "ACTIVE_FLAGS", "NEEDS_REVIEW", "Flags stand against the mentor that somebody must look at."
)
NOT_ALLOWED = Reason("NOT_ALLOWED", "NOT_ELIGIBLE", "The mentor was refused because of flags.")
REVIEW_FLAGS = NextAction(
    "REVIEW_FLAGS", Actor.DFE, "Look at the flags, and record by hand whether they stand."
)

RULE = Rule(
    id="FUND-E1",
    sentence="No flag stands against the mentor. A prohibition from teaching is a flag. A record "
    "validated by hand stands as it is, for this check of the earlier service and for the others.",
    sources=(Source("ECF1", "participants/determine_eligibility_status.rb, row 1", Standing.RUN),),
    role=Role.BARS,
    precedence=11,
    reasons=(ACTIVE_FLAGS, NOT_ALLOWED),
    actions=(REVIEW_FLAGS,),
    contract_periods=(None, 2024),
    covers=("ECF1-0", "ECF1-1"),
    other_reading="The earlier service let such a record stand beside a prohibition too. We let "
    "one that is known now count. From 2025 a prohibition bars outright (AMB-10).",
)

FLAGGED = Finding(Verdict.NOT_MET, (ACTIVE_FLAGS,), RULE.actions)
REFUSED = Finding(Verdict.NOT_MET, (NOT_ALLOWED,))


def decide(facts: MentorFacts, on: date) -> Finding:
    """Cannot tell where no flag is known, and the check or the prohibition is not told."""
    flags = flagged(facts.teacher, facts.ecf)
    if not flags:
        return CANNOT_TELL if flags is None else MET
    return REFUSED if refused(facts.ecf) else FLAGGED


def reads(facts: MentorFacts, on: date) -> Facts:
    """The prohibition, and what the check found."""
    prohibited = (facts.teacher, "prohibited_from_teaching")
    return (prohibited, *reads_of(facts.ecf, EligibilityReason.ACTIVE_FLAGS))
