"""People and periods while a school is being made up, before they become records."""

from __future__ import annotations

from datetime import date, datetime

from attrs import define, field

from ect_rules.facts import (
    Declaration,
    EctAtSchoolPeriod,
    InductionPeriod,
    InductionStatus,
    MentorAtSchoolPeriod,
    MentorLostFundingReason,
    MentorshipPeriod,
    ParticipantRole,
    Teacher,
    TrainingPeriod,
)
from ect_rules.generate.dice import Dice, Weights

MOST_TEACHERS = 5_000_000
# A prime just below ten million, and a step that spreads TRNs over all of it before any comes again.
TRNS, TRN_STEP = 9_999_991, 6_180_339

_PROHIBITED: Weights[bool | None] = Weights((False, 973), (True, 6), (None, 21))


@define
class Person:
    """A teacher. `known`: the record is out already, from another school, and cannot change.

    `checked_as`: in which roles the earlier service (ECF1) has checked the person.
    """

    trn: str
    prohibited: bool | None
    induction_status: InductionStatus | None = None
    lost_funding_on: date | None = None
    lost_funding_reason: MentorLostFundingReason | None = None
    known: bool = False
    qts_held: bool | None = None
    qts_awarded_on: date | None = None
    ect_first_eligible_at: datetime | None = None
    ect_lost_funding_on: date | None = None
    mentor_first_eligible_at: datetime | None = None
    checked_as: set[ParticipantRole] = field(factory=set)

    def record(self) -> Teacher:
        """The person as a record."""
        return Teacher(
            self.trn,
            self.induction_status,
            self.prohibited,
            self.lost_funding_on,
            self.lost_funding_reason,
            self.qts_held,
            self.qts_awarded_on,
            self.ect_first_eligible_at,
            self.ect_lost_funding_on,
            self.mentor_first_eligible_at,
        )


@define
class Ect:
    """An ECT at the school. `concluded_on`: the day induction was passed or failed.

    `moves`: the ECT goes on at another school after the last day here.
    """

    id: str
    person: Person
    contract_period: int
    started_on: date
    finished_on: date | None
    concluded_on: date | None
    reported: bool = False
    moves: bool = False
    training: list[TrainingPeriod] = field(factory=list)
    inductions: list[InductionPeriod] = field(factory=list)

    def record(self, urn: str) -> EctAtSchoolPeriod:
        """The ECT's time at the school as a record."""
        return EctAtSchoolPeriod(
            self.id,
            self.person.trn,
            urn,
            self.started_on,
            self.finished_on,
            urn if self.reported else None,
        )


@define
class Mentor:
    """A mentor at the school. `mentorships`: in no order; `training`: what of it is at this school;
    `declarations`: of that.
    """

    id: str
    person: Person
    started_on: date
    finished_on: date | None = None
    reported: bool = False
    mentorships: list[Mentorship] = field(factory=list)
    training: list[TrainingPeriod] = field(factory=list)
    declarations: list[Declaration] = field(factory=list)

    def record(self, urn: str) -> MentorAtSchoolPeriod:
        """The mentor's time at the school as a record."""
        return MentorAtSchoolPeriod(
            self.id,
            self.person.trn,
            urn,
            self.started_on,
            self.finished_on,
            urn if self.reported else None,
        )


@define
class Mentorship:
    """One mentor with one ECT."""

    ect: Ect
    started_on: date
    finished_on: date | None

    def record(self, id_: str, mentor: Mentor) -> MentorshipPeriod:
        """The mentorship as a record."""
        return MentorshipPeriod(id_, self.ect.id, mentor.id, self.started_on, self.finished_on)


class Register:
    """Gives out people and ids, each once. `left`: how many people there may still be."""

    def __init__(self, teachers: int, dice: Dice) -> None:
        self.left = teachers
        self._dice = dice
        self._trn = dice.below(TRNS)
        self._ids: dict[str, int] = {}

    def person(self) -> Person | None:
        """Somebody new; None when there are enough."""
        if self.left == 0:
            return None
        self.left -= 1
        self._trn = (self._trn + TRN_STEP) % TRNS
        return Person(f"{1 + self._trn:07}", self._dice.pick(_PROHIBITED))

    def id(self, kind: str) -> str:
        """The next id of that kind, such as e17."""
        number = self._ids.get(kind, 0) + 1
        self._ids[kind] = number
        return f"{kind}{number}"


def earliest(*days: date | None) -> date | None:
    """The earliest of the days that are set; None of none. As last days: the one that comes first."""
    return min((day for day in days if day is not None), default=None)
