"""What kind of mentor is somebody: a replacement, a replacing, an unfunded or an ordinary one?"""

from ect_rules.rule import Check

CHECK = Check(
    name="mentor_kind",
    question="What kind of mentor is this, and what follows for funding and schedule?",
    subject="mentor and colleagues",
    statuses=(
        "REPLACEMENT",
        "REPLACING",
        "UNFUNDED",
        "ORDINARY",
        "NOT_MENTORING",
        "CANNOT_TELL",
        "NOT_REGISTERED",
        "NOT_KNOWN",
    ),
    yes=("REPLACEMENT",),
)
