"""FUND-2c: training that was started and not completed is not funded again."""

from datetime import date

from ect_rules.completion import NOT_COMPLETED, NOT_COMPLETED_FROM, reads_of_loss
from ect_rules.facts import MentorFacts
from ect_rules.rule import (
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

TRAINING_STARTED_NOT_COMPLETED = Reason(
    "TRAINING_STARTED_NOT_COMPLETED",
    "NOT_ELIGIBLE",
    "The mentor started the training before and did not complete it, and is funded once only.",
)
ASK_TO_TRAIN_AGAIN = NextAction(
    "ASK_TO_TRAIN_AGAIN", Actor.LEAD_PROVIDER, "Ask DfE whether the mentor may be trained again."
)

RULE = Rule(
    id="FUND-2c",
    sentence="The mentor has no earlier training that is marked as started and not completed.",
    sources=(
        Source("RECT", "app/models/teachers/mentor_funding_eligibility.rb", Standing.RUN),
        Source("RECT", "lead_provider_guidance_2026.md: some may, as people decide"),
        Source("GOV", "ECTPM funding conditions, once only", Standing.PAGE),
    ),
    role=Role.BARS,
    precedence=23,
    reasons=(TRAINING_STARTED_NOT_COMPLETED,),
    actions=(ASK_TO_TRAIN_AGAIN,),
    in_force_from=NOT_COMPLETED_FROM,
    other_reading="RECT looks for the reason alone: one dated ahead bars already. We follow it.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not met on any day from 31 July 2024 once the reason is stored."""
    if facts.teacher is None or on < NOT_COMPLETED_FROM:
        return NOT_APPLICABLE
    return BARRED if facts.lost is not None and facts.lost.reason is NOT_COMPLETED else MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """The loss of funding, with its day."""
    return reads_of_loss(facts)
