"""May we hold this record? A mentor with no ECT, now or to come, is personal data without a use."""

from ect_rules.rule import Check

CHECK = Check(
    name="record_retention",
    question="May the record of this mentor be held, and if so, for what?",
    subject="mentor",
    statuses=("KEEP", "REVIEW", "DO_NOT_HOLD", "NOT_REGISTERED", "NOT_KNOWN"),
    yes=("KEEP",),
)
