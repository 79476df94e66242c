"""What a teacher's training periods say on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from operator import attrgetter

from ect_rules.dated import (
    Period,
    contract_period_of,
    current_or_next,
    ended,
    london_day,
    shares_a_day,
)
from ect_rules.facts import EctLink, MentorFacts, TrainingPeriod, TrainingProgramme
from ect_rules.rule import Facts

PROVIDER_LED = TrainingProgramme.PROVIDER_LED
_FIRST_DAY = attrgetter("started_on")


def provider_led(periods: Iterable[TrainingPeriod]) -> list[TrainingPeriod]:
    """Those of `periods` that are led by a provider, in the same order."""
    return [p for p in periods if p.training_programme is PROVIDER_LED]


def latest(periods: Iterable[TrainingPeriod]) -> TrainingPeriod | None:
    """The period that starts last; None of none. Of two that start together, the first given."""
    return max(periods, key=_FIRST_DAY, default=None)


def contract_period(period: TrainingPeriod) -> int:
    """The contract period of training; where it is not told, that of its first day."""
    return period.contract_period or contract_period_of(period.started_on)


def judged_by(own: Sequence[TrainingPeriod], links: Sequence[EctLink], on: date) -> int:
    """The contract period whose rules a mentor is judged by.

    That of the mentor's latest training; without any, of the latest training of the ECT whom the
    mentor was assigned to last and whose training is told; without any, of the day asked about.
    """
    told = own
    if not told:
        for link in reversed(links):
            told = link.ect_training
            if told:
                break
        else:
            return contract_period_of(on)
    return contract_period(told[0] if len(told) == 1 else max(told, key=_FIRST_DAY))


def provider_led_during(training: Iterable[TrainingPeriod], period: Period) -> bool | None:
    """Whether provider-led training shares a day with `period`; None where no training is told."""
    told = False
    for each in training:
        if each.training_programme is PROVIDER_LED and shares_a_day(each, period):
            return True
        told = True
    return False if told else None


def counting(links: Sequence[EctLink], on: date) -> Sequence[EctLink]:
    """The mentorships that count on the day `on`: those that have begun; where none has, all.

    `links` and the result are in order of their start.
    """
    if links and links[-1].started_on <= on:
        return links
    return [link for link in links if link.started_on <= on] or links


def going(links: Iterable[EctLink], on: date) -> list[EctLink]:
    """The mentorships that have not ended by the day `on`: current or future, in the same order."""
    return [link for link in links if not ended(link, on)]


def reads_of_training(links: Iterable[EctLink]) -> Facts:
    """The training of the ECTs of those mentorships, as a finding about who leads it shows it."""
    training = [t for link in links for t in link.ect_training]
    return tuple((t, "training_programme", "started_on", "finished_on") for t in training)


def led_by_provider(link: EctLink, on: date) -> bool | None:
    """Whether the current or next training of the ECT is provider-led; None where none is told."""
    if not link.ect_training:
        return None
    training = current_or_next(link.ect_training, on)
    return training is not None and training.training_programme is PROVIDER_LED


def first_training_from(facts: MentorFacts, on: date) -> date:
    """The first day, from `on`, on which the mentor's first training could start (AMB-12).

    Not before the mentor's start at the school, nor before that of the mentorship with an ECT whose
    training is provider-led. The day `on` itself where there is none.
    """
    here = {at.period.id: at.started_on for at in facts.at_schools}
    starts = [
        max(on, link.started_on, here.get(link.period.mentor_at_school_period_id, on))
        for link in going(facts.mentorships, on)
        if led_by_provider(link, on)
    ]
    return min(starts, default=on)


def reads_of_latest(periods: Iterable[TrainingPeriod]) -> Facts:
    """The latest provider-led one of those periods, as a finding about where it stands shows it."""
    training = latest(provider_led(periods))
    if training is None:
        return ()
    return ((training, "started_on", "finished_on", "withdrawn_at", "deferred_at"),)


def may_be_assigned_from(facts: MentorFacts, on: date) -> date:
    """The first day, from `on`, on which a mentorship of this mentor could start (ASSIGN-1).

    That is not before the mentor's own start at a school. The ECT's start, which may be later, is not
    known before there is an ECT. The day `on` itself where the mentor is at no school now or later.
    """
    starts = [max(at.started_on, on) for at in facts.at_schools if not ended(at, on)]
    return min(starts, default=on)


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
