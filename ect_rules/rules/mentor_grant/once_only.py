"""Schools are paid once for a mentor's training."""

from datetime import date

from ect_rules.academic import academic_year_of, settled
from ect_rules.completion import EARLY_ROLL_OUT, reads_of_loss
from ect_rules.facts import MentorFacts
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    NOT_APPLICABLE,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

TRAINED_IN_EARLY_ROLL_OUT = Reason(
    "TRAINED_IN_EARLY_ROLL_OUT", "NOT_DUE", "The mentor was trained in the early roll-out."
)
TRAINED_BEFORE = Reason(
    "TRAINED_BEFORE", "NOT_DUE", "The mentor's funded training was over before the academic year."
)

RULE = Rule(
    id="GRANT-once",
    sentence="The mentor lost no funding in the early roll-out or before the academic year.",
    sources=(
        Source("GOV", "ECTPM funding conditions, section 1, once only", Standing.PAGE),
        Source("OURS", "paid before is read from the loss of funding", Standing.OURS),
    ),
    role=Role.BARS,
    precedence=20,
    reasons=(TRAINED_IN_EARLY_ROLL_OUT, TRAINED_BEFORE),
)

EARLY = Finding(Verdict.NOT_MET, (TRAINED_IN_EARLY_ROLL_OUT,))
BEFORE = Finding(Verdict.NOT_MET, (TRAINED_BEFORE,))


def decide(facts: MentorFacts, on: date) -> Finding:
    """Cannot tell where the day of the loss is not told."""
    if not settled(on):
        return NOT_APPLICABLE
    if facts.lost is None:
        return MET
    if facts.lost.reason is EARLY_ROLL_OUT:
        return EARLY
    if facts.lost.on is None:
        return CANNOT_TELL
    return BEFORE if academic_year_of(facts.lost.on) < academic_year_of(on) else MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """The loss of funding, with its day."""
    return reads_of_loss(facts)
