"""May this teacher be registered as a mentor for this ECT at this school from this day?"""

from datetime import date

from ect_rules.facts import MentorCandidate
from ect_rules.registering import chosen_for_mentor, judged_by
from ect_rules.rule import Check

CHECK = Check(
    name="mentor_registrable",
    question="May this teacher be registered as a mentor for this ECT at this school from this day, "
    "and if not, why?",
    subject="teacher and school",
    statuses=("REGISTRABLE", "NOT_REGISTRABLE", "CANNOT_TELL"),
    yes=("REGISTRABLE",),
)


def contract_period(facts: MentorCandidate, on: date) -> int:
    """The contract period of the registration, by whose rules it is judged."""
    return judged_by(facts, chosen_for_mentor(facts, on), on)
