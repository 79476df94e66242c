"""What kind of mentor is somebody? Whole answers: every kind that holds, in order of precedence."""

import pytest

from ect_rules import catalogue
from tests.builders import (
    COMPLETED,
    mentor,
    mentor_and_colleagues,
    mentoring,
    nobodys_mentor,
    training,
)
from tests.rules.mentor_kind.situations import earlier, taking_on, taking_over, trained_by
from tests.rules.table import Answer, answered

TODAY = "2026-01-15"
ALPHA = trained_by("Alpha")
JANUARY = "ecf-replacement-january"

DECISIONS = {
    "new, and takes over": (
        taking_over(
            training=[trained_by("Alpha", started="2026-01-05")], ect={"training": [ALPHA]}
        ),
        TODAY,
        Answer(
            "REPLACEMENT",
            ["REPLACEMENT_MENTOR"],
            warnings=["NOT_IN_TARGETS"],
            actions=["CHECK_SCHEDULE"],
            details={"schedule": JANUARY},
        ),
    ),
    "new, takes over, and is yet to be trained": (
        taking_over(ect={"training": [ALPHA]}),
        TODAY,
        Answer(
            "REPLACEMENT",
            ["REPLACEMENT_MENTOR", "UNFUNDED_MENTOR"],
            warnings=["UNFUNDED_IN_ECT_FEE", "NOT_IN_TARGETS"],
            actions=["CHECK_SCHEDULE", "GIVE_ACCESS"],
            details={"schedule": JANUARY, "unfunded_for": ("Alpha",)},
        ),
    ),
    "on the programme, and takes on another ECT": (
        taking_on(),
        TODAY,
        Answer("REPLACING", ["REPLACING_MENTOR"]),
    ),
    "on the programme, and takes on an ECT of another provider": (
        mentor_and_colleagues(
            mentor(
                mentorships=[
                    mentoring("2025-09-01", training=[ALPHA]),
                    mentoring("2026-01-05", training=[trained_by("Beta")], trn="1000002", ect="2"),
                ],
                training=[ALPHA],
            )
        ),
        TODAY,
        Answer(
            "REPLACING",
            ["REPLACING_MENTOR", "UNFUNDED_MENTOR"],
            warnings=["UNFUNDED_IN_ECT_FEE"],
            actions=["GIVE_ACCESS"],
            details={"unfunded_for": ("Beta",)},
        ),
    ),
    "trained by another provider before": (
        mentor_and_colleagues(
            mentor(
                mentorships=[mentoring(training=[ALPHA])],
                training=[trained_by("Beta", started="2022-09-01", finished="2024-07-31")],
                lost=COMPLETED,
            )
        ),
        TODAY,
        Answer(
            "UNFUNDED",
            ["UNFUNDED_MENTOR"],
            warnings=["UNFUNDED_IN_ECT_FEE"],
            actions=["GIVE_ACCESS"],
            details={"unfunded_for": ("Alpha",)},
        ),
    ),
    "trained by the ECT's provider": (
        mentor_and_colleagues(mentor(mentorships=[mentoring(training=[ALPHA])], training=[ALPHA])),
        TODAY,
        Answer("ORDINARY", ["ORDINARY_MENTOR"]),
    ),
    "of a school-led ECT": (
        mentor_and_colleagues(
            mentor(mentorships=[mentoring(training=[training(led_by="school")])])
        ),
        TODAY,
        Answer("ORDINARY", ["ORDINARY_MENTOR"]),
    ),
    # Not told is not ordinary.
    "the ECT's training is not told": (
        mentor_and_colleagues(mentor(mentorships=[mentoring(training=[])])),
        TODAY,
        Answer("CANNOT_TELL", ["CANNOT_TELL"], actions=["TELL_MISSING_FACTS"]),
    ),
    "the earlier mentor is not told, and unfunded holds": (
        taking_over(earlier(by=None, declarations=[]), ect={"training": [ALPHA]}),
        TODAY,
        Answer(
            "CANNOT_TELL",
            ["CANNOT_TELL", "UNFUNDED_MENTOR"],
            warnings=["UNFUNDED_IN_ECT_FEE"],
            actions=["TELL_MISSING_FACTS", "GIVE_ACCESS"],
            details={"unfunded_for": ("Alpha",)},
        ),
    ),
    # Who is asked about.
    "mentors nobody": (
        mentor_and_colleagues(mentor(mentorships=[mentoring("2024-09-01", "2025-07-31")])),
        TODAY,
        Answer("NOT_MENTORING", ["NOT_MENTORING"], actions=["ASSIGN_TO_ECT"]),
    ),
    "a teacher who is no mentor": (
        mentor_and_colleagues(nobodys_mentor()),
        TODAY,
        Answer("NOT_REGISTERED", ["NOT_A_MENTOR"], actions=["REGISTER_AS_MENTOR"]),
    ),
    "nothing is recorded under the TRN": (
        mentor_and_colleagues(nobodys_mentor(known=False)),
        TODAY,
        Answer("NOT_KNOWN", ["TRN_NOT_KNOWN"]),
    ),
}


@pytest.mark.parametrize(("given", "on", "expected"), DECISIONS.values(), ids=DECISIONS)
def test_decisions(given, on, expected):
    assert answered("mentor_kind", given, on) == expected


def test_every_status_is_given_by_some_decision():
    given = {expected.status for _, _, expected in DECISIONS.values()}
    assert given == set(catalogue.load().checks["mentor_kind"].check.statuses)
