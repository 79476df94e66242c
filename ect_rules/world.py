"""A set of records, and the views of it that rules read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter

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
from ect_rules.training import contract_period, latest

_BY_START = attrgetter("started_on", "id")


def key(record: Record) -> tuple[type, str]:
    """What makes a record itself: its kind with its TRN, its URN, its year or its id."""
    match record:
        case Teacher():
            return Teacher, record.trn
        case School():
            return School, record.urn
        case ContractPeriod():
            return ContractPeriod, str(record.year)
        case _:
            return type(record), record.id


class World:
    """Records joined by their keys. A later record replaces an earlier one of the same key.

    Nothing is checked here: a record may name another that is absent.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self.records: dict[tuple[type, str], Record] = {}
        for record in records:
            self.records[key(record)] = record
        self.teachers: dict[str, Teacher] = {}
        self.schools: dict[str, School] = {}
        self.ect_periods: dict[str, EctAtSchoolPeriod] = {}
        self.mentor_periods: dict[str, MentorAtSchoolPeriod] = {}
        self.mentorships: dict[str, MentorshipPeriod] = {}
        self.training: dict[str, TrainingPeriod] = {}
        self.induction_periods: dict[str, InductionPeriod] = {}
        self.declarations: dict[str, Declaration] = {}
        self.contract_periods: dict[int, ContractPeriod] = {}
        self._ect_periods_of: defaultdict[str, list[EctAtSchoolPeriod]] = defaultdict(list)
        self._mentor_periods_of: defaultdict[str, list[MentorAtSchoolPeriod]] = defaultdict(list)
        self._mentors_at: defaultdict[str, list[MentorAtSchoolPeriod]] = defaultdict(list)
        self._mentorships_of: defaultdict[str, list[MentorshipPeriod]] = defaultdict(list)
        self._training_of: defaultdict[str, list[TrainingPeriod]] = defaultdict(list)
        self._inductions_of: defaultdict[str, list[InductionPeriod]] = defaultdict(list)
        self._declarations_of: defaultdict[str, list[Declaration]] = defaultdict(list)
        self._ecf_of: defaultdict[tuple[str, ParticipantRole], list[EcfEligibility]] = defaultdict(
            list
        )
        self._school_facts: dict[str, SchoolFacts] = {}
        for record in self.records.values():
            self._index(record)

    def _index(self, record: Record) -> None:  # noqa: C901  one case for each kind
        match record:
            case Teacher():
                self.teachers[record.trn] = record
            case School():
                self.schools[record.urn] = record
            case EctAtSchoolPeriod():
                self.ect_periods[record.id] = record
                self._ect_periods_of[record.trn].append(record)
            case MentorAtSchoolPeriod():
                self.mentor_periods[record.id] = record
                self._mentor_periods_of[record.trn].append(record)
                self._mentors_at[record.urn].append(record)
            case MentorshipPeriod():
                self.mentorships[record.id] = record
                self._mentorships_of[f"ect:{record.ect_at_school_period_id}"].append(record)
                self._mentorships_of[f"mentor:{record.mentor_at_school_period_id}"].append(record)
            case InductionPeriod():
                self.induction_periods[record.id] = record
                self._inductions_of[record.trn].append(record)
            case Declaration():
                self.declarations[record.id] = record
                self._declarations_of[record.training_period_id].append(record)
            case ContractPeriod():
                self.contract_periods[record.year] = record
            case EcfEligibility():
                self._ecf_of[record.trn, record.role].append(record)
            case TrainingPeriod():
                self.training[record.id] = record
                if record.ect_at_school_period_id is not None:
                    self._training_of[f"ect:{record.ect_at_school_period_id}"].append(record)
                if record.mentor_at_school_period_id is not None:
                    self._training_of[f"mentor:{record.mentor_at_school_period_id}"].append(record)

    def with_records(self, records: Iterable[Record]) -> World:
        """A new world in which `records` are added, or replace those of the same key."""
        return World([*self.records.values(), *records])

    def without(self, records: Iterable[Record]) -> World:
        """A new world from which the records of those keys are gone."""
        gone = {key(record) for record in records}
        return World(r for k, r in self.records.items() if k not in gone)

    def ect_registrations(self, trn: str, urn: str | None = None) -> list[EctAtSchoolPeriod]:
        """The ECT-at-school periods of `trn`, at `urn` if given, in order of their start."""
        periods = self._ect_periods_of.get(trn, [])
        return sorted((p for p in periods if urn in (None, p.urn)), key=_BY_START)

    def mentorships_of_ect(self, ect_at_school_period_id: str) -> list[MentorshipPeriod]:
        """The mentorships of that ECT-at-school period, in order of their start."""
        return sorted(self._mentorships_of.get(f"ect:{ect_at_school_period_id}", []), key=_BY_START)

    def mentorships_of_mentor(self, mentor_at_school_period_id: str) -> list[MentorshipPeriod]:
        """The mentorships of that mentor-at-school period, in order of their start."""
        found = self._mentorships_of.get(f"mentor:{mentor_at_school_period_id}", [])
        return sorted(found, key=_BY_START)

    def mentor_periods_of(self, trn: str) -> list[MentorAtSchoolPeriod]:
        """The mentor-at-school periods of `trn` at every school, in order of their start."""
        return sorted(self._mentor_periods_of.get(trn, ()), key=_BY_START)

    def mentor_periods_at(self, trn: str, urn: str) -> list[MentorAtSchoolPeriod]:
        """The mentor-at-school periods of `trn` at one school, in order of their start."""
        return [p for p in self.mentor_periods_of(trn) if p.urn == urn]

    def training_of(self, period: EctAtSchoolPeriod | MentorAtSchoolPeriod) -> list[TrainingPeriod]:
        """The training periods attached to that period, in order of their start."""
        kind = "ect" if isinstance(period, EctAtSchoolPeriod) else "mentor"
        return sorted(self._training_of.get(f"{kind}:{period.id}", ()), key=_BY_START)

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
        mentorships = [m for p in periods for m in self._mentorships_of.get(f"mentor:{p.id}", ())]
        training = sorted(
            (t for p in periods for t in self._training_of.get(f"mentor:{p.id}", ())), key=_BY_START
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
        found = [m for p in periods for m in self._mentorships_of.get(f"ect:{p.id}", ())]
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
        training = self._training_of.get(f"ect:{mentorship.ect_at_school_period_id}", ())
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
        there = {
            *(f"ect:{p.id}" for p in self.ect_periods.values() if p.urn == urn),
            *(f"mentor:{p.id}" for p in self.mentor_periods.values() if p.urn == urn),
        }
        training = (t for k in there for t in self._training_of.get(k, ()))
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
