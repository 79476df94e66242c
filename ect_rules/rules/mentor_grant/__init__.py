"""Is a grant due to schools for the time that a mentor spends in training?

For the academic year of the day asked about: 1 September to 31 August.
"""

from datetime import date

from ect_rules.facts import MentorFacts
from ect_rules.rule import Check
from ect_rules.training import judged_by

CHECK = Check(
    name="mentor_grant",
    question="Is a grant due by then for the time this mentor spent in training in the academic "
    "year, and for how many hours?",
    subject="mentor",
    statuses=(
        "DUE",
        "NOT_YET_DUE",
        "NOT_DUE",
        "CANNOT_TELL",
        "NOT_SETTLED",
        "NOT_REGISTERED",
        "NOT_KNOWN",
    ),
    yes=("DUE",),
)


def contract_period(facts: MentorFacts, on: date) -> int:
    """The contract period whose rules the mentor, and so the school, is judged by on the day `on`."""
    return judged_by(facts.training, facts.mentorships, on)
