"""Is a school one that DfE funds? By its present row in GIAS: no service keeps the history of it."""

from datetime import date

from ect_rules.dated import contract_period_of
from ect_rules.facts import SchoolFacts
from ect_rules.rule import Check

CHECK = Check(
    name="school_eligibility",
    question="Is this school one whose teachers' training DfE funds?",
    subject="school",
    statuses=("ELIGIBLE", "NOT_ELIGIBLE", "CANNOT_TELL"),
    yes=("ELIGIBLE",),
)


def contract_period(facts: SchoolFacts, on: date) -> int:
    """The contract period whose rules the school is judged by: that of the day `on`."""
    return contract_period_of(on)
