"""Days, periods and what is told, read by other means than the rules."""

from datetime import timedelta

from ect_rules.dated import london_day as london
from ect_rules.facts import (
    ClawbackStatus,
    EligibilityReason,
    EligibilityStatus,
    PaymentStatus,
    TrainingProgramme,
)
from ect_rules.space.people import TOLD

NOT_TOLD = "not told"
YES_OR_NO = {value: word for word, value in TOLD.items()}
DAY = timedelta(1)


def over(period, on):
    return period.finished_on is not None and period.finished_on < on


def on_a_day_of(period, on):
    return period.started_on <= on and not over(period, on)


def when(periods, on, words):
    now, later, before = words
    if any(on_a_day_of(p, on) for p in periods):
        return now
    if any(p.started_on > on for p in periods):
        return later
    return before if periods else ("never" if before == "before" else "none")


def first(found, *wanted, otherwise):
    return next((word for word in wanted if word in found), otherwise)


def led(period):
    return period.training_programme is TrainingProgramme.PROVIDER_LED


def latest(periods):
    found = None
    for period in periods:
        if found is None or period.started_on > found.started_on:
            found = period
    return found


def stopped(period, on):
    """How training was interrupted by a day: a tie is a deferral."""
    marks = [
        (instant, n, word)
        for instant, n, word in (
            (period.withdrawn_at, 0, "withdrawn"),
            (period.deferred_at, 1, "deferred"),
        )
        if instant is not None and london(instant) <= on
    ]
    return max(marks)[2] if marks else None


def period_of(training):
    day = training.started_on
    return training.contract_period or (
        day.year if (day.month, day.day) >= (6, 1) else day.year - 1
    )


def judged_by(facts, on):
    told = [facts.training, *(link.ect_training for link in reversed(facts.mentorships))]
    last = next((latest(training) for training in told if training), None)
    if last is not None:
        return period_of(last)
    return on.year if (on.month, on.day) >= (6, 1) else on.year - 1


def counts(declaration):
    return (
        declaration.payment_status is not PaymentStatus.VOIDED
        and declaration.clawback_status is ClawbackStatus.NO_CLAWBACK
    )


def checks(record, flags):
    """What the earlier service found: for each flag a word, and whether a hand refused for flags.

    `flags`: for each dimension the reason that names it, and its value in the record.
    """
    if record is None:
        return dict.fromkeys(flags, NOT_TOLD), False
    if not record.manually_validated:
        return {name: YES_OR_NO[value] for name, (_, value) in flags.items()}, False
    if record.status is EligibilityStatus.ELIGIBLE:
        return dict.fromkeys(flags, "no"), False
    named = {name: record.reason is reason for name, (reason, _) in flags.items()}
    if True not in named.values():
        return dict.fromkeys(flags, NOT_TOLD), False
    refused = (
        record.status is EligibilityStatus.INELIGIBLE
        and record.reason is EligibilityReason.ACTIVE_FLAGS
    )
    return {name: YES_OR_NO[found] for name, found in named.items()}, refused
