"""May a mentor be trained? Whole answers: funding's reasons, the state, and what may go on."""

import pytest

from ect_rules import catalogue
from tests.builders import (
    COMPLETED,
    EARLY_ROLL_OUT,
    NOT_COMPLETED,
    at_school,
    day,
    ecf_checks,
    mentor,
    mentoring,
    nobodys_mentor,
    school,
    training,
)
from tests.rules.table import Answer, answered, ask

TODAY, IN_2024 = "2026-01-15", "2024-01-15"
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


def in_2023(**given):
    """A mentor since September 2023, in training since then."""
    usual = {
        "at_schools": [at_school("2023-09-01")],
        "mentorships": [mentoring("2023-09-01", training=[training("2023-09-01")])],
        "training": [training("2023-09-01")],
    }
    return mentor(**usual | given)


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
        answer(
            "NOT_ELIGIBLE",
            ["TRAINING_STARTED_NOT_COMPLETED"],
            "STARTED_NOT_COMPLETED",
            ["ASK_TO_TRAIN_AGAIN"],
        ),
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
        answer("NOT_REGISTERED", ["NOT_A_MENTOR"], "NOT_STARTED", ["REGISTER_AS_MENTOR"]),
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
        mentor(training=[training("2025-09-01")]),
        "2027-08-31",
        answer("ELIGIBLE", ["ELIGIBLE"], "IN_TRAINING"),
    ),
    "two years of training": (
        mentor(training=[training("2025-09-01")]),
        "2027-09-01",
        answer("ELIGIBLE", ["ELIGIBLE"], "IN_TRAINING", warnings=["TWO_YEARS_ACCESS"]),
    ),
    "two years of training, and the ECT has passed": (
        mentor(mentorships=[mentoring(induction="Passed")], training=[training("2025-09-01")]),
        "2027-09-01",
        answer(
            "ELIGIBLE",
            ["ELIGIBLE"],
            "IN_TRAINING",
            warnings=["ASSIGNED_ECT_CONCLUDED", "TWO_YEARS_ACCESS"],
        ),
    ),
    # The rules of the earlier service, for contract periods up to 2024.
    "trained for 2023": (
        in_2023(ecf=ecf_checks("mentor")),
        IN_2024,
        answer("ELIGIBLE", ["ELIGIBLE"], "IN_TRAINING"),
    ),
    "trained for 2023, and the checks are not told": (
        in_2023(),
        IN_2024,
        answer("CANNOT_TELL", ["CHECKS_NOT_COMPLETE"], "IN_TRAINING", ["COMPLETE_CHECKS"]),
    ),
    "trained for 2023, never assigned, and the checks are not told": (
        in_2023(mentorships=[]),
        IN_2024,
        answer(
            "CANNOT_TELL",
            ["CHECKS_NOT_COMPLETE", "NO_ECT_ASSIGNED"],
            "IN_TRAINING",
            ["COMPLETE_CHECKS", "ASSIGN_TO_ECT"],
        ),
    ),
    "trained for 2023, and flagged": (
        in_2023(ecf=ecf_checks("mentor", active_flags=True)),
        IN_2024,
        answer("NEEDS_REVIEW", ["ACTIVE_FLAGS"], "IN_TRAINING", ["REVIEW_FLAGS"]),
    ),
    "trained for 2023, and refused by hand": (
        in_2023(ecf=ecf_checks("mentor", validated=("ineligible", "active_flags"))),
        IN_2024,
        answer("NOT_ELIGIBLE", ["NOT_ALLOWED"], "IN_TRAINING"),
    ),
    "trained for 2023, and the flags are not told": (
        in_2023(ecf=ecf_checks("mentor", active_flags=None)),
        IN_2024,
        answer("CANNOT_TELL", ["CANNOT_TELL"], "IN_TRAINING", [TELL]),
    ),
    "trained for 2023, and never assigned": (
        in_2023(ecf=ecf_checks("mentor"), mentorships=[]),
        IN_2024,
        answer("NOT_YET_ELIGIBLE", ["NO_ECT_ASSIGNED"], "IN_TRAINING", ["ASSIGN_TO_ECT"]),
    ),
    "trained for 2023, and the mentorship is still to come": (
        in_2023(ecf=ecf_checks("mentor"), mentorships=[mentoring("2024-09-01")]),
        IN_2024,
        answer("ELIGIBLE", ["ELIGIBLE"], "IN_TRAINING"),
    ),
    "trained for 2023, and the mentorship has ended": (
        in_2023(ecf=ecf_checks("mentor"), mentorships=[mentoring("2023-09-01", "2024-01-14")]),
        IN_2024,
        answer("ELIGIBLE", ["MAY_CONTINUE_WITHOUT_ECT"], "IN_TRAINING"),
    ),
    "trained for 2023, where neither school nor ECT nor TRN would be funded": (
        in_2023(
            ecf=ecf_checks("mentor", different_trn=True, duplicity="secondary"),
            at_schools=[at_school("2023-09-01", "2023-12-31", at=school(gias_status="closed"))],
            mentorships=[mentoring("2023-09-01", training=[training(led_by="school")])],
        ),
        IN_2024,
        answer("ELIGIBLE", ["ELIGIBLE"], "IN_TRAINING"),
    ),
    "trained for 2023, and completed: may be trained, unfunded": (
        in_2023(ecf=ecf_checks("mentor"), lost=COMPLETED),
        IN_2024,
        answer("ELIGIBLE", ["ELIGIBLE"], "COMPLETED", warnings=["TRAINING_NOT_FUNDED"]),
    ),
    "trained for 2023, and in the early roll-out: may be trained, unfunded": (
        in_2023(ecf=ecf_checks("mentor", previous_participation=True)),
        IN_2024,
        answer("ELIGIBLE", ["ELIGIBLE"], "IN_TRAINING", warnings=["TRAINING_NOT_FUNDED"]),
    ),
    "nothing is recorded under the TRN, on a day before the new rules": (
        nobodys_mentor(known=False),
        IN_2024,
        Answer("NOT_KNOWN", ["TRN_NOT_KNOWN"]),
    ),
    "a teacher who is no mentor, on a day before the new rules": (
        nobodys_mentor(ecf=ecf_checks("mentor")),
        IN_2024,
        answer("NOT_REGISTERED", ["NOT_A_MENTOR"], "NOT_STARTED", ["REGISTER_AS_MENTOR"]),
    ),
    "a teacher who is no mentor and was never checked, on a day before the new rules": (
        nobodys_mentor(),
        IN_2024,
        answer("NOT_REGISTERED", ["NOT_A_MENTOR"], "NOT_STARTED", ["REGISTER_AS_MENTOR"]),
    ),
}


