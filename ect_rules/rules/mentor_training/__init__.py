"""May this mentor be trained? Separate from funding, as the sources separate them."""

from ect_rules.rule import Check

CHECK = Check(
    name="mentor_training",
    question="May this mentor be trained, and where does the training stand?",
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
