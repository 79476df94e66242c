"""FUND-2b: a mentor who has completed the training is not funded again."""

from datetime import date

from ect_rules.completion import is_completed, reads_of_loss
from ect_rules.facts import MentorFacts
from ect_rules.rule import (
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

TRAINING_COMPLETED = Reason(
    "TRAINING_COMPLETED",
    "NOT_ELIGIBLE",
    "The mentor has completed the training, and is funded once only.",
)

RULE = Rule(
    id="FUND-2b",
    sentence="The mentor has not completed the training. When a completed declaration is recorded, "
    "voided or clawed back, the loss of funding is found anew: the latest that counts gives its "
    "day and replaces any earlier reason; where none counts, a stored completion goes. One counts "
    "while its payment is no_payment, eligible, payable or paid, and its clawback no_clawback.",
    sources=(
        Source("RECT", "app/models/teachers/mentor_funding_eligibility.rb", Standing.RUN),
        Source("RECT", "app/services/declarations/mentor_completion.rb", Standing.RUN),
        Source("ECF1", "app/services/mentors/check_training_completion.rb", Standing.RUN),
        Source("GOV", "ECTPM funding conditions, once only", Standing.PAGE),
    ),
    role=Role.BARS,
    precedence=22,
    reasons=(TRAINING_COMPLETED,),
    covers=("DONE-1", "DONE-2", "DONE-3", "DONE-4"),
    other_reading="A reason dated ahead bars already, as in RECT. Where none counts RECT clears "
    "every reason; we clear the completion only. A declaration for a contract period up to 2024 "
    "replaces no other reason, as in the earlier service. This comes before no ECT assigned "
    "(AMB-7).",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not met on any day once the reason is stored, or a completed declaration counts."""
    if facts.teacher is None:
        return NOT_APPLICABLE
    return BARRED if is_completed(facts, on) else MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """The loss of funding, with its day."""
    return reads_of_loss(facts)
