"""The people and places of the abstract inputs, and records about them in few words."""

from __future__ import annotations

from datetime import date

from ect_rules.facts import (
    EctAtSchoolPeriod,
    GiasStatus,
    InductionStatus,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)

ECT, MENTOR, COLLEAGUE = "1000001", "2000001", "3000001"
SCHOOL, OTHER_SCHOOL = "100001", "100002"
ON = date(2026, 1, 15)
# The same before, at and after on both days.
BEFORE_MARK = date(2024, 7, 30)
LONG_AGO, BEFORE, SINCE, LATER = (
    date(2022, 9, 1),
    date(2023, 7, 31),
    date(2024, 2, 1),
    date(2026, 4, 1),
)

SCHOOLS = {
    "eligible": School(SCHOOL, GiasStatus.OPEN, "Community school", False),
    "not eligible": School(SCHOOL, GiasStatus.CLOSED, "Community school", False),
    "not told": School(SCHOOL),
}
LED = {
    "provider-led": TrainingProgramme.PROVIDER_LED,
    "school-led": TrainingProgramme.SCHOOL_LED,
}
TOLD = {"yes": True, "no": False, "not told": None}

# The last day of what is still to end, and days round those that change rules about induction.
LAST = date(2026, 12, 1)
BEFORE_2021 = date(2020, 9, 1)
BEFORE_2023 = date(2023, 8, 15)
BEFORE_ALL = date(2019, 9, 1)

# Two people at another school, whom no answer about the first two has anything to do with.
OTHERS: tuple[Record, ...] = (
    Teacher("9000001", InductionStatus.PASSED, True),
    Teacher("9000002", None, False),
    School(OTHER_SCHOOL, GiasStatus.CLOSED, "Welsh establishment", False),
    EctAtSchoolPeriod("other ECT", "9000001", OTHER_SCHOOL, LONG_AGO),
    MentorAtSchoolPeriod("other mentor", "9000002", OTHER_SCHOOL, LONG_AGO),
    MentorshipPeriod("other mentorship", "other ECT", "other mentor", LONG_AGO),
    TrainingPeriod(
        "other training",
        TrainingProgramme.SCHOOL_LED,
        LONG_AGO,
        ect_at_school_period_id="other ECT",
    ),
)
