"""Training made up, of ECTs and of mentors."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ect_rules.dated import ONE_DAY, contract_period_of, shares_a_day
from ect_rules.facts import MentorLostFundingReason, TrainingPeriod, TrainingProgramme
from ect_rules.generate.dice import Dice, Weights
from ect_rules.generate.drafts import Ect, Mentor, Register, earliest

PROVIDERS = (
    "Northway Lead Provider",
    "Southbank Lead Provider",
    "Eastgate Lead Provider",
    "Westfield Lead Provider",
    "Midland Lead Provider",
    "Coastal Lead Provider",
)
EARLY_ROLL_OUT_ENDED = date(2021, 4, 19)

_PROVIDER_LED, _SCHOOL_LED = TrainingProgramme
_GOES_ON, _WITHDRAWN, _DEFERRED, _CHANGED = range(4)
_COURSE: Weights[int] = Weights((_GOES_ON, 915), (_WITHDRAWN, 35), (_DEFERRED, 35), (_CHANGED, 15))
_MENTOR_COURSE: Weights[int] = Weights((_GOES_ON, 94), (_WITHDRAWN, 3), (_DEFERRED, 3))
_BEGUN = timedelta(20)
# How many of those who began a mentor's training so long ago have completed it.
_COMPLETED = ((timedelta(700), 0.55), (timedelta(400), 0.25), (timedelta(330), 0.08))
_SHORTEST, _LONGEST = timedelta(330), timedelta(800)


def of_ect(dice: Dice, register: Register, ect: Ect, provider: str, today: date) -> None:
    """Give the ECT training, mostly with `provider`, the school's."""
    if dice.chance(0.012):
        return  # not told
    last_day = earliest(ect.finished_on, ect.concluded_on)
    if dice.chance(0.17):
        ect.training.append(_school_led(register, ect, ect.started_on, last_day))
        return
    confirmed = dice.chance(0.88 if ect.contract_period == contract_period_of(today) else 0.985)
    how = dice.pick(_COURSE)
    stops = None
    if how != _GOES_ON:
        stops = dice.day(ect.started_on + _BEGUN, earliest(last_day, today) or today)
    if stops is None:
        led = _led(register, ect.started_on, last_day, provider, confirmed, ect=ect)
        ect.training.append(led)
        return
    led = _led(
        register,
        ect.started_on,
        stops,
        provider,
        confirmed,
        ect=ect,
        withdrawn_at=dice.instant(stops) if how == _WITHDRAWN else None,
        deferred_at=dice.instant(stops) if how == _DEFERRED else None,
    )
    ect.training.append(led)
    again = stops + ONE_DAY + timedelta(dice.below(200) if how == _DEFERRED else 0)
    if (last_day is not None and last_day < again) or (how != _CHANGED and dice.chance(0.5)):
        return
    if how == _WITHDRAWN:
        ect.training.append(_school_led(register, ect, again, last_day))
    elif how == _CHANGED or again <= today:
        other = dice.one_of(PROVIDERS) if how == _CHANGED else provider
        ect.training.append(_led(register, again, last_day, other, confirmed, ect=ect))


def of_mentor(
    dice: Dice, register: Register, mentor: Mentor, *, trained_as_ect: bool, today: date
) -> None:
    """Give the mentor training, and settle whether funding is lost. `trained_as_ect`: here."""
    person = mentor.person
    if person.known:
        return
    if not trained_as_ect and dice.chance(0.03):
        person.lost_funding_on = EARLY_ROLL_OUT_ENDED
        person.lost_funding_reason = MentorLostFundingReason.COMPLETED_DURING_EARLY_ROLL_OUT
        return
    ects = sorted(mentor.mentorships, key=lambda m: (m.started_on, m.ect.id))
    of_ects = [
        (m.started_on, training)
        for m in ects
        for training in m.ect.training
        if training.training_programme is _PROVIDER_LED and shares_a_day(training, m)
    ]
    if not of_ects or dice.chance(0.05):
        return
    started_on, as_ect = of_ects[0]
    stops = _completion(dice, mentor, started_on, today)
    how = _GOES_ON
    if stops is None:
        how = dice.pick(_MENTOR_COURSE)
        if how != _GOES_ON or dice.chance(0.04):
            until = earliest(mentor.finished_on, today) or today
            stops = dice.day(started_on + _BEGUN, until)
    interrupted = dice.instant(stops) if stops and how != _GOES_ON else None
    mentor.training.append(
        _led(
            register,
            started_on,
            stops or mentor.finished_on,
            as_ect.lead_provider or PROVIDERS[0],
            bool(as_ect.partnership_confirmed),
            mentor=mentor,
            withdrawn_at=interrupted if how == _WITHDRAWN else None,
            deferred_at=interrupted if how == _DEFERRED else None,
        )
    )


def _completion(dice: Dice, mentor: Mentor, started_on: date, today: date) -> date | None:
    """The last day of training that was completed, or that ended with its contract period."""
    person = mentor.person
    closes = date(contract_period_of(started_on) + 3, 7, 31)
    if closes <= today:
        completed, abandoned = 0.68, 0.24
    else:
        age = today - started_on
        completed = next((share for longer, share in _COMPLETED if age > longer), 0.0)
        abandoned = 0.0
    drawn = dice.below(1000) / 1000
    if drawn < completed:
        first, last = started_on + _SHORTEST, started_on + _LONGEST
        until = earliest(today, last, mentor.finished_on)
        assert until is not None
        person.lost_funding_on = dice.day(first, until) or until
        person.lost_funding_reason = MentorLostFundingReason.COMPLETED_DECLARATION_RECEIVED
    elif drawn < completed + abandoned:
        person.lost_funding_on = closes
        person.lost_funding_reason = MentorLostFundingReason.STARTED_NOT_COMPLETED
    return earliest(person.lost_funding_on, mentor.finished_on) if person.lost_funding_on else None


def _school_led(
    register: Register, ect: Ect, started_on: date, finished_on: date | None
) -> TrainingPeriod:
    return TrainingPeriod(
        register.id("t"),
        _SCHOOL_LED,
        started_on,
        ect_at_school_period_id=ect.id,
        finished_on=finished_on,
    )


def _led(
    register: Register,
    started_on: date,
    finished_on: date | None,
    provider: str,
    confirmed: bool,
    *,
    ect: Ect | None = None,
    mentor: Mentor | None = None,
    withdrawn_at: datetime | None = None,
    deferred_at: datetime | None = None,
) -> TrainingPeriod:
    return TrainingPeriod(
        register.id("t"),
        _PROVIDER_LED,
        started_on,
        ect_at_school_period_id=ect.id if ect else None,
        mentor_at_school_period_id=mentor.id if mentor else None,
        finished_on=finished_on,
        lead_provider=provider,
        partnership_confirmed=confirmed,
        contract_period=ect.contract_period if ect else contract_period_of(started_on),
        withdrawn_at=withdrawn_at,
        deferred_at=deferred_at,
    )
