"""ECTs made up: when they began, how induction goes, and whether they leave."""

from __future__ import annotations

from datetime import date, timedelta

from ect_rules.dated import ONE_DAY, contract_period_of
from ect_rules.facts import InductionStatus
from ect_rules.generate.dice import Dice, Weights
from ect_rules.generate.drafts import Ect, Person, Register, earliest

# How many contract periods before the school's newest one the ECT began.
_YEARS_AGO: Weights[int] = Weights((0, 36), (1, 26), (2, 17), (3, 12), (4, 9))
# First day of the range, in the contract period's first year or the next; how many days it has.
_TERMS: Weights[tuple[int, int, int, int]] = Weights(
    ((0, 9, 1, 1), 70), ((0, 9, 2, 90), 10), ((1, 1, 1, 12), 13), ((1, 4, 13, 15), 7)
)
_Status = InductionStatus | None
_COMING: Weights[_Status] = Weights(
    (InductionStatus.REQUIRED_TO_COMPLETE, 80),
    (InductionStatus.NONE, 10),
    (InductionStatus.EXEMPT, 2),
    (None, 8),
)
_UNDER_WAY: Weights[_Status] = Weights(
    (InductionStatus.IN_PROGRESS, 845),
    (InductionStatus.REQUIRED_TO_COMPLETE, 70),
    (InductionStatus.NONE, 15),
    (InductionStatus.EXEMPT, 10),
    (InductionStatus.FAILED_IN_WALES, 5),
    (InductionStatus.FAILED, 3),
    (InductionStatus.PASSED, 12),
    (None, 40),
)
_DUE: Weights[_Status] = Weights(
    (InductionStatus.PASSED, 880),
    (InductionStatus.IN_PROGRESS, 50),
    (InductionStatus.FAILED, 15),
    (InductionStatus.EXEMPT, 10),
    (InductionStatus.FAILED_IN_WALES, 5),
    (InductionStatus.REQUIRED_TO_COMPLETE, 5),
    (InductionStatus.NONE, 5),
    (None, 30),
)
_CONCLUDED = (InductionStatus.PASSED, InductionStatus.FAILED)
_SHORTEST, _USUAL = timedelta(250), timedelta(688)

_STAYS, _REPORTED, _MOVES, _ENDED = range(4)
_LEAVING: Weights[int] = Weights((_STAYS, 870), (_REPORTED, 75), (_MOVES, 40), (_ENDED, 15))
_SETTLED = timedelta(30)
# How far ahead a last day is known: at most four months.
_AHEAD = timedelta(110)


def ect(
    dice: Dice, register: Register, person: Person, newest: int, closed: date | None, today: date
) -> Ect:
    """An ECT who begins at the school, with `person`'s induction status."""
    oldest = contract_period_of(today) - len(_YEARS_AGO.things) + 1
    contract_period = max(newest - dice.pick(_YEARS_AGO), oldest)
    later, month, day, days = dice.pick(_TERMS)
    started_on = date(contract_period + later, month, day) + timedelta(dice.below(days))
    concluded_on = _induction(dice, person, started_on, today)
    made = Ect(register.id("e"), person, contract_period, started_on, None, concluded_on)
    _leaving(dice, made, closed, today)
    return made


def moved(dice: Dice, register: Register, before: Ect, closed: date | None) -> Ect | None:
    """The same ECT at the next school; None where induction or the school was over by then."""
    assert before.finished_on is not None
    gap = dice.below(40) if dice.chance(0.2) else 0
    started_on = before.finished_on + ONE_DAY + timedelta(gap)
    last_day = earliest(before.concluded_on, closed)
    if last_day is not None and last_day <= started_on:
        return None
    return Ect(
        register.id("e"),
        before.person,
        before.contract_period,
        started_on,
        closed,
        before.concluded_on,
    )


def _induction(dice: Dice, person: Person, started_on: date, today: date) -> date | None:
    part_time = timedelta(100 + dice.below(265)) if dice.chance(0.1) else timedelta(0)
    due = started_on + _USUAL + part_time
    if started_on > today:
        person.induction_status = dice.pick(_COMING)
        return None
    if due > today:
        person.induction_status = dice.pick(_UNDER_WAY)
        first = started_on + _SHORTEST
    else:
        person.induction_status = dice.pick(_DUE)
        first = due
    if person.induction_status not in _CONCLUDED:
        return None
    concluded_on = dice.day(first, earliest(today, first + timedelta(200)) or today)
    if concluded_on is None:
        person.induction_status = InductionStatus.IN_PROGRESS
    return concluded_on


def _leaving(dice: Dice, made: Ect, closed: date | None, today: date) -> None:
    how = dice.pick(_LEAVING)
    last_day = None
    if how != _STAYS:
        furthest = earliest(made.concluded_on, closed, today + _AHEAD)
        assert furthest is not None
        last_day = dice.day(made.started_on + _SETTLED, furthest)
    if last_day is not None:
        made.finished_on = last_day
        made.reported = how == _REPORTED
        made.moves = how == _MOVES
    elif made.concluded_on is not None and dice.chance(0.5):
        made.finished_on = earliest(made.concluded_on, closed)
    else:
        made.finished_on = closed
