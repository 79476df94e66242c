"""DATA-2: money paid for the mentor, or to be paid or recovered, must be accounted for."""

from datetime import date

from ect_rules.completion import billable, refundable
from ect_rules.facts import MentorFacts
from ect_rules.rule import (
    NOT_APPLICABLE,
    NOT_MET,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)
from ect_rules.training import going

BILLABLE_DECLARATION = Reason(
    "BILLABLE_DECLARATION", "KEEP", "A declaration about the mentor is billable or refundable."
)

RULE = Rule(
    id="DATA-2d",
    sentence="A declaration about the mentor is eligible, payable or paid, or its money is to be "
    "recovered or has been. Not asked where there is a current or future mentorship.",
    sources=(
        Source("RECT", "app/services/teachers/undo_registration.rb", Standing.RUN),
        Source("RECT", "app/models/declaration.rb, the sets of statuses", Standing.RUN),
    ),
    role=Role.DECIDES,
    precedence=23,
    reasons=(BILLABLE_DECLARATION,),
)

ACCOUNTED_FOR = Finding(Verdict.MET, RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Whatever the day of the declaration."""
    if going(facts.mentorships, on):
        return NOT_APPLICABLE
    needed = any(billable(d) or refundable(d) for d in facts.declarations)
    return ACCOUNTED_FOR if needed else NOT_MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """How far each declaration has come."""
    return tuple((d, "payment_status", "clawback_status") for d in facts.declarations)
