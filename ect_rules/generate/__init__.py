"""A made-up population of schools, ECTs and mentors: as many as wanted, the same for the same seed.

Nobody in it is real, though a TRN or URN may be somebody's. What comes about how often, roughly:

- Schools: 9 teachers each, 1 to 28 ECTs. The types of GIAS as in England: 95% state funded, 3%
  independent (4 in 10 of them with section 41 approval), 1.5% outside England or of a type that is
  not funded. 2.5% are closed, 1.3% are to close, 1% are marked as eligible, and of 1% the type, the
  status or the district is not told.
- ECTs: by contract period 36% of the newest, then 26, 17, 12 and 9%. Two thirds begin on
  1 September. Where induction is due to be over, 88% have passed, 1.5% failed, 1% are exempt, 0.5%
  failed in Wales, of 3% it is not told. 7% are reported as leaving, 4% move to the next school.
- Training of ECTs: 83% of it led by a provider, 17% by the school, of 1% of ECTs none is told. 6% of
  what a provider leads is withdrawn or deferred. 12% of the partnerships of the newest contract
  period are not confirmed yet, of the others 1.5%.
- Mentors: 0.4 to an ECT. 4% of ECTs never get a mentor, and 11% have none of those who began in the
  last 200 days, of whom another 5% get theirs from a later day. A tenth change mentor. A mentor is
  given 1 to 3 ECTs, and perhaps more later. 10% of mentors leave, 5% have no ECT, 3% are mentors at
  two schools, and a few were ECTs there before.
- Training of mentors: where an ECT's is led by a provider. Of that of contract periods that have
  closed, 68% was completed and 24% started and not completed. 3% of mentors were trained in the
  early roll-out, and 1% of all teachers are known from that alone.
- Induction: of 9 in 10 ECTs a stretch is recorded, of those who move one at each school; 1% had begun
  it somewhere before. 1% of ECTs are without QTS, of 2% that is not told.
- Declarations: of mentors' training with a confirmed partnership, up to all of the milestones of its
  contract period. 3% were taken back: voided, or the money recovered. The loss of funding of one in
  fifty who completed is told by the declaration alone.
- ECF1: its checks on nearly all ECTs of contract periods up to 2024, and on mentors who began in one of
  those. 9 in 10 are eligible, 1% were set by hand.
- Contract periods: from 2021 to the next one; those of 2021 and 2022 are frozen since 2024 and 2025.
- Anybody: 0.6% are prohibited from teaching, of 2% that is not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ect_rules.dated import contract_period_of
from ect_rules.errors import InvalidInputError, Problem
from ect_rules.facts import EcfEligibility, MentorLostFundingReason, ParticipantRole, Record
from ect_rules.generate.declarations import declare
from ect_rules.generate.dice import Dice
from ect_rules.generate.drafts import MOST_TEACHERS, Ect, Mentor, Person, Register
from ect_rules.generate.earlier_service import LAST_CONTRACT_PERIOD, checked
from ect_rules.generate.ects import ect, moved
from ect_rules.generate.inductions import induct, qualify
from ect_rules.generate.mentors import Mentoring
from ect_rules.generate.schools import ECTS, school
from ect_rules.generate.trainings import EARLY_ROLL_OUT_ENDED, PROVIDERS, of_ect, of_mentor
from ect_rules.generate.years import contract_periods

FIRST_URN = 100_000


def population(teachers: int, seed: int, today: date = date(2026, 1, 15)) -> Iterator[Record]:
    """Records of schools and exactly `teachers` teachers, as things stand on `today`.

    First the contract periods; then school by school, and a record after those that it names: the
    school, its teachers, their periods, mentorships, training, induction and declarations, and what
    the earlier service held of them. Equal arguments give equal records, whatever the version of
    Python and the machine. Memory does not grow with `teachers`. Raises InvalidInputError, on the
    first record, for a number of teachers or a seed that is below 0, or more than MOST_TEACHERS.
    """
    if not 0 <= teachers <= MOST_TEACHERS:
        description = f"must be from 0 to {MOST_TEACHERS}"
        raise InvalidInputError(Problem("teachers", description, "OUT_OF_RANGE"))
    if seed < 0:
        raise InvalidInputError(Problem("seed", "must not be below 0", "OUT_OF_RANGE"))
    dice = Dice(seed)
    register = Register(teachers, dice)
    urn = FIRST_URN
    moving: list[Ect] = []
    visiting: list[Person] = []
    yield from contract_periods(today)
    while register.left:
        made = _School(dice, register, f"{urn:06}", today, moving, visiting)
        yield from made.records()
        moving, visiting = made.moving, made.visiting
        urn += 1


class _School:
    """One school with everybody there. `moving`, `visiting`: who turns up at the next one."""

    def __init__(
        self,
        dice: Dice,
        register: Register,
        urn: str,
        today: date,
        arriving: list[Ect],
        visitors: list[Person],
    ) -> None:
        self._register = register
        self._urn = urn
        self._school, newest, closed = school(dice, urn, today)
        self._people: list[Person] = []
        self._ects: list[Ect] = []
        for _ in range(dice.pick(ECTS)):
            if (person := register.person()) is not None:
                self._ects.append(ect(dice, register, person, newest, closed, today))
        for before in arriving:
            if (arrived := moved(dice, register, before, closed)) is not None:
                self._ects.append(arrived)
        provider = dice.one_of(PROVIDERS)
        for one in self._ects:
            of_ect(dice, register, one, provider, today)
        mentoring = Mentoring(dice, register, closed, today, visitors)
        self._mentors = mentoring.assign(self._ects)
        trained_as_ects = {one.person.trn for one in self._ects}
        for mentor in self._mentors:
            trained = mentor.person.trn in trained_as_ects
            of_mentor(dice, register, mentor, trained_as_ect=trained, today=today)
        self._known_alone = self._early_roll_out(dice)
        self._told_of_people(dice, today)
        self._checked = [*self._checks(dice)]
        self.moving = [one for one in self._ects if one.moves]
        self.visiting = [m.person for m in self._mentors if self._visits(dice, m)]

    def _early_roll_out(self, dice: Dice) -> list[Person]:
        """A teacher of whom nothing is known but that funding was lost in the early roll-out."""
        person = self._register.person() if dice.chance(0.08) else None
        if person is None:
            return []
        person.prohibited = None
        person.lost_funding_on = EARLY_ROLL_OUT_ENDED
        person.lost_funding_reason = MentorLostFundingReason.COMPLETED_DURING_EARLY_ROLL_OUT
        return [person]

    def _told_of_people(self, dice: Dice, today: date) -> None:
        for one in self._ects:
            qualify(dice, one.person, one.started_on, as_ect=True)
            one.inductions = induct(dice, self._register, one, today)
        for mentor in self._mentors:
            qualify(dice, mentor.person, mentor.started_on, as_ect=False)
            mentor.declarations = declare(dice, self._register, mentor, today)

    def _checks(self, dice: Dice) -> Iterator[EcfEligibility]:
        """What the earlier service held of those whom it knew, each once in a role."""
        register, as_mentor = self._register, ParticipantRole.MENTOR
        for one in self._ects:
            if one.contract_period <= LAST_CONTRACT_PERIOD:
                yield from checked(dice, register, one.person, ParticipantRole.ECT, one.inductions)
        for mentor in self._mentors:
            if contract_period_of(mentor.started_on) <= LAST_CONTRACT_PERIOD:
                yield from checked(dice, register, mentor.person, as_mentor)
        for person in self._known_alone:
            yield from checked(dice, register, person, as_mentor)

    @staticmethod
    def _visits(dice: Dice, mentor: Mentor) -> bool:
        return not mentor.person.known and bool(mentor.mentorships) and dice.chance(0.03)

    def records(self) -> Iterator[Record]:
        """The records of the school. Afterwards everybody in it is known."""
        yield self._school
        everybody: list[Ect | Mentor] = [*self._ects, *self._mentors]
        people = {p.trn: p for p in self._known_alone}
        people.update((one.person.trn, one.person) for one in everybody)
        for person in people.values():
            if not person.known:
                yield person.record()
                person.known = True
        yield from (one.record(self._urn) for one in self._ects)
        yield from (mentor.record(self._urn) for mentor in self._mentors)
        for mentor in self._mentors:
            for mentorship in mentor.mentorships:
                yield mentorship.record(self._register.id("l"), mentor)
        for one in everybody:
            yield from one.training
        yield from (period for one in self._ects for period in one.inductions)
        yield from (declaration for one in self._mentors for declaration in one.declarations)
        yield from self._checked
