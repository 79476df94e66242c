"""Is training for this mentor fundable? One mentor, at every school."""

from ect_rules.rule import Check

CHECK = Check(
    name="mentor_funding",
    question="Is training for this mentor fundable, and if not or not yet, why?",
    subject="mentor",
    statuses=(
        "ELIGIBLE",
        "NOT_YET_ELIGIBLE",
        "NOT_ELIGIBLE",
        "CANNOT_TELL",
        "NOT_REGISTERED",
        "NOT_KNOWN",
    ),
    yes=("ELIGIBLE",),
)
