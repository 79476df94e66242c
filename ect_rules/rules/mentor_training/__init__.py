"""May this mentor be trained? Separate from funding, as the sources separate them."""

from datetime import date

from ect_rules.facts import MentorFacts
from ect_rules.rule import Check
from ect_rules.training import judged_by

CHECK = Check(
    name="mentor_training",
    question="May this mentor be trained, and where does the training stand?",
    subject="mentor",
    statuses=(
        "ELIGIBLE",
        "NOT_YET_ELIGIBLE",
        "NOT_ELIGIBLE",
        "NEEDS_REVIEW",
        "CANNOT_TELL",
        "NOT_REGISTERED",
        "NOT_KNOWN",
    ),
    yes=("ELIGIBLE",),
)


def contract_period(facts: MentorFacts, on: date) -> int:
    """The contract period whose rules the mentor is judged by on the day `on`."""
    return judged_by(facts.training, facts.mentorships, on)
