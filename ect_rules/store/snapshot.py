"""Reading facts at one revision."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any, TypeVar

from attrs import define, field
from sqlalchemy import BindParameter, Connection, Select, Table, bindparam, func, select

from ect_rules.facts import (
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
    TrainingPeriod,
)
from ect_rules.store.tables import FIELDS, TABLES, record
from ect_rules.world import World

R = TypeVar("R", bound=Record)


@define
class Seeds:
    """Whom and what a question is about: the facts around these are read."""

    trns: set[str] = field(factory=set)
    urns: set[str] = field(factory=set)
    ect_period_ids: set[str] = field(factory=set)
    mentor_period_ids: set[str] = field(factory=set)
    mentorship_ids: set[str] = field(factory=set)

    def add(self, records: Iterable[Record]) -> Seeds:
        """Add what `records` are and what they name."""
        for found in records:
            match found:
                case Teacher():
                    self.trns.add(found.trn)
                case School():
                    self.urns.add(found.urn)
                case EctAtSchoolPeriod():
                    self.trns.add(found.trn)
                    self.ect_period_ids.add(found.id)
                case MentorAtSchoolPeriod():
                    self.trns.add(found.trn)
                    self.mentor_period_ids.add(found.id)
                    self.urns.add(found.urn)
                case MentorshipPeriod() | TrainingPeriod():
                    if found.ect_at_school_period_id is not None:
                        self.ect_period_ids.add(found.ect_at_school_period_id)
                    if found.mentor_at_school_period_id is not None:
                        self.mentor_period_ids.add(found.mentor_at_school_period_id)
        return self


@define
class Snapshot:
    """The facts as they were known at `revision`, read through `connection`.

    The number of statements does not depend on the number of subjects.
    """

    connection: Connection
    revision: int

    def registrations(self, trns: Collection[str]) -> World:
        """What the registrations of these ECTs rest on, with every mentor at their schools."""
        ects = self._of(EctAtSchoolPeriod, "trn", trns)
        links = self._of(MentorshipPeriod, "ect_at_school_period_id", {e.id for e in ects})
        colleagues = self._of(MentorAtSchoolPeriod, "urn", {e.urn for e in ects})
        known = {m.id for m in colleagues}
        others = self._of(
            MentorAtSchoolPeriod, "id", {m.mentor_at_school_period_id for m in links} - known
        )
        return World([*self._of(Teacher, "trn", trns), *ects, *links, *colleagues, *others])

    def mentors(self, trns: Collection[str]) -> World:
        """What the funding and training of these mentors rest on."""
        mentors = self._of(MentorAtSchoolPeriod, "trn", trns)
        mentor_ids = {m.id for m in mentors}
        links = self._of(MentorshipPeriod, "mentor_at_school_period_id", mentor_ids)
        ect_ids = {m.ect_at_school_period_id for m in links}
        ects = self._of(EctAtSchoolPeriod, "id", ect_ids)
        return World(
            [
                *self._of(Teacher, "trn", {*trns, *(e.trn for e in ects)}),
                *self._of(School, "urn", {m.urn for m in mentors}),
                *mentors,
                *links,
                *ects,
                *self._of(TrainingPeriod, "ect_at_school_period_id", ect_ids),
                *self._of(TrainingPeriod, "mentor_at_school_period_id", mentor_ids),
            ]
        )

    def around(self, seeds: Seeds) -> World:
        """Everything within reach of `seeds`: their periods, both sides of the mentorships of those,
        training, teachers, schools, and every mentor at the schools of the ECTs.
        """
        named = self._of(MentorshipPeriod, "id", seeds.mentorship_ids)
        seeds = Seeds(
            seeds.trns,
            seeds.urns,
            seeds.ect_period_ids | {m.ect_at_school_period_id for m in named},
            seeds.mentor_period_ids | {m.mentor_at_school_period_id for m in named},
        )
        ects = {e.id: e for e in self._of(EctAtSchoolPeriod, "trn", seeds.trns)}
        self._add(ects, EctAtSchoolPeriod, "id", seeds.ect_period_ids)
        mentors = {m.id: m for m in self._of(MentorAtSchoolPeriod, "trn", seeds.trns)}
        self._add(mentors, MentorAtSchoolPeriod, "id", seeds.mentor_period_ids)
        links = {m.id: m for m in self._of(MentorshipPeriod, "ect_at_school_period_id", ects)}
        self._add(links, MentorshipPeriod, "mentor_at_school_period_id", mentors)
        self._add(
            ects, EctAtSchoolPeriod, "id", {m.ect_at_school_period_id for m in links.values()}
        )
        self._add(
            mentors,
            MentorAtSchoolPeriod,
            "id",
            {m.mentor_at_school_period_id for m in links.values()},
        )
        self._add(mentors, MentorAtSchoolPeriod, "urn", {e.urn for e in ects.values()})
        trns = {*seeds.trns, *(e.trn for e in ects.values()), *(m.trn for m in mentors.values())}
        urns = {*seeds.urns, *(e.urn for e in ects.values()), *(m.urn for m in mentors.values())}
        return World(
            [
                *self._of(Teacher, "trn", trns),
                *self._of(School, "urn", urns),
                *ects.values(),
                *mentors.values(),
                *links.values(),
                *self._of(TrainingPeriod, "ect_at_school_period_id", ects),
                *self._of(TrainingPeriod, "mentor_at_school_period_id", mentors),
            ]
        )

    def school(self, urn: str) -> World:
        """A school with the periods there and their training."""
        ects = self._of(EctAtSchoolPeriod, "urn", {urn})
        mentors = self._of(MentorAtSchoolPeriod, "urn", {urn})
        return World(
            [
                *self._of(School, "urn", {urn}),
                *ects,
                *mentors,
                *self._of(TrainingPeriod, "ect_at_school_period_id", {e.id for e in ects}),
                *self._of(TrainingPeriod, "mentor_at_school_period_id", {m.id for m in mentors}),
            ]
        )

    def current(self, kind: type[R], keys: Collection[str]) -> list[R]:
        """The records of one kind with these TRNs, URNs or ids."""
        return self._of(kind, FIELDS[kind][0], keys)

    def _add(self, found: dict[str, R], kind: type[R], column: str, keys: Iterable[str]) -> None:
        wanted = set(keys) - (set(found) if column == "id" else set())
        found.update((r.id, r) for r in self._of(kind, column, wanted))  # type: ignore[union-attr]

    def _of(self, kind: type[R], column: str, keys: Collection[str]) -> list[R]:
        if not keys:
            return []
        rows = self.connection.execute(
            _statement(TABLES[kind], FIELDS[kind], column),
            {"keys": json.dumps(sorted(keys)), "revision": self.revision},
        )
        records: list[Any] = [record(kind, row) for row in rows]
        return records


@cache
def _statement(table: Table, names: tuple[str, ...], column: str) -> Select[Any]:
    revision: BindParameter[int] = bindparam("revision")
    # One parameter for any number of keys: the statement is compiled once, and no limit is met.
    keys = func.json_each(bindparam("keys")).table_valued("value")
    return select(*(table.c[name] for name in names)).where(
        table.c[column].in_(select(keys.c.value)),
        table.c.recorded_at <= revision,
        table.c.superseded_at > revision,
    )
