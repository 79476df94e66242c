"""May this teacher be registered as an ECT at this school from this day?"""

from datetime import date

from ect_rules.facts import EctCandidate
from ect_rules.registering import chosen_for_ect, judged_by
from ect_rules.rule import Check

CHECK = Check(
    name="ect_registrable",
    question="May this teacher be registered as an ECT at this school from this day, and if not, why?",
    subject="teacher and school",
    statuses=("REGISTRABLE", "NOT_REGISTRABLE", "CANNOT_TELL"),
    yes=("REGISTRABLE",),
)


def contract_period(facts: EctCandidate, on: date) -> int:
    """The contract period of the registration, by whose rules it is judged."""
    return judged_by(facts, chosen_for_ect(facts, on), on)
