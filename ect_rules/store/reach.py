"""What is within reach of some people and schools: more than any one question about them needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from attrs import define, field

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
from ect_rules.store.selecting import Selection
from ect_rules.world import World

P = TypeVar("P", EctAtSchoolPeriod, MentorAtSchoolPeriod, MentorshipPeriod)


@define
class Seeds:
    """Whom and what a question is about: the facts around these are read.

    `urns`: schools that are asked about, with everybody there. `named_trns`: people of whom only the
    record, the induction and what ECF1 held matter. `named_urns`: schools of which only the record
    and the mentors matter.
    """

    trns: set[str] = field(factory=set)
    urns: set[str] = field(factory=set)
    ect_period_ids: set[str] = field(factory=set)
    mentor_period_ids: set[str] = field(factory=set)
    mentorship_ids: set[str] = field(factory=set)
    training_ids: set[str] = field(factory=set)
    named_trns: set[str] = field(factory=set)
    named_urns: set[str] = field(factory=set)

    def add(self, records: Iterable[Record]) -> Seeds:
        """Add what `records` are and what they name. One that names nothing adds nothing: whoever asks
        about it says so.
        """
        for found in records:
            match found:
                case InductionPeriod() | EcfEligibility():
                    self.named_trns.add(found.trn)
                case EctAtSchoolPeriod():
                    self.trns.add(found.trn)
                    self.named_urns.add(found.urn)
                    self.ect_period_ids.add(found.id)
                case MentorAtSchoolPeriod():
                    self.trns.add(found.trn)
                    self.named_urns.add(found.urn)
                    self.mentor_period_ids.add(found.id)
                case MentorshipPeriod():
                    self._add_periods(found)
                case TrainingPeriod():
                    self._add_periods(found)
                    self.training_ids.add(found.id)
                case Declaration():
                    self.training_ids.add(found.training_period_id)
        return self

    def _add_periods(self, found: MentorshipPeriod | TrainingPeriod) -> None:
        if found.ect_at_school_period_id is not None:
            self.ect_period_ids.add(found.ect_at_school_period_id)
        if found.mentor_at_school_period_id is not None:
            self.mentor_period_ids.add(found.mentor_at_school_period_id)


def around(selection: Selection, seeds: Seeds) -> World:
    """Everything about these people; both sides of their mentorships, whoever else mentored the same
    ECTs, and everything about those mentors; every mentor at the schools of the ECTs; the schools
    asked about with everybody there; all contract periods.
    """
    links = selection.of(MentorshipPeriod, "id", seeds.mentorship_ids)
    named = Seeds(
        ect_period_ids={*seeds.ect_period_ids}, mentor_period_ids={*seeds.mentor_period_ids}
    )
    named.add(links).add(selection.of(TrainingPeriod, "id", seeds.training_ids))
    reach = _Reach(selection)
    reach.add(reach.ects, EctAtSchoolPeriod, "id", named.ect_period_ids)
    reach.add(reach.mentors, MentorAtSchoolPeriod, "id", named.mentor_period_ids)
    people = seeds.trns | reach.trns()
    reach.add(reach.ects, EctAtSchoolPeriod, "trn", people)
    reach.add(reach.mentors, MentorAtSchoolPeriod, "trn", people)
    reach.add_mentorships_of_mentors()
    urns = seeds.named_urns | {e.urn for e in reach.ects.values()}
    reach.add(reach.ects, EctAtSchoolPeriod, "trn", _trns(reach.ects) - people)
    reach.add_mentorships_of_ects()
    reach.add(reach.mentors, MentorAtSchoolPeriod, "trn", _trns(reach.mentors) - people)
    return World(reach.records(seeds, urns))


@define
class _Reach:
    """Periods and mentorships by their ids, of which there come to be more and more."""

    selection: Selection
    ects: dict[str, EctAtSchoolPeriod] = field(factory=dict)
    mentors: dict[str, MentorAtSchoolPeriod] = field(factory=dict)
    links: dict[str, MentorshipPeriod] = field(factory=dict)

    def trns(self) -> set[str]:
        """Whose periods there are."""
        return _trns(self.ects) | _trns(self.mentors)

    def add(self, found: dict[str, P], kind: type[P], column: str, keys: set[str]) -> None:
        wanted = keys - found.keys() if column == "id" else keys
        found.update((r.id, r) for r in self.selection.of(kind, column, wanted))

    def add_mentorships_of_mentors(self) -> None:
        self.add(self.links, MentorshipPeriod, "mentor_at_school_period_id", {*self.mentors})
        ect_ids = {m.ect_at_school_period_id for m in self.links.values()}
        self.add(self.ects, EctAtSchoolPeriod, "id", ect_ids)

    def add_mentorships_of_ects(self) -> None:
        self.add(self.links, MentorshipPeriod, "ect_at_school_period_id", {*self.ects})
        mentor_ids = {m.mentor_at_school_period_id for m in self.links.values()}
        self.add(self.mentors, MentorAtSchoolPeriod, "id", mentor_ids)

    def records(self, seeds: Seeds, named_urns: set[str]) -> Iterator[Record]:
        """All of it, with what hangs on it."""
        of = self.selection.of
        here = of(EctAtSchoolPeriod, "urn", seeds.urns)
        colleagues = of(MentorAtSchoolPeriod, "urn", named_urns | seeds.urns)
        periods: list[EctAtSchoolPeriod | MentorAtSchoolPeriod] = [
            *self.ects.values(),
            *self.mentors.values(),
            *here,
            *colleagues,
        ]
        trns = seeds.trns | seeds.named_trns | self.trns()
        mentors_here = {m.id for m in colleagues if m.urn in seeds.urns}
        training = [
            *of(TrainingPeriod, "ect_at_school_period_id", {*self.ects, *(e.id for e in here)}),
            *of(TrainingPeriod, "mentor_at_school_period_id", self.mentors.keys() | mentors_here),
        ]
        yield from of(Teacher, "trn", trns)
        yield from of(School, "urn", seeds.urns | named_urns | {p.urn for p in periods})
        yield from (*periods, *self.links.values(), *training)
        training_ids = seeds.training_ids | {t.id for t in training}
        yield from of(Declaration, "training_period_id", training_ids)
        yield from of(InductionPeriod, "trn", trns)
        yield from of(EcfEligibility, "trn", trns)
        yield from self.selection.every(ContractPeriod)


def _trns(periods: Mapping[str, EctAtSchoolPeriod | MentorAtSchoolPeriod]) -> set[str]:
    return {p.trn for p in periods.values()}
