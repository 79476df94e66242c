"""FUND-2b: a mentor who has completed the training is not funded again."""

from datetime import date

from ect_rules.facts import MentorFacts, MentorLostFundingReason
from ect_rules.rule import NOT_APPLICABLE, Finding, Reason, Role, Rule, Source, Standing, Verdict

TRAINING_COMPLETED = Reason(
    "TRAINING_COMPLETED",
    "NOT_ELIGIBLE",
    "The mentor has completed the training, and is funded once only.",
)
LOST = MentorLostFundingReason.COMPLETED_DECLARATION_RECEIVED
FIELDS = (
    "mentor_became_ineligible_for_funding_on",
    "mentor_became_ineligible_for_funding_reason",
)

RULE = Rule(
    id="FUND-2b",
    sentence="The mentor has not completed the training.",
    sources=(
        Source("RECT", "app/models/teachers/mentor_funding_eligibility.rb", Standing.RUN),
        Source("GOV", "ECTPM funding conditions, once only", Standing.PAGE),
    ),
    role=Role.BARS,
    precedence=22,
    reasons=(TRAINING_COMPLETED,),
    other_reading="RECT looks for the reason alone, so that one dated in the future bars already. We "
    "follow it, and the finding shows the date.",
)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not met on any day once the reason is stored."""
    teacher = facts.teacher
    if teacher is None:
        return NOT_APPLICABLE
    used = ((teacher, *FIELDS),)
    if teacher.mentor_became_ineligible_for_funding_reason is LOST:
        return Finding(Verdict.NOT_MET, RULE.reasons, used)
    return Finding(Verdict.MET, facts=used)