@pytest.mark.parametrize(("given", "on", "expected"), DECISIONS.values(), ids=DECISIONS)
def test_decisions(given, on, expected):
    assert answered("mentor_training", given, on) == expected


# From when the lead provider could start the training.
EARLIEST = {
    "the mentorship has begun": ([mentoring("2025-09-01")], [at_school("2024-09-01")], TODAY),
    "the mentorship with a provider-led ECT is to come": (
        [
            mentoring("2025-09-01", "2026-01-14"),
            mentoring("2026-02-01", name="the next mentorship"),
        ],
        [at_school("2024-09-01")],
        "2026-02-01",
    ),
    "of two to come the first with a provider-led ECT": (
        [
            mentoring("2025-09-01", "2026-01-14"),
            mentoring("2026-02-01", training=[training(led_by="school")]),
            mentoring("2026-03-01"),
            mentoring("2026-04-01"),
        ],
        [at_school("2024-09-01")],
        "2026-03-01",
    ),
    "the mentor starts at the school after the mentorship": (
        [mentoring("2025-09-01")],
        [at_school("2026-02-01")],
        "2026-02-01",
    ),
}


@pytest.mark.parametrize(("mentorships", "at_schools", "expected"), EARLIEST.values(), ids=EARLIEST)
def test_training_starts_no_earlier_than_the_mentor_and_the_mentorship(
    mentorships, at_schools, expected
):
    facts = mentor(mentorships=mentorships, at_schools=at_schools)
    (action,) = ask("mentor_training", facts, TODAY).next_actions
    assert action.code == START
    assert catalogue.load().earliest("mentor_training", action, facts, day(TODAY)) == day(expected)


ORDER = [
    "TRAIN-0a",
    "TRAIN-0",
    "TRAIN-E1",
    "TRAIN-E2",
    "TRAIN-E3",
    "TRAIN-1",
    "TRAIN-2",
    "TRAIN-2a",
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
