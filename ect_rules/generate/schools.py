"""Schools made up in the proportions of England."""

from __future__ import annotations

from datetime import date

from ect_rules.dated import contract_period_of
from ect_rules.facts import GiasStatus, School
from ect_rules.generate.dice import Dice, Weights
from ect_rules.gias import INDEPENDENT_TYPES

_TYPES: Weights[str | None] = Weights(
    ("Academy converter", 300),
    ("Community school", 236),
    ("Academy sponsor led", 118),
    ("Voluntary aided school", 110),
    ("Voluntary controlled school", 60),
    ("Free schools", 28),
    ("Foundation school", 25),
    ("Community special school", 23),
    ("Academy special converter", 17),
    ("Other independent special school", 16),
    ("Other independent school", 14),
    ("Local authority nursery school", 8),
    ("Further education", 6),
    ("Pupil referral unit", 6),
    ("Free schools special", 5),
    ("Academy alternative provision converter", 4),
    ("Sixth form centres", 3),
    ("Special post 16 institution", 3),
    ("University technical college", 2),
    ("Non-maintained special school", 2),
    ("Studio schools", 1),
    ("Welsh establishment", 4),
    ("British schools overseas", 3),
    ("Service children's education", 1),
    ("Miscellaneous", 4),
    ("Higher education institutions", 2),
    ("Online provider", 2),
    (None, 4),
)
_STATUSES: Weights[GiasStatus | None] = Weights(
    (GiasStatus.OPEN, 953),
    (GiasStatus.CLOSED, 25),
    (GiasStatus.PROPOSED_TO_CLOSE, 13),
    (GiasStatus.PROPOSED_TO_OPEN, 3),
    (None, 6),
)
_NOT_IN_ENGLAND = {
    "Welsh establishment": "W06000015",
    "British schools overseas": None,
    "Service children's education": None,
}
# Of unitary authorities, districts, metropolitan districts and London boroughs; how many of each.
_DISTRICTS: Weights[tuple[str, int]] = Weights(
    (("E06", 62), 28), (("E07", 181), 42), (("E08", 36), 18), (("E09", 33), 12)
)
_SECTION_41: Weights[bool | None] = Weights((True, 40), (False, 57), (None, 3))
ECTS: Weights[int] = Weights(
    *((1, 9), (2, 12), (3, 14), (4, 12), (5, 10), (6, 8), (7, 7), (8, 6)),
    *((10, 6), (12, 5), (15, 4), (18, 3), (22, 3), (28, 1)),
)


def school(dice: Dice, urn: str, today: date) -> tuple[School, int, date | None]:
    """A school, its newest contract period, and the last day of everything there.

    The last day is None where the school goes on, and where nobody ended anything when it closed.
    An independent school without section 41 approval may not go on either.
    """
    type_ = dice.pick(_TYPES)
    status = dice.pick(_STATUSES)
    section_41: bool | None = None if dice.chance(0.005) else False
    if type_ in INDEPENDENT_TYPES:
        section_41 = dice.pick(_SECTION_41)
    marked = dice.chance(0.01)
    made = School(urn, status, type_, section_41, marked, _district(dice, type_))
    newest = contract_period_of(today)
    not_funded = type_ in INDEPENDENT_TYPES and section_41 is False
    if status is not GiasStatus.CLOSED and not (not_funded and dice.chance(0.4)):
        return made, newest, None
    # The end of a school year that is over, after everybody of the year's contract period began.
    closed = date(today.year - 1 - dice.below(2), 8, 31)
    return made, contract_period_of(closed) - 1, closed if dice.chance(0.75) else None


def _district(dice: Dice, type_: str | None) -> str | None:
    if type_ in _NOT_IN_ENGLAND:
        return _NOT_IN_ENGLAND[type_]
    if dice.chance(0.01):
        return "9999" if dice.chance(0.5) else None
    kind, number = dice.pick(_DISTRICTS)
    return f"{kind}{1 + dice.below(number):06}"
