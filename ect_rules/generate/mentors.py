"""Mentors made up, and who mentors whom."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import define

from ect_rules.dated import ONE_DAY, covers
from ect_rules.facts import InductionStatus
from ect_rules.generate.dice import Dice, Weights
from ect_rules.generate.drafts import Ect, Mentor, Mentorship, Person, Register, earliest

# How many ECTs a mentor is first given.
_SHARED: Weights[int] = Weights((1, 10), (2, 25), (3, 65))
_MOST = 5
_SETTLED = timedelta(30)


@define
class Mentoring:
    """Who mentors whom at one school. `visitors`: mentors elsewhere who mentor here as well."""

    dice: Dice
    register: Register
    closed: date | None
    today: date
    visitors: list[Person]

    def assign(self, ects: list[Ect]) -> list[Mentor]:
        """Mentors for the ECTs of a school, and those whom nobody was given to mentor."""
        dice = self.dice
        mentors: list[Mentor] = []
        waiting = [ect for ect in sorted(ects, key=_by_start) if not self._never_assigned(ect)]
        while waiting:
            size = dice.pick(_SHARED)
            group, waiting = waiting[:size], waiting[size:]
            able = [m for m in mentors if len(m.mentorships) < _MOST]
            mentor = dice.one_of(able) if able and dice.chance(0.25) else None
            mentor = mentor or self._mentor(group[0].started_on, ects, mentors)
            if mentor is None:
                break
            for ect in group:
                self._mentorship(mentor, ect)
            if dice.chance(0.05):
                self._spare(group[0].started_on, mentors)
        for mentor in [*mentors]:
            for mentorship in [*mentor.mentorships]:
                self._afterwards(mentor, mentorship, mentors)
        return mentors

    def _never_assigned(self, ect: Ect) -> bool:
        recent = ect.started_on > self.today - timedelta(200)
        return self.dice.chance(0.08 if recent else 0.03)

    def _mentor(self, first_day: date, ects: list[Ect], mentors: list[Mentor]) -> Mentor | None:
        """Somebody to mentor an ECT from that day; None when there are people enough."""
        person = self._former_ect(first_day, ects, mentors)
        started_on = first_day
        if person is None:
            person = self._visitor(ects)
        if person is None:
            person = self.register.person()
            if self.dice.chance(0.12):
                started_on -= timedelta(self.dice.below(700))
        if person is None:
            return None
        mentor = Mentor(self.register.id("m"), person, started_on, self.closed)
        if self.dice.chance(0.09):
            furthest = earliest(self.closed, self.today + timedelta(100)) or self.today
            last_day = self.dice.day(first_day + 2 * _SETTLED, furthest)
            if last_day is not None:
                mentor.finished_on, mentor.reported = last_day, self.dice.chance(0.75)
        mentors.append(mentor)
        return mentor

    def _visitor(self, ects: list[Ect]) -> Person | None:
        here = {ect.person.trn for ect in ects}  # nobody is to mentor themselves
        while self.visitors:
            visitor = self.visitors.pop()
            if visitor.trn not in here:
                return visitor
        return None

    def _former_ect(self, first_day: date, ects: list[Ect], mentors: list[Mentor]) -> Person | None:
        """An ECT of the school who has passed by then, and is no mentor yet."""
        taken = {mentor.person.trn for mentor in mentors}
        passed = [
            ect.person
            for ect in ects
            if ect.person.induction_status is InductionStatus.PASSED
            and ect.concluded_on is not None
            and ect.concluded_on < first_day
            and not ect.person.known
            and ect.person.trn not in taken
        ]
        return self.dice.one_of(passed) if passed and self.dice.chance(0.1) else None

    def _spare(self, first_day: date, mentors: list[Mentor]) -> None:
        """A mentor whom nobody is given to mentor: no school should register one, and some did."""
        person = self.register.person()
        if person is not None:
            mentors.append(Mentor(self.register.id("m"), person, first_day, self.closed))

    def _mentorship(self, mentor: Mentor, ect: Ect) -> None:
        dice = self.dice
        started_on = max(ect.started_on, mentor.started_on)
        recent = ect.started_on > self.today - timedelta(200)
        if recent and dice.chance(0.05):
            started_on = max(started_on, self.today + timedelta(1 + dice.below(60)))
        elif dice.chance(0.08):
            started_on += timedelta(1 + dice.below(70))
        self._add(mentor, ect, started_on)

    def _add(self, mentor: Mentor, ect: Ect, started_on: date) -> bool:
        """Whether the mentorship came about: there must be a day for it."""
        concluded_on = ect.concluded_on if self.dice.chance(0.8) else None
        last_day = earliest(ect.finished_on, mentor.finished_on, concluded_on)
        if last_day is not None and last_day < started_on:
            return False
        mentor.mentorships.append(Mentorship(ect, started_on, last_day))
        return True

    def _afterwards(self, mentor: Mentor, mentorship: Mentorship, mentors: list[Mentor]) -> None:
        """Whether somebody else takes over, or nobody does."""
        dice, ect = self.dice, mentorship.ect
        left = mentorship.finished_on is not None and mentorship.finished_on == mentor.finished_on
        if left:
            assert mentorship.finished_on is not None
            if dice.chance(0.65):
                self._successor(mentor, ect, mentorship.finished_on + ONE_DAY, mentors)
            return
        if not dice.chance(0.12):
            return
        furthest = earliest(mentorship.finished_on, self.today + timedelta(25))
        assert furthest is not None
        switch_on = dice.day(mentorship.started_on + _SETTLED, furthest)
        if switch_on is None:
            return
        if dice.chance(0.15) or self._successor(mentor, ect, switch_on, mentors):
            mentorship.finished_on = switch_on - ONE_DAY

    def _successor(self, mentor: Mentor, ect: Ect, from_: date, mentors: list[Mentor]) -> bool:
        """Whether another mentor takes over from that day."""
        over = earliest(ect.finished_on, ect.concluded_on, self.closed)
        if over is not None and over < from_:
            return False
        able = [
            other
            for other in mentors
            if other is not mentor and covers(other, from_)
            if 0 < len(other.mentorships) < _MOST  # those without an ECT stay so
        ]
        if able:
            return self._add(self.dice.one_of(able), ect, from_)
        if not self.dice.chance(0.5):
            return False
        person = self.register.person()
        if person is None:
            return False
        mentors.append(Mentor(self.register.id("m"), person, from_, self.closed))
        return self._add(mentors[-1], ect, from_)


def _by_start(ect: Ect) -> tuple[date, int]:
    return ect.started_on, int(ect.id[1:])
