"""May a mentor record be held? Whole answers: the first of the uses names the status."""

import pytest

from ect_rules import catalogue
from tests.builders import (
    COMPLETED,
    EARLY_ROLL_OUT,
    at_school,
    declaration,
    mentor,
    mentoring,
    nobodys_mentor,
    training,
)
from tests.rules.table import Answer, answered

TODAY = "2026-01-15"
PAST = mentoring("2024-09-01", "2025-07-31")
WITHDRAWN = training(withdrawn="2025-12-01T09:00+00:00")
DEFERRED = training(deferred="2025-12-01T09:00+00:00")


def keep(*reasons):
    return Answer("KEEP", list(reasons))


DECISIONS = {
    # An ECT is the use that a mentor record is for.
    "an ECT now": (mentor(), TODAY, keep("CURRENT_ECT")),
    "an ECT to come": (mentor(mentorships=[mentoring("2026-09-01")]), TODAY, keep("FUTURE_ECT")),
    "an ECT now, in training, funding lost: one use is enough": (
        mentor(training=[training()], lost=COMPLETED),
        TODAY,
        keep("CURRENT_ECT"),
    ),
    # Without one, these are uses, in this order.
    "in training": (
        mentor(mentorships=[PAST], training=[training()]),
        TODAY,
        keep("IN_TRAINING"),
    ),
    "in training, and never assigned": (
        mentor(mentorships=[], training=[training()]),
        TODAY,
        keep("IN_TRAINING"),
    ),
    "deferred": (mentor(mentorships=[], training=[DEFERRED]), TODAY, keep("TRAINING_DEFERRED")),
    "funding lost": (mentor(mentorships=[], lost=COMPLETED), TODAY, keep("FUNDING_EVIDENCE")),
    "a billable declaration": (
        mentor(mentorships=[], training=[WITHDRAWN], declarations=[declaration()]),
        TODAY,
        keep("BILLABLE_DECLARATION"),
    ),
    "in training, and paid for": (
        mentor(mentorships=[], training=[training()], declarations=[declaration(payment="paid")]),
        TODAY,
        keep("IN_TRAINING", "BILLABLE_DECLARATION"),
    ),
    "deferred, completed and paid for": (
        mentor(
            mentorships=[],
            training=[DEFERRED],
            declarations=[declaration("2025-11-01T09:00+00:00", "completed", payment="paid")],
        ),
        TODAY,
        keep("TRAINING_DEFERRED", "FUNDING_EVIDENCE", "BILLABLE_DECLARATION"),
    ),
    "a bare row of an early roll-out mentor": (
        nobodys_mentor(lost=EARLY_ROLL_OUT, lost_on="2021-04-19"),
        TODAY,
        keep("FUNDING_EVIDENCE"),
    ),
    # None of them.
    "never assigned": (
        mentor(mentorships=[]),
        TODAY,
        Answer("DO_NOT_HOLD", ["NEVER_ASSIGNED"], actions=["ASSIGN_TO_ECT", "ERASE_RECORD"]),
    ),
    "never assigned, and gone": (
        mentor(mentorships=[], at_schools=[at_school("2024-09-01", "2025-07-31")]),
        TODAY,
        Answer("DO_NOT_HOLD", ["NEVER_ASSIGNED"], actions=["ERASE_RECORD"]),
    ),
    "never assigned, withdrawn, and the declaration voided": (
        mentor(mentorships=[], training=[WITHDRAWN], declarations=[declaration(payment="voided")]),
        TODAY,
        Answer("DO_NOT_HOLD", ["NEVER_ASSIGNED"], actions=["ASSIGN_TO_ECT", "ERASE_RECORD"]),
    ),
    "assigned before": (
        mentor(mentorships=[PAST]),
        TODAY,
        Answer("REVIEW", ["PREVIOUSLY_ASSIGNED"], actions=["ASSIGN_TO_ECT", "REVIEW_RECORD"]),
    ),
    "assigned before, and training has ended": (
        mentor(mentorships=[PAST], training=[training("2024-09-01", "2025-07-31")]),
        TODAY,
        Answer("REVIEW", ["PREVIOUSLY_ASSIGNED"], actions=["ASSIGN_TO_ECT", "REVIEW_RECORD"]),
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
        Answer("NOT_REGISTERED", ["NOT_A_MENTOR"]),
    ),
}


@pytest.mark.parametrize(("given", "on", "expected"), DECISIONS.values(), ids=DECISIONS)
def test_decisions(given, on, expected):
    assert answered("record_retention", given, on) == expected


def test_every_status_is_given_by_some_decision():
    given = {expected.status for _, _, expected in DECISIONS.values()}
    assert given == set(catalogue.load().checks["record_retention"].check.statuses)
