"""Under the earlier service nothing but flags and having no ECT kept a mentor from training."""

from datetime import date

from ect_rules.ecf import flagged, reads_of, refused
from ect_rules.facts import EligibilityReason, MentorFacts
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

ACTIVE_FLAGS = Reason(
    "ACTIVE_FLAGS", "NEEDS_REVIEW", "Flags stand against the mentor that somebody must look at."
)
NOT_ALLOWED = Reason("NOT_ALLOWED", "NOT_ELIGIBLE", "The mentor was refused because of flags.")
REVIEW_FLAGS = NextAction(
    "REVIEW_FLAGS", Actor.DFE, "Look at the flags, and record by hand whether they stand."
)

RULE = Rule(
    id="TRAIN-E2",
    sentence="No flag stands against the mentor. A prohibition from teaching is a flag.",
    sources=(Source("ECF1", "training_eligibility_state: flags, refused", Standing.RUN),),
    role=Role.BARS,
    precedence=7,
    reasons=(ACTIVE_FLAGS, NOT_ALLOWED),
    actions=(REVIEW_FLAGS,),
    contract_periods=(None, 2024),
    other_reading="The earlier service went by its record alone; a prohibition now counts too.",
)

FLAGGED = Finding(Verdict.NOT_MET, (ACTIVE_FLAGS,), RULE.actions)
REFUSED = Finding(Verdict.NOT_MET, (NOT_ALLOWED,))


def decide(facts: MentorFacts, on: date) -> Finding:
    """Cannot tell where the check is not told. Without any check TRAIN-E1 says so."""
    flags = flagged(facts.teacher, facts.ecf)
    if flags:
        return REFUSED if refused(facts.ecf) else FLAGGED
    if facts.ecf is None:
        return NOT_APPLICABLE
    return CANNOT_TELL if flags is None else MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """The prohibition, and what the check found."""
    prohibited = (facts.teacher, "prohibited_from_teaching")
    return (prohibited, *reads_of(facts.ecf, EligibilityReason.ACTIVE_FLAGS))
