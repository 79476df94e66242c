"""What a teacher's training periods say on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from ect_rules.dated import Period, contract_period_of, london_day, shares_a_day
from ect_rules.facts import EctLink, TrainingPeriod, TrainingProgramme

PROVIDER_LED = TrainingProgramme.PROVIDER_LED


def provider_led(periods: Iterable[TrainingPeriod]) -> list[TrainingPeriod]:
    """Those of `periods` that are led by a provider, in the same order."""
    return [p for p in periods if p.training_programme is PROVIDER_LED]


def latest(periods: Iterable[TrainingPeriod]) -> TrainingPeriod | None:
    """The period that starts last; None of none. Of two that start together, the first given."""
    found = None
    for period in periods:
        if found is None or period.started_on > found.started_on:
            found = period
    return found


def contract_period(period: TrainingPeriod) -> int:
    """The contract period of training; where it is not told, that of its first day."""
    return period.contract_period or contract_period_of(period.started_on)


def judged_by(own: Iterable[TrainingPeriod], links: Sequence[EctLink], on: date) -> int:
    """The contract period whose rules a mentor is judged by.

    That of the mentor's latest training; without any, of the latest training of the ECT whom the
    mentor was assigned to last and whose training is told; without any, of the day asked about.
    """
    training = latest(own)
    for link in reversed(links):
        if training is None:
            training = latest(link.ect_training)
    return contract_period_of(on) if training is None else contract_period(training)


def provider_led_during(training: Iterable[TrainingPeriod], period: Period) -> bool | None:
    """Whether provider-led training shares a day with `period`; None where no training is told."""
    told = False
    for each in training:
        if each.training_programme is PROVIDER_LED and shares_a_day(each, period):
            return True
        told = True
    return False if told else None


def interruption(period: TrainingPeriod, on: date) -> str | None:
    """WITHDRAWN or DEFERRED where `period` is so by the end of the day `on`, else None.

    The later of the two instants names it; a tie is DEFERRED.
    """
    if period.withdrawn_at is None and period.deferred_at is None:
        return None
    withdrawn = _by(period.withdrawn_at, on)
    deferred = _by(period.deferred_at, on)
    if withdrawn and (not deferred or withdrawn > deferred):
        return "WITHDRAWN"
    return "DEFERRED" if deferred else None


def _by(instant: datetime | None, on: date) -> datetime | None:
    return instant if instant is not None and london_day(instant) <= on else None
