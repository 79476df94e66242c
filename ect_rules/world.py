"""A set of records, and the views of it that rules read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter

from ect_rules.dated import Period, boundaries, current_or_next, london_day, unfinished
from ect_rules.facts import (
    EctAtSchoolPeriod,
    EctFacts,
    EctLink,
    MentorAtSchool,
    MentorAtSchoolPeriod,
    MentorFacts,
    MentorLink,
    MentorshipPeriod,
    Record,
    School,
    SchoolFacts,
    Teacher,
    TrainingPeriod,
)

_BY_START = attrgetter("started_on", "id")


def key(record: Record) -> tuple[type, str]:
    """What makes a record itself: its kind with its TRN, its URN or its id."""
    if isinstance(record, Teacher):
        return Teacher, record.trn
    if isinstance(record, School):
        return School, record.urn
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
        self._ect_periods_of: defaultdict[str, list[EctAtSchoolPeriod]] = defaultdict(list)
        self._mentor_periods_of: defaultdict[str, list[MentorAtSchoolPeriod]] = defaultdict(list)
        self._mentors_at: defaultdict[str, list[MentorAtSchoolPeriod]] = defaultdict(list)
        self._mentorships_of: defaultdict[str, list[MentorshipPeriod]] = defaultdict(list)
        self._training_of: defaultdict[str, list[TrainingPeriod]] = defaultdict(list)
        self._school_facts: dict[str, SchoolFacts] = {}
        for record in self.records.values():
            self._index(record)

    def _index(self, record: Record) -> None:
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
            case _:
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
        periods = self.mentor_periods_of(trn)
        mentorships = [m for p in periods for m in self._mentorships_of.get(f"mentor:{p.id}", ())]
        training = [t for p in periods for t in self._training_of.get(f"mentor:{p.id}", ())]
        return MentorFacts(
            trn,
            self.teachers.get(trn),
            tuple(
                MentorAtSchool(p, self.school(p.urn), p.started_on, p.finished_on) for p in periods
            ),
            tuple(self._ect_link(m) for m in sorted(mentorships, key=_BY_START)),
            tuple(sorted(training, key=_BY_START)),
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

        No kinds: all of them. Those on which training is deferred or withdrawn are always among them.
        """
        kinds = kinds or (self.ect_periods, self.mentor_periods, self.mentorships, self.training)
        days = boundaries(period for kind in kinds for period in kind.values())
        for training in self.training.values():
            for instant in (training.withdrawn_at, training.deferred_at):
                if instant is not None:
                    days.add(london_day(instant))
        return sorted(days)
