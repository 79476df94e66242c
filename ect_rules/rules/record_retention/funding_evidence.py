"""DATA-2: without the record of a loss of funding somebody could be funded twice."""

from datetime import date

from ect_rules.completion import is_lost, reads_of_loss
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

FUNDING_EVIDENCE = Reason(
    "FUNDING_EVIDENCE",
    "KEEP",
    "A loss of funding is recorded, which keeps the mentor from being funded twice.",
)

RULE = Rule(
    id="DATA-2c",
    sentence="A loss of funding is recorded, of whatever day. Not asked where there is a current or "
    "future mentorship.",
    sources=(
        Source("RECT", "app/services/teachers/import_early_rollout_mentor.rb"),
        Source("GOV", "ECTPM funding conditions, once only", Standing.PAGE),
    ),
    role=Role.DECIDES,
    precedence=22,
    reasons=(FUNDING_EVIDENCE,),
    other_reading="RECT keeps no more than the TRN and the loss of funding of a mentor trained in "
    "the early roll-out: names, schools and mentorships are not needed as evidence.",
)

EVIDENCE = Finding(Verdict.MET, RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """The same on every day without a current or future mentorship."""
    if going(facts.mentorships, on):
        return NOT_APPLICABLE
    return EVIDENCE if is_lost(facts) else NOT_MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """The loss of funding, with its day."""
    return reads_of_loss(facts)
