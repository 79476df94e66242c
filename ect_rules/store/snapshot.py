"""Reading facts at one revision."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from attrs import define

from ect_rules.facts import (
    ContractPeriod,
    Declaration,
    EcfEligibility,
    EctAtSchoolPeriod,
    InductionPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
    TrainingPeriod,
)
from ect_rules.store.about import about
from ect_rules.store.beside import beside
from ect_rules.store.naming import naming
from ect_rules.store.reach import Seeds, around
from ect_rules.store.rows import FIELDS, stored_key
from ect_rules.store.selecting import Selection
from ect_rules.store.verifying import Fault, entry_of, verify
from ect_rules.training import contract_period
from ect_rules.world import World

R = TypeVar("R", bound=Record)

__all__ = ["Seeds", "Snapshot"]


@define
class Snapshot(Selection):
    """The facts as they were known at `revision`, read through `connection`.

    The number of statements does not depend on the number of subjects.
    """

    def registrations(self, trns: Collection[str]) -> World:
        """What the registrations of these ECTs rest on, with every mentor at their schools."""
        ects = self.of(EctAtSchoolPeriod, "trn", trns)
        links = self.of(MentorshipPeriod, "ect_at_school_period_id", {e.id for e in ects})
        colleagues = self.of(MentorAtSchoolPeriod, "urn", {e.urn for e in ects})
        known = {m.id for m in colleagues}
        others = self.of(
            MentorAtSchoolPeriod, "id", {m.mentor_at_school_period_id for m in links} - known
        )
        return World([*self.of(Teacher, "trn", trns), *ects, *links, *colleagues, *others])

    def mentors(self, trns: Collection[str]) -> World:
        """What the funding, the training and the record of these mentors rest on."""
        return World(self._mentors(trns))

    def _mentors(self, trns: Collection[str]) -> list[Record]:
        mentors = self.of(MentorAtSchoolPeriod, "trn", trns)
        mentor_ids = {m.id for m in mentors}
        links = self.of(MentorshipPeriod, "mentor_at_school_period_id", mentor_ids)
        ect_ids = {m.ect_at_school_period_id for m in links}
        ects = self.of(EctAtSchoolPeriod, "id", ect_ids)
        training = self.of(TrainingPeriod, "mentor_at_school_period_id", mentor_ids)
        return [
            *self.of(Teacher, "trn", {*trns, *_trns(ects)}),
            *self.of(School, "urn", {m.urn for m in mentors}),
            *mentors,
            *links,
            *ects,
            *self.of(TrainingPeriod, "ect_at_school_period_id", ect_ids),
            *training,
            *self.of(Declaration, "training_period_id", {t.id for t in training}),
            *self.of(EcfEligibility, "trn", trns),
            *self._years(training),
        ]

    def mentor_kinds(self, trns: Collection[str]) -> World:
        """What the kind of these mentors rests on: as `mentors`, with whoever else mentored their
        ECTs, the training and declarations of those, and the mentors' own time as an ECT.
        """
        found = self._mentors(trns)
        known = {m.id for m in found if isinstance(m, MentorAtSchoolPeriod)}
        their_ects = _trns(e for e in found if isinstance(e, EctAtSchoolPeriod))
        ects = self.of(EctAtSchoolPeriod, "trn", {*their_ects, *trns})
        ect_ids = {e.id for e in ects if e.trn in their_ects}
        links = self.of(MentorshipPeriod, "ect_at_school_period_id", ect_ids)
        others = self.of(
            MentorAtSchoolPeriod, "id", {m.mentor_at_school_period_id for m in links} - known
        )
        everywhere = self.of(MentorAtSchoolPeriod, "trn", _trns(others))
        training = self.of(TrainingPeriod, "mentor_at_school_period_id", {m.id for m in everywhere})
        own = {e.id for e in ects if e.trn in trns}
        return World(
            [
                *found,
                *ects,
                *links,
                *everywhere,
                *training,
                *self.of(Declaration, "training_period_id", {t.id for t in training}),
                *self.of(TrainingPeriod, "ect_at_school_period_id", own),
            ]
        )

    def ect_fundings(self, trns: Collection[str]) -> World:
        """What the funding of these ECTs' own training rests on."""
        ects = self.of(EctAtSchoolPeriod, "trn", trns)
        training = self.of(TrainingPeriod, "ect_at_school_period_id", {e.id for e in ects})
        return World(
            [
                *self.of(Teacher, "trn", trns),
                *self.of(School, "urn", {e.urn for e in ects}),
                *ects,
                *training,
                *self.of(InductionPeriod, "trn", trns),
                *self.of(EcfEligibility, "trn", trns),
                *self._years(training),
            ]
        )

    def candidates(self, trns: Collection[str], urns: Collection[str]) -> World:
        """What may stand against registering these teachers at these schools: everything about the
        teachers at every school, the training of anybody at these, and all contract periods.
        """
        return World(
            [
                *self.of(Teacher, "trn", trns),
                *self._time_at_schools(trns, urns),
                *self.every(ContractPeriod),
            ]
        )

    def schools(self, urns: Collection[str]) -> World:
        """Schools with the periods there and their training."""
        return World(self._time_at_schools((), urns))

    def people_at(self, urn: str) -> tuple[list[EctAtSchoolPeriod], list[MentorAtSchoolPeriod]]:
        """The periods of the ECTs and of the mentors at a school."""
        return self.of(EctAtSchoolPeriod, "urn", {urn}), self.of(MentorAtSchoolPeriod, "urn", {urn})

    def _time_at_schools(self, trns: Collection[str], urns: Collection[str]) -> list[Record]:
        ects = [
            *self.of(EctAtSchoolPeriod, "trn", trns),
            *self.of(EctAtSchoolPeriod, "urn", urns),
        ]
        mentors = [
            *self.of(MentorAtSchoolPeriod, "trn", trns),
            *self.of(MentorAtSchoolPeriod, "urn", urns),
        ]
        return [
            *self.of(School, "urn", urns),
            *ects,
            *mentors,
            *self.of(TrainingPeriod, "ect_at_school_period_id", {e.id for e in ects}),
            *self.of(TrainingPeriod, "mentor_at_school_period_id", {m.id for m in mentors}),
        ]

    def around(self, seeds: Seeds) -> World:
        """Everything within reach of `seeds`, for questions that suppose something and for writes."""
        return around(self, seeds)

    def about(self, seeds: Seeds) -> World:
        """All records of the people in `seeds` and of the schools asked about themselves."""
        return about(self, seeds)

    def verify(self, known: Mapping[int, bytes]) -> Iterator[Fault | int]:
        """What of the ledger up to this revision is not as it was written, and between, how far it is
        verified. `known`: entries noted elsewhere, by revision.
        """
        return verify(self.connection, self.revision, known)

    def entry(self) -> bytes:
        """The entry of this revision, which must not be 0."""
        return entry_of(self.connection, self.revision)

    def beside(self, records: Iterable[Record]) -> World:
        """What these records must go together with, for the checks of `integrity`."""
        return beside(self, records)

    def naming(self, records: Iterable[Record]) -> list[Record]:
        """The records that name some of these."""
        return naming(self, records)

    def current(self, kind: type[R], keys: Collection[str]) -> list[R]:
        """The records of one kind with these TRNs, URNs, years or ids."""
        return self.of(kind, FIELDS[kind][0], {stored_key(kind, name) for name in keys})

    def _years(self, training: Iterable[TrainingPeriod]) -> list[ContractPeriod]:
        return self.of(ContractPeriod, "year", {contract_period(t) for t in training})


def _trns(periods: Iterable[EctAtSchoolPeriod | MentorAtSchoolPeriod]) -> set[str]:
    return {p.trn for p in periods}
