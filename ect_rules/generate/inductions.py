"""Statutory induction made up, with the qualified teacher status that comes before it."""

from __future__ import annotations

from datetime import date, timedelta

from ect_rules.facts import InductionOutcome, InductionPeriod, InductionStatus
from ect_rules.generate.dice import Dice, Weights
from ect_rules.generate.drafts import Ect, Person, Register

_OUTCOMES = {
    InductionStatus.PASSED: InductionOutcome.PASS,
    InductionStatus.FAILED: InductionOutcome.FAIL,
}
_NOT_BEGUN = (
    InductionStatus.NONE,
    InductionStatus.REQUIRED_TO_COMPLETE,
    InductionStatus.EXEMPT,
    InductionStatus.FAILED_IN_WALES,
)
_EARLIER_FROM = date(2018, 9, 1)
_EARLIER_TO = timedelta(500)
_QTS_OF_ECT: Weights[bool | None] = Weights((True, 962), (False, 14), (None, 24))
_QTS_OF_MENTOR: Weights[bool | None] = Weights((True, 930), (False, 25), (None, 45))


def qualify(dice: Dice, person: Person, first_day: date, *, as_ect: bool) -> None:
    """Settle whether the person holds QTS. `first_day`: the first at the school."""
    if person.known or person.qts_held is not None:
        return
    person.qts_held = dice.pick(_QTS_OF_ECT if as_ect else _QTS_OF_MENTOR)
    if person.qts_held and dice.chance(0.97):
        years = dice.below(2) if as_ect else 3 + dice.below(28)
        person.qts_awarded_on = date(first_day.year - 1 - years, 7, 1 + dice.below(28))


def induct(dice: Dice, register: Register, ect: Ect, today: date) -> list[InductionPeriod]:
    """The ECT's induction while at the school, and now and then a stretch long before."""
    person, found = ect.person, []
    if not person.known and dice.chance(0.015):
        first = dice.day(_EARLIER_FROM, ect.started_on - _EARLIER_TO)
        if first is not None:
            last = first + timedelta(100 + dice.below(250))
            found.append(InductionPeriod(register.id("i"), person.trn, first, last))
    status = person.induction_status
    if ect.started_on > today:
        begins = not person.known and dice.chance(0.1)  # recorded before it
    else:
        begins = status not in _NOT_BEGUN and (status is not None or dice.chance(0.5))
    if begins:
        found.append(_stretch(dice, register, ect, today))
    if not person.known:
        _settle_funding(dice, ect, found, today)
    return found


def _stretch(dice: Dice, register: Register, ect: Ect, today: date) -> InductionPeriod:
    last_day, outcome = ect.concluded_on, None
    left = ect.finished_on if ect.finished_on and ect.finished_on <= today else None
    if left and (last_day is None or left < last_day) and (ect.moves or last_day is None):
        last_day = left if ect.moves or dice.chance(0.7) else None
    elif last_day is not None and ect.person.induction_status is not None:
        outcome = _OUTCOMES.get(ect.person.induction_status)
    return InductionPeriod(register.id("i"), ect.person.trn, ect.started_on, last_day, outcome)


def _settle_funding(dice: Dice, ect: Ect, found: list[InductionPeriod], today: date) -> None:
    person = ect.person
    if person.induction_status is InductionStatus.EXEMPT:
        if dice.chance(0.9):
            person.ect_lost_funding_on = dice.day(ect.started_on, today)
    elif found and found[-1].started_on == ect.started_on and dice.chance(0.97):
        first = dice.day(ect.started_on, min(ect.started_on + timedelta(30), today))
        person.ect_first_eligible_at = None if first is None else dice.instant(first)
