"""When a mentor's training has been completed, and how funding is lost."""

import pytest

from ect_rules.completion import billable, counts, is_lost, loss_of_funding, refundable
from ect_rules.facts import ClawbackStatus, LossOfFunding, MentorLostFundingReason, PaymentStatus
from tests.builders import (
    COMPLETED,
    EARLY_ROLL_OUT,
    NOT_COMPLETED,
    THE_MENTOR,
    day,
    declaration,
    mentor,
    teacher,
    training,
)

# Which declarations count (DONE-2), are billable and refundable (PAY-5).
STATUSES = {
    ("no_payment", "no_clawback"): (True, False, False),
    ("eligible", "no_clawback"): (True, True, False),
    ("payable", "no_clawback"): (True, True, False),
    ("paid", "no_clawback"): (True, True, False),
    ("voided", "no_clawback"): (False, False, False),
    ("no_payment", "awaiting_clawback"): (False, False, True),
    ("eligible", "awaiting_clawback"): (False, True, True),
    ("payable", "awaiting_clawback"): (False, True, True),
    ("paid", "awaiting_clawback"): (False, True, True),
    ("voided", "awaiting_clawback"): (False, False, True),
    ("no_payment", "clawed_back"): (False, False, True),
    ("eligible", "clawed_back"): (False, True, True),
    ("payable", "clawed_back"): (False, True, True),
    ("paid", "clawed_back"): (False, True, True),
    ("voided", "clawed_back"): (False, False, True),
}


@pytest.mark.parametrize(("statuses", "expected"), STATUSES.items(), ids=map("/".join, STATUSES))
def test_what_the_statuses_of_a_declaration_mean(statuses, expected):
    payment, clawback = statuses
    given = declaration(payment=payment, clawback=clawback)
    assert (counts(given), billable(given), refundable(given)) == expected


def test_every_status_is_in_the_table():
    assert set(STATUSES) == {(p, c) for c in ClawbackStatus for p in PaymentStatus}


def completed(declared, payment="paid", clawback="no_clawback", **given):
    return declaration(declared, "completed", payment=payment, clawback=clawback, **given)


IN_2023 = training("2023-09-01", year=2023, name="of 2023")
IN_2025 = training("2025-09-01", year=2025, name="of 2025")
JULY_2025 = "2025-07-10T09:00+01:00"
JULY_2026 = "2026-07-10T09:00+01:00"
ABOUT_2023, ABOUT_2025 = {"training": "of 2023"}, {"training": "of 2025"}

