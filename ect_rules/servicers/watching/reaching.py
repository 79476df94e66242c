"""Whose answers a record may change: everybody whose facts it is part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
from ect_rules.servicers.subjects import ECTS, MENTORS, SCHOOLS, Kind, Subject
from ect_rules.store.snapshot import Seeds, Snapshot
from ect_rules.world import World

RECORDS_AT_ONCE = 500


Reached = dict[Kind, set[Subject]]


def reached(
    records: list[Record], snapshots: Iterable[Snapshot], erased: Seeds | None = None
) -> Reached | None:
    """Whose answers these records, which count at one of the snapshots or did, may change; of None,
    everybody's.

    `erased`: whom those met who were erased; all of these are reached too.
    """
    if any(isinstance(record, ContractPeriod) for record in records):
        return None
    found: Reached = {ECTS: set(), MENTORS: set(), SCHOOLS: set()}
    for snapshot in snapshots:
        # Also where facts were erased since: whom what is left reaches.
        left = Snapshot(snapshot.connection, snapshot.revision)
        for first in range(0, len(records), RECORDS_AT_ONCE):
            _reach(left, records[first : first + RECORDS_AT_ONCE], Seeds(), found)
        if erased is not None:
            _reach(left, [], erased, found)
    return found


def _reach(snapshot: Snapshot, records: list[Record], erased: Seeds, found: Reached) -> None:
    seeds = Seeds(
        urns={*erased.urns, *_schools_with_everybody(records)},
        trns={r.trn for r in records if isinstance(r, Teacher | InductionPeriod | EcfEligibility)},
        ect_period_ids={*erased.ect_period_ids},
        mentor_period_ids={*erased.mentor_period_ids},
    )
    world = snapshot.around(seeds.add(records))
    people = _People(world)
    named = {*_named(records, world), *people.of_ects(erased.ect_period_ids)}
    named |= people.of_mentors(erased.mentor_period_ids)
    next_to = people.beside(named)
    colleagues = people.beside(next_to)
    of_schools = erased.urns | {r.urn for r in records if isinstance(r, School)}
    ects = [
        p
        for p in world.ect_periods.values()
        if p.trn in named or p.trn in next_to or p.urn in seeds.urns
    ]
    mentors = [
        p
        for p in world.mentor_periods.values()
        if p.trn in named or p.trn in next_to or p.trn in colleagues or p.urn in of_schools
    ]
    urns = of_schools | {p.urn for p in ects if p.trn in named}
    urns |= {p.urn for p in mentors if p.trn in named}
    # Where a period that is gone was.
    urns |= {r.urn for r in records if isinstance(r, EctAtSchoolPeriod | MentorAtSchoolPeriod)}
    found[ECTS] |= ECTS.of([*ects, *records])
    found[MENTORS] |= MENTORS.of([*mentors, *records])
    found[SCHOOLS] |= {Subject("", urn) for urn in urns if urn in world.schools}
    found[SCHOOLS] |= SCHOOLS.of(records)


def _schools_with_everybody(records: Iterable[Record]) -> Iterator[str]:
    """A registration rests on all mentors of the school, and much on the school itself."""
    return (r.urn for r in records if isinstance(r, MentorAtSchoolPeriod | School))


def _named(records: Iterable[Record], world: World) -> Iterator[str]:
    for record in records:
        match record:
            case (
                Teacher()
                | InductionPeriod()
                | EcfEligibility()
                | EctAtSchoolPeriod()
                | MentorAtSchoolPeriod()
            ):
                yield record.trn
            case MentorshipPeriod() | TrainingPeriod():
                yield from _at(record, world)
            case Declaration() if record.training_period_id in world.training:
                yield from _at(world.training[record.training_period_id], world)


def _at(record: MentorshipPeriod | TrainingPeriod, world: World) -> Iterator[str]:
    ect = world.ect_periods.get(record.ect_at_school_period_id or "")
    mentor = world.mentor_periods.get(record.mentor_at_school_period_id or "")
    yield from (period.trn for period in (ect, mentor) if period is not None)


@define
class _People:
    """The people of a world, and who mentors whom."""

    world: World

    def of_ects(self, ids: Iterable[str]) -> set[str]:
        """Whose ECT-at-school periods these are."""
        return {p.trn for i in ids if (p := self.world.ect_periods.get(i)) is not None}

    def of_mentors(self, ids: Iterable[str]) -> set[str]:
        """Whose mentor-at-school periods these are."""
        return {p.trn for i in ids if (p := self.world.mentor_periods.get(i)) is not None}

    def beside(self, trns: set[str]) -> set[str]:
        """Who mentors these or is mentored by them, at any time."""
        links = self.world.mentorships.values()
        ects, mentors = self.world.ect_periods, self.world.mentor_periods
        found = set()
        for link in links:
            ect = ects.get(link.ect_at_school_period_id)
            mentor = mentors.get(link.mentor_at_school_period_id)
            if ect is not None and mentor is not None:
                if ect.trn in trns:
                    found.add(mentor.trn)
                if mentor.trn in trns:
                    found.add(ect.trn)
        return found
