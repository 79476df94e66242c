"""Is an ECT's registration complete? One ECT at one school."""

from ect_rules.rule import Check

CHECK = Check(
    name="registration",
    question="Is the registration of this ECT at this school complete, and if not, what is missing?",
    subject="ECT",
    statuses=(
        "COMPLETE",
        "INCOMPLETE",
        "NOT_REQUIRED",
        "LEAVING",
        "LEFT",
        "NOT_REGISTERED",
        "NOT_KNOWN",
    ),
    yes=("COMPLETE",),
)
