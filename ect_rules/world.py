"""A set of records, and the views of it that rules read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import Any, TypeVar

from ect_rules.completion import loss_of_funding
from ect_rules.dated import Period, boundaries, current_or_next, london_day, unfinished
from ect_rules.facts import (
    AppropriateBodyType,
    AssignmentFacts,
    ContractPeriod,
    Declaration,
    EcfEligibility,
    EctAtSchoolPeriod,
    EctCandidate,
    EctFacts,
    EctFundingFacts,
    EctLink,
    InductionPeriod,
    MentorAtSchool,
    MentorAtSchoolPeriod,
    MentorCandidate,
    MentorFacts,
    MentorKindFacts,
    MentorLink,
    MentorshipPeriod,
    OtherMentorship,
    ParticipantRole,
    Record,
    School,
    SchoolFacts,
    Teacher,
    TrainingPeriod,
)
from ect_rules.made_once import made_once
from ect_rules.training import contract_period, latest

K = TypeVar("K")
R = TypeVar("R")
_Groups = dict[K, list[R]]
_BY_START = attrgetter("started_on", "id")


_KEYS: dict[type, Callable[[Any], str]] = {
    Teacher: attrgetter("trn"),
    School: attrgetter("urn"),
    ContractPeriod: lambda record: str(record.year),
}
_ID = attrgetter("id")


def key(record: Record) -> tuple[type, str]:
    """What makes a record itself: its kind with its TRN, its URN, its year or its id."""
    kind = type(record)
    return kind, _KEYS.get(kind, _ID)(record)


class World:
    """Records joined by their keys. A later record replaces an earlier one of the same key.

    Nothing is checked here: a record may name another that is absent. What joins them is made when it
    is first asked for; most questions ask for little of it.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self.records: dict[tuple[type, str], Record] = {key(record): record for record in records}
        self._school_facts: dict[str, SchoolFacts] = {}

    @made_once
    def _kinds(self) -> defaultdict[type, list[Any]]:
        kinds = defaultdict(list)
        for record in self.records.values():
            kinds[type(record)].append(record)
        return kinds

    @made_once
    def teachers(self) -> dict[str, Teacher]:
        """By TRN."""
        return {record.trn: record for record in self._kinds[Teacher]}

    @made_once
    def schools(self) -> dict[str, School]:
        """By URN."""
        return {record.urn: record for record in self._kinds[School]}

    @made_once
    def contract_periods(self) -> dict[int, ContractPeriod]:
        """By year."""
        return {record.year: record for record in self._kinds[ContractPeriod]}

    @made_once
    def ect_periods(self) -> dict[str, EctAtSchoolPeriod]:
        """By id."""
        return self._by_id(EctAtSchoolPeriod)

    @made_once
    def mentor_periods(self) -> dict[str, MentorAtSchoolPeriod]:
        """By id."""
        return self._by_id(MentorAtSchoolPeriod)

    @made_once
    def mentorships(self) -> dict[str, MentorshipPeriod]:
        """By id."""
        return self._by_id(MentorshipPeriod)

    @made_once
    def training(self) -> dict[str, TrainingPeriod]:
        """By id."""
        return self._by_id(TrainingPeriod)

    @made_once
    def induction_periods(self) -> dict[str, InductionPeriod]:
        """By id."""
        return self._by_id(InductionPeriod)

    @made_once
    def declarations(self) -> dict[str, Declaration]:
        """By id."""
        return self._by_id(Declaration)

    @made_once
    def _ect_periods_of(self) -> _Groups[str, EctAtSchoolPeriod]:
        return self._grouped(EctAtSchoolPeriod, "trn")

    @made_once
    def _mentor_periods_of(self) -> _Groups[str, MentorAtSchoolPeriod]:
        return self._grouped(MentorAtSchoolPeriod, "trn")

    @made_once
    def _mentors_at(self) -> _Groups[str, MentorAtSchoolPeriod]:
        return self._grouped(MentorAtSchoolPeriod, "urn")

    @made_once
    def _mentorships_of_ects(self) -> _Groups[str, MentorshipPeriod]:
        return self._grouped(MentorshipPeriod, "ect_at_school_period_id")

    @made_once
    def _mentorships_of_mentors(self) -> _Groups[str, MentorshipPeriod]:
        return self._grouped(MentorshipPeriod, "mentor_at_school_period_id")

    @made_once
    def _training_of_ects(self) -> _Groups[str | None, TrainingPeriod]:
        return self._grouped(TrainingPeriod, "ect_at_school_period_id")

    @made_once
    def _training_of_mentors(self) -> _Groups[str | None, TrainingPeriod]:
        return self._grouped(TrainingPeriod, "mentor_at_school_period_id")

    @made_once
    def _inductions_of(self) -> _Groups[str, InductionPeriod]:
        return self._grouped(InductionPeriod, "trn")

    @made_once
    def _declarations_of(self) -> _Groups[str, Declaration]:
        return self._grouped(Declaration, "training_period_id")

    @made_once
    def _ecf_of(self) -> _Groups[tuple[str, ParticipantRole], EcfEligibility]:
        return self._grouped(EcfEligibility, "trn", "role")

    def _by_id(self, kind: type[Any]) -> dict[str, Any]:
        return {record.id: record for record in self._kinds[kind]}

    def _grouped(self, kind: type[Any], *names: str) -> dict[Any, list[Any]]:
        name = attrgetter(*names)
        groups = defaultdict(list)
        for record in self._kinds[kind]:
            groups[name(record)].append(record)
        return groups

    def with_records(self, records: Iterable[Record], gone: Iterable[Record] = ()) -> World:
        """A new world in which `records` are added, or replace those of the same key, and from which
        then those of the keys of `gone` are gone.
        """
        made = World()
        made.records = self.records | {key(record): record for record in records}
        for record in gone:
            made.records.pop(key(record), None)
        return made

    def without(self, records: Iterable[Record]) -> World:
        """A new world from which the records of those keys are gone."""
        return self.with_records((), records)

    def ect_registrations(self, trn: str, urn: str | None = None) -> list[EctAtSchoolPeriod]:
        """The ECT-at-school periods of `trn`, at `urn` if given, in order of their start."""
        periods = self._ect_periods_of.get(trn, [])
        return sorted((p for p in periods if urn in (None, p.urn)), key=_BY_START)

    def mentorships_of_ect(self, ect_at_school_period_id: str) -> list[MentorshipPeriod]:
        """The mentorships of that ECT-at-school period, in order of their start."""
        return sorted(self._mentorships_of_ects.get(ect_at_school_period_id, ()), key=_BY_START)

    def mentorships_of_mentor(self, mentor_at_school_period_id: str) -> list[MentorshipPeriod]:
        """The mentorships of that mentor-at-school period, in order of their start."""
        found = self._mentorships_of_mentors.get(mentor_at_school_period_id, ())
        return sorted(found, key=_BY_START)

    def mentor_periods_of(self, trn: str) -> list[MentorAtSchoolPeriod]:
        """The mentor-at-school periods of `trn` at every school, in order of their start."""
        return sorted(self._mentor_periods_of.get(trn, ()), key=_BY_START)

    def mentor_periods_at(self, trn: str, urn: str) -> list[MentorAtSchoolPeriod]:
        """The mentor-at-school periods of `trn` at one school, in order of their start."""
        return [p for p in self.mentor_periods_of(trn) if p.urn == urn]

    def training_of(self, period: EctAtSchoolPeriod | MentorAtSchoolPeriod) -> list[TrainingPeriod]:
        """The training periods attached to that period, in order of their start."""
        of_ect = isinstance(period, EctAtSchoolPeriod)
        groups = self._training_of_ects if of_ect else self._training_of_mentors
        return sorted(groups.get(period.id, ()), key=_BY_START)

    def inductions_of(self, trn: str) -> list[InductionPeriod]:
        """The induction periods of `trn`, in order of their start."""
        return sorted(self._inductions_of.get(trn, ()), key=_BY_START)

    def declarations_of(self, training: Iterable[TrainingPeriod]) -> list[Declaration]:
        """The declarations about those training periods, in order of their instant."""
        found = [d for t in training for d in self._declarations_of.get(t.id, ())]
        return sorted(found, key=attrgetter("declaration_date", "id"))

    def ecf_of(self, trn: str, role: ParticipantRole) -> list[EcfEligibility]:
        """What ECF1 held of its checks on `trn` in that role: one at most, or in order of the ids."""
        return sorted(self._ecf_of.get((trn, role), ()), key=attrgetter("id"))

    def year_of(self, training: Iterable[TrainingPeriod]) -> ContractPeriod | None:
        """The contract period of the latest of those training periods; None where it is not told."""
        last = latest(training)
        return None if last is None else self.contract_periods.get(contract_period(last))

    def ect(
        self, trn: str, on: date, urn: str | None = None, asking_urn: str | None = ""
    ) -> EctFacts:
        """The registration of `trn` that matters on a day: the current or next, else the last to end.

        `urn`: look at that school only. `asking_urn`: who asks; empty, the school of the
        registration itself; None, nobody.
        """
        teacher = self.teachers.get(trn)
        periods = self.ect_registrations(trn, urn)
        if teacher is None or not periods:
            return EctFacts(trn, teacher, None)
        period = current_or_next(periods, on) or max(periods, key=lambda p: str(p.finished_on))
        return EctFacts(
            trn,
            teacher,
            period,
            tuple(self._mentor_link(m) for m in self.mentorships_of_ect(period.id)),
            tuple(sorted(self._mentors_at.get(period.urn, ()), key=_BY_START)),
            period.urn if asking_urn == "" else asking_urn,
        )

    def _mentor_link(self, mentorship: MentorshipPeriod) -> MentorLink:
        mentor = self.mentor_periods.get(mentorship.mentor_at_school_period_id)
        trn = mentor.trn if mentor else None
        return MentorLink(mentorship, trn, mentorship.started_on, mentorship.finished_on)

    def mentor(self, trn: str) -> MentorFacts:
        """Everything about `trn` as a mentor, at every school."""
        teacher = self.teachers.get(trn)
        periods = self.mentor_periods_of(trn)
        mentorships = [m for p in periods for m in self._mentorships_of_mentors.get(p.id, ())]
        training = sorted(
            (t for p in periods for t in self._training_of_mentors.get(p.id, ())), key=_BY_START
        )
        declarations = self.declarations_of(training)
        return MentorFacts(
            trn,
            teacher,
            tuple(
                MentorAtSchool(p, self.school(p.urn), p.started_on, p.finished_on) for p in periods
            ),
            tuple(self._ect_link(m) for m in sorted(mentorships, key=_BY_START)),
            tuple(training),
            tuple(declarations),
            loss_of_funding(teacher, training, declarations),
            next(iter(self.ecf_of(trn, ParticipantRole.MENTOR)), None),
            self.year_of(training),
        )

    def mentor_kind(self, trn: str) -> MentorKindFacts:
        """`trn` as a mentor, with who else mentored the same ECTs, at any school."""
        mentor = self.mentor(trn)
        own = [t for p in self.ect_registrations(trn) for t in self.training_of(p)]
        return MentorKindFacts(
            mentor,
            tuple(sorted(own, key=_BY_START)),
            tuple(self._others(link, trn) for link in mentor.mentorships),
        )

    def _others(self, link: EctLink, mentor_trn: str) -> tuple[OtherMentorship, ...]:
        if link.ect is None:
            return ()
        periods = self.ect_registrations(link.ect.trn)
        found = [m for p in periods for m in self._mentorships_of_ects.get(p.id, ())]
        others = []
        for mentorship in sorted(found, key=_BY_START):
            mentor = self.mentor_periods.get(mentorship.mentor_at_school_period_id)
            if mentor is None or mentor.trn != mentor_trn:
                own = self.mentor_periods_of(mentor.trn) if mentor else []
                declarations = self.declarations_of(t for p in own for t in self.training_of(p))
                others.append(
                    OtherMentorship(
                        mentorship,
                        mentor.trn if mentor else None,
                        tuple(declarations),
                        mentorship.started_on,
                        mentorship.finished_on,
                    )
                )
        return tuple(others)

    def ect_funding(self, trn: str, on: date, urn: str | None = None) -> EctFundingFacts:
        """The training of `trn` as an ECT at the school of the registration that matters on a day.

        `urn`: as in `ect`.
        """
        registration = self.ect(trn, on, urn)
        teacher, period = registration.teacher, registration.period
        if teacher is None or period is None:
            return EctFundingFacts(trn, teacher, None)
        training = self.training_of(period)
        return EctFundingFacts(
            trn,
            teacher,
            period,
            self.school(period.urn),
            tuple(training),
            tuple(self.inductions_of(trn)),
            next(iter(self.ecf_of(trn, ParticipantRole.ECT)), None),
            self.year_of(training),
        )

    def ect_candidate(
        self,
        trn: str,
        urn: str,
        started_on: date,
        *,
        identity_confirmed: bool | None = None,
        email_in_use: bool | None = None,
        appropriate_body: AppropriateBodyType | None = None,
    ) -> EctCandidate:
        """`trn` as somebody whom the school `urn` wants to register as an ECT from `started_on`.

        What the school alone can answer is given; None, not told.
        """
        registrations = self.ect_registrations(trn)
        return EctCandidate(
            trn,
            self.teachers.get(trn),
            self.school_with_training(urn),
            started_on,
            tuple(registrations),
            self._training_at(registrations),
            self._training_at(self.mentor_periods_of(trn)),
            tuple(c for _, c in sorted(self.contract_periods.items())),
            identity_confirmed,
            email_in_use,
            appropriate_body,
        )

    def mentor_candidate(
        self,
        trn: str,
        urn: str,
        started_on: date,
        ect_trn: str | None = None,
        *,
        identity_confirmed: bool | None = None,
        email_in_use: bool | None = None,
        here_only: bool | None = None,
    ) -> MentorCandidate:
        """`trn` as somebody whom the school `urn` wants to register as a mentor for `ect_trn`.

        `started_on`: the first day at the school. The rest is as in `ect_candidate`.
        """
        at_schools = self.mentor_periods_of(trn)
        return MentorCandidate(
            trn,
            self.teachers.get(trn),
            self.school_with_training(urn),
            started_on,
            ect_trn,
            tuple(at_schools),
            self._training_at(at_schools),
            tuple(c for _, c in sorted(self.contract_periods.items())),
            identity_confirmed,
            email_in_use,
            here_only,
        )

    def _training_at(
        self, periods: Iterable[EctAtSchoolPeriod | MentorAtSchoolPeriod]
    ) -> tuple[TrainingPeriod, ...]:
        return tuple(sorted((t for p in periods for t in self.training_of(p)), key=_BY_START))

    def assignment(self, proposed: MentorshipPeriod) -> AssignmentFacts:
        """A mentorship with its two periods and the ECT's other mentorships."""
        others = self.mentorships_of_ect(proposed.ect_at_school_period_id)
        return AssignmentFacts(
            proposed,
            self.ect_periods.get(proposed.ect_at_school_period_id),
            self.mentor_periods.get(proposed.mentor_at_school_period_id),
            tuple(m for m in others if m.id != proposed.id),
        )

    def _ect_link(self, mentorship: MentorshipPeriod) -> EctLink:
        period = self.ect_periods.get(mentorship.ect_at_school_period_id)
        training = self._training_of_ects.get(mentorship.ect_at_school_period_id, ())
        return EctLink(
            mentorship,
            self.teachers.get(period.trn) if period else None,
            tuple(sorted(training, key=_BY_START)),
            mentorship.started_on,
            mentorship.finished_on,
        )

    def school(self, urn: str) -> SchoolFacts:
        """The school `urn`; with nothing told of it where there is no record."""
        # One object for each: to find an answer about it again is then to look no further than that.
        if urn not in self._school_facts:
            self._school_facts[urn] = SchoolFacts(self.schools.get(urn) or School(urn))
        return self._school_facts[urn]

    def school_with_training(self, urn: str) -> SchoolFacts:
        """The same, with whether any training of anybody there is unfinished."""
        there = (
            period
            for periods in (self.ect_periods, self.mentor_periods)
            for period in periods.values()
            if period.urn == urn
        )
        training = (t for period in there for t in self.training_of(period))
        return SchoolFacts(self.school(urn).school, any(unfinished(t) for t in training))

    def days(self, *kinds: Mapping[str, Period]) -> list[date]:
        """The days on which a period of these kinds starts to count or stops counting, in order.

        No kinds: all of them. The days of everything else that happened on a day or at an instant
        are always among them.
        """
        kinds = kinds or (
            self.ect_periods,
            self.mentor_periods,
            self.mentorships,
            self.training,
            self.induction_periods,
        )
        days = boundaries(period for kind in kinds for period in kind.values())
        instants = [
            *(i for t in self.training.values() for i in (t.withdrawn_at, t.deferred_at)),
            *(d.declaration_date for d in self.declarations.values()),
            *(c.payments_frozen_at for c in self.contract_periods.values()),
        ]
        days.update(london_day(instant) for instant in instants if instant is not None)
        for teacher in self.teachers.values():
            days.update(_days_of(teacher))
        return sorted(days)


def _days_of(teacher: Teacher) -> Iterable[date]:
    named = (teacher.qts_awarded_on, teacher.ect_became_ineligible_for_funding_on)
    return (day for day in named if day is not None)