# What is stored, with the day; what is declared; and what follows: the reason, and since when.
LOSSES = {
    "nothing stored and nothing declared": (None, [], None),
    "stored, and nothing declared": ((COMPLETED, "2025-07-01"), [], (COMPLETED, "2025-07-01")),
    "the early roll-out, and nothing declared": (
        (EARLY_ROLL_OUT, "2021-04-19"),
        [],
        (EARLY_ROLL_OUT, "2021-04-19"),
    ),
    "a day far ahead": ((NOT_COMPLETED, "2099-01-01"), [], (NOT_COMPLETED, "2099-01-01")),
    "declared": (None, [completed(JULY_2026, **ABOUT_2025)], (COMPLETED, "2026-07-10")),
    "declared in the last hour of the day before, by UTC": (
        None,
        [completed("2026-07-09T23:00+00:00", **ABOUT_2025)],
        (COMPLETED, "2026-07-10"),
    ),
    "declared twice: the latest that counts": (
        None,
        [completed(JULY_2025, **ABOUT_2023), completed(JULY_2026, **ABOUT_2025)],
        (COMPLETED, "2026-07-10"),
    ),
    "declared twice, and the later one was voided": (
        None,
        [completed(JULY_2025, **ABOUT_2023), completed(JULY_2026, "voided", **ABOUT_2025)],
        (COMPLETED, "2025-07-10"),
    ),
    "declared twice, and the later one is to be clawed back": (
        None,
        [
            completed(JULY_2025, **ABOUT_2023),
            completed(JULY_2026, clawback="awaiting_clawback", **ABOUT_2025),
        ],
        (COMPLETED, "2025-07-10"),
    ),
    "another milestone is declared": (None, [declaration(JULY_2026)], None),
    "stored with another day than is declared": (
        (COMPLETED, "2025-07-01"),
        [completed(JULY_2026, **ABOUT_2025)],
        (COMPLETED, "2026-07-10"),
    ),
    # DONE-4: none counts any more.
    "stored as completed, and the declaration was voided": (
        (COMPLETED, "2026-07-10"),
        [completed(JULY_2026, "voided", **ABOUT_2025)],
        None,
    ),
    "stored as completed, and the declaration was clawed back": (
        (COMPLETED, "2026-07-10"),
        [completed(JULY_2026, clawback="clawed_back", **ABOUT_2025)],
        None,
    ),
    "stored as completed, and another milestone was voided": (
        (COMPLETED, "2026-07-10"),
        [declaration(JULY_2026, payment="voided")],
        (COMPLETED, "2026-07-10"),
    ),
    "the early roll-out, and a declaration was voided: RECT would forget it": (
        (EARLY_ROLL_OUT, "2021-04-19"),
        [completed(JULY_2026, "voided", **ABOUT_2025)],
        (EARLY_ROLL_OUT, "2021-04-19"),
    ),
    "started and not completed, and a declaration was voided: RECT would forget it": (
        (NOT_COMPLETED, "2024-07-31"),
        [completed(JULY_2026, "voided", **ABOUT_2025)],
        (NOT_COMPLETED, "2024-07-31"),
    ),
    # DONE-3 from 2025: whatever the reason was.
    "the early roll-out, and declared for 2025": (
        (EARLY_ROLL_OUT, "2021-04-19"),
        [completed(JULY_2026, **ABOUT_2025)],
        (COMPLETED, "2026-07-10"),
    ),
    "started and not completed, and declared for 2025": (
        (NOT_COMPLETED, "2024-07-31"),
        [completed(JULY_2026, **ABOUT_2025)],
        (COMPLETED, "2026-07-10"),
    ),
    # The earlier service, up to 2024: two reasons stand.
    "the early roll-out, and declared for 2023": (
        (EARLY_ROLL_OUT, "2021-04-19"),
        [completed(JULY_2025, **ABOUT_2023)],
        (EARLY_ROLL_OUT, "2021-04-19"),
    ),
    "started and not completed, and declared for 2023": (
        (NOT_COMPLETED, "2024-07-31"),
        [completed(JULY_2025, **ABOUT_2023)],
        (NOT_COMPLETED, "2024-07-31"),
    ),
    "the early roll-out, declared for 2023 and then for 2025": (
        (EARLY_ROLL_OUT, "2021-04-19"),
        [completed(JULY_2025, **ABOUT_2023), completed(JULY_2026, **ABOUT_2025)],
        (COMPLETED, "2026-07-10"),
    ),
    "the early roll-out, and declared for training that nobody told us of in May 2025": (
        (EARLY_ROLL_OUT, "2021-04-19"),
        [completed("2025-05-31T22:59+00:00", training="another")],
        (EARLY_ROLL_OUT, "2021-04-19"),
    ),
    "the early roll-out, and declared for training that nobody told us of in June 2025": (
        (EARLY_ROLL_OUT, "2021-04-19"),
        [completed("2025-05-31T23:00+00:00", training="another")],
        (COMPLETED, "2025-06-01"),
    ),
}


@pytest.mark.parametrize(("stored", "declared", "expected"), LOSSES.values(), ids=LOSSES)
def test_loss_of_funding(stored, declared, expected):
    reason, on = stored or (None, None)
    person = teacher(THE_MENTOR, lost=reason, lost_on=on)
    found = loss_of_funding(person, [IN_2023, IN_2025], declared)
    if expected is None:
        assert found is None
    else:
        assert found == LossOfFunding(MentorLostFundingReason(expected[0]), day(expected[1]))


def test_training_whose_contract_period_is_not_told_is_of_its_first_day():
    person = teacher(THE_MENTOR, lost=EARLY_ROLL_OUT, lost_on="2021-04-19")
    declared = [completed(JULY_2026, training="the training")]
    for first_day, reason in (("2025-05-31", EARLY_ROLL_OUT), ("2025-06-01", COMPLETED)):
        found = loss_of_funding(person, [training(first_day)], declared)
        assert found is not None
        assert found.reason == reason


def test_a_stored_reason_without_a_day_is_a_loss_all_the_same():
    found = loss_of_funding(teacher(THE_MENTOR, lost=COMPLETED), [], [])
    assert found == LossOfFunding(MentorLostFundingReason(COMPLETED), None)


def test_nobody_has_lost_nothing():
    assert loss_of_funding(None, [IN_2025], [completed(JULY_2026, **ABOUT_2025)]) is None


def test_funding_is_lost_from_any_day():
    assert is_lost(mentor(lost=COMPLETED, lost_on="2099-01-01"))
    assert not is_lost(mentor())
