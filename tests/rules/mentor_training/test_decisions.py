"""May a mentor be trained? Whole answers: funding's reasons, the state, and what may go on."""

import pytest

from ect_rules import catalogue
from tests.builders import (
    COMPLETED,
    EARLY_ROLL_OUT,
    NOT_COMPLETED,
    at_school,
    mentor,
    mentoring,
    nobodys_mentor,
    school,
    training,
)
from tests.rules.table import Answer, answered

TODAY = "2026-01-15"
TELL = "TELL_MISSING_FACTS"
START = "START_TRAINING"


def answer(status, reasons, state, actions=(), warnings=()):
    return Answer(
        status,
        list(reasons),
        actions=list(actions),
        warnings=list(warnings),
        details={"state": state},
    )


DECISIONS = {
    "fundable, and no training has begun": (
        mentor(),
        TODAY,
        answer("ELIGIBLE", ["ELIGIBLE"], "NOT_STARTED", [START]),
    ),
    "fundable, and in training": (
        mentor(training=[training()]),
        TODAY,
        answer("ELIGIBLE", ["ELIGIBLE"], "IN_TRAINING"),
    ),
    "fundable, and training has ended without a mark": (
        mentor(training=[training("2025-09-01", "2026-01-14")]),
        TODAY,
        answer("ELIGIBLE", ["ELIGIBLE"], "FINISHED"),
    ),
    "deferred, which takes nothing away": (
        mentor(training=[training(deferred="2025-12-01T09:00+00:00")]),
        TODAY,
        answer("ELIGIBLE", ["ELIGIBLE"], "DEFERRED"),
    ),
    "withdrawn, which takes nothing away": (
        mentor(training=[training(withdrawn="2025-12-01T09:00+00:00")]),
        TODAY,
        answer("ELIGIBLE", ["ELIGIBLE"], "WITHDRAWN"),
    ),
    # The heart of it.
    "never assigned to an ECT": (
        mentor(mentorships=[]),
        TODAY,
        answer("NOT_YET_ELIGIBLE", ["NO_ECT_ASSIGNED"], "NOT_STARTED", ["ASSIGN_TO_ECT"]),
    ),
    "the day before mentoring starts": (
        mentor(mentorships=[mentoring("2026-01-16")]),
        TODAY,
        answer("NOT_YET_ELIGIBLE", ["ASSIGNMENT_NOT_STARTED"], "NOT_STARTED"),
    ),
    "the day on which mentoring starts": (
        mentor(mentorships=[mentoring("2026-01-15")]),
        TODAY,
        answer("ELIGIBLE", ["ELIGIBLE"], "NOT_STARTED", [START]),
    ),
    "the last day of mentoring, in training": (
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-15")], training=[training()]),
        TODAY,
        answer("ELIGIBLE", ["ELIGIBLE"], "IN_TRAINING"),
    ),
    "the day after mentoring ended, in training": (
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-14")], training=[training()]),
        TODAY,
        answer("ELIGIBLE", ["MAY_CONTINUE_WITHOUT_ECT"], "IN_TRAINING"),
    ),
    "the day after mentoring ended, without training": (
        mentor(mentorships=[mentoring("2025-09-01", "2026-01-14")]),
        TODAY,
        answer("ELIGIBLE", ["ELIGIBLE"], "NOT_STARTED"),
    ),
    "mentoring ended, in training, and prohibited": (
        mentor(
            prohibited=True,
            mentorships=[mentoring("2025-09-01", "2026-01-14")],
            training=[training()],
        ),
        TODAY,
        answer("NOT_ELIGIBLE", ["PROHIBITED_FROM_TEACHING"], "IN_TRAINING"),
    ),
    # Trained before.
    "completed": (
        mentor(lost=COMPLETED),
        TODAY,
        answer("NOT_ELIGIBLE", ["TRAINING_COMPLETED"], "COMPLETED"),
    ),
    "trained in the early roll-out": (
        mentor(lost=EARLY_ROLL_OUT),
        TODAY,
        answer("NOT_ELIGIBLE", ["TRAINED_IN_EARLY_ROLL_OUT"], "COMPLETED"),
    ),
    "started and not completed": (
        mentor(lost=NOT_COMPLETED),
        TODAY,
        answer("NOT_ELIGIBLE", ["TRAINING_STARTED_NOT_COMPLETED"], "STARTED_NOT_COMPLETED"),
    ),
    "completed, and never assigned": (
        mentor(lost=COMPLETED, mentorships=[]),
        TODAY,
        answer(
            "NOT_ELIGIBLE",
            ["TRAINING_COMPLETED", "NO_ECT_ASSIGNED"],
            "COMPLETED",
            ["ASSIGN_TO_ECT"],
        ),
    ),
    # Who is asked about.
    "nothing is recorded under the TRN": (
        nobodys_mentor(known=False),
        TODAY,
        Answer("NOT_KNOWN", ["TRN_NOT_KNOWN"]),
    ),
    "a teacher who is no mentor": (
        nobodys_mentor(),
        TODAY,
        answer("NOT_REGISTERED", ["NOT_A_MENTOR"], "NOT_STARTED"),
    ),
    # Not told is not a yes.
    "no training of the ECT is told": (
        mentor(mentorships=[mentoring(training=[])]),
        TODAY,
        answer("CANNOT_TELL", ["CANNOT_TELL"], "NOT_STARTED", [TELL]),
    ),
    "nothing is told of the school, and training may start once it is fundable": (
        mentor(at_schools=[at_school(at=school(None, None, section_41=None))]),
        TODAY,
        answer("CANNOT_TELL", ["CANNOT_TELL"], "NOT_STARTED", [TELL]),
    ),
    "whether prohibited is not told, in training without an ECT": (
        mentor(
            prohibited=None,
            mentorships=[mentoring("2025-09-01", "2026-01-14")],
            training=[training()],
        ),
        TODAY,
        answer("CANNOT_TELL", ["CANNOT_TELL"], "IN_TRAINING", [TELL]),
    ),
    # Warnings leave the answer alone.
    "the day before two years of training": (
        mentor(training=[training("2024-01-16")]),
        TODAY,
        answer("ELIGIBLE", ["ELIGIBLE"], "IN_TRAINING"),
    ),
    "two years of training": (
        mentor(training=[training("2024-01-15")]),
        TODAY,
        answer("ELIGIBLE", ["ELIGIBLE"], "IN_TRAINING", warnings=["TWO_YEARS_ACCESS"]),
    ),
    "two years of training, and the ECT has passed": (
        mentor(mentorships=[mentoring(induction="Passed")], training=[training("2024-01-15")]),
        TODAY,
        answer(
            "ELIGIBLE",
            ["ELIGIBLE"],
            "IN_TRAINING",
            warnings=["ASSIGNED_ECT_CONCLUDED", "TWO_YEARS_ACCESS"],
        ),
    ),
}


@pytest.mark.parametrize(("given", "on", "expected"), DECISIONS.values(), ids=DECISIONS)
def test_decisions(given, on, expected):
    assert answered("mentor_training", given, on) == expected


ORDER = [
    "TRAIN-1",
    "TRAIN-2",
    "TRAIN-3",
    "TRAIN-4",
    "TRAIN-5",
    "TRAIN-6",
    "TRAIN-7",
    "TRAIN-8",
    "TRAIN-9",
]


def test_these_rules_come_in_this_order():
    rules = catalogue.load().checks["mentor_training"].rules
    assert [rule.id for rule in rules if rule.id in ORDER] == ORDER


def test_every_status_is_given_by_some_decision():
    given = {expected.status for _, _, expected in DECISIONS.values()}
    assert given == set(catalogue.load().checks["mentor_training"].check.statuses)
