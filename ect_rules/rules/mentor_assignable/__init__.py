"""May this mentor be assigned to this ECT for these days?"""

from ect_rules.rule import Check

CHECK = Check(
    name="mentor_assignable",
    question="May this mentor be assigned to this ECT for these days?",
    subject="ECT and mentor",
    statuses=("ASSIGNABLE", "NOT_ASSIGNABLE"),
    yes=("ASSIGNABLE",),
)
