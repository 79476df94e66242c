"""Is a grant due to schools for the time that a mentor spends in training?

For the academic year of the day asked about: 1 September to 31 August.
"""

from ect_rules.rule import Check

CHECK = Check(
    name="mentor_grant",
    question="Is a grant due by then for the time this mentor spent in training in the academic "
    "year, and for how many hours?",
    subject="mentor",
    statuses=(
        "DUE",
        "NOT_YET_DUE",
        "NOT_DUE",
        "CANNOT_TELL",
        "NOT_SETTLED",
        "NOT_REGISTERED",
        "NOT_KNOWN",
    ),
    yes=("DUE",),
)
