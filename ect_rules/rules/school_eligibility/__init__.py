"""Is a school one that DfE funds? By its present row in GIAS: no service keeps the history of it."""

from ect_rules.rule import Check

CHECK = Check(
    name="school_eligibility",
    question="Is this school one whose teachers' training DfE funds?",
    subject="school",
    statuses=("ELIGIBLE", "NOT_ELIGIBLE", "CANNOT_TELL"),
    yes=("ELIGIBLE",),
)
