"""Which rows make records: a select for each kind, in an order in which a record comes after those
that it names.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import field, frozen
from sqlalchemy import Column, FromClause, Select, Table, or_, select

from ect_rules.facts import (
    ContractPeriod,
    Declaration,
    EctAtSchoolPeriod,
    InductionPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
    TrainingPeriod,
)
from ect_rules.rect import mapping, tables
from ect_rules.rect.cells import Cells


@frozen(eq=False)
class Source:
    """The rows of one table, and the record, of one kind, that each of them makes.

    `columns`: what is selected beside the columns of the table itself, from `joined`. `parents`: the
    columns that name a row whose record must be there, each with the key of that row.
    """

    table: Table
    kind: type[Record]
    record: Callable[[Cells], Record]
    parents: dict[str, Column[Any]] = field(factory=dict)
    columns: tuple[Any, ...] = ()
    joined: Callable[[FromClause], FromClause] = lambda start: start

    @property
    def key(self) -> Column[Any]:
        """The key of the table."""
        found: Column[Any] = self.table.primary_key.columns[0]
        return found

    def select(self) -> Select[Any]:
        """All the rows, in the order of their keys. What `found` makes of a column of `parents` is null
        where the row that it names is not there.
        """
        own = [column for column in self.table.columns if column.name != "updated_at"]
        start = self.joined(self.table)
        keys = []
        for name, parent in self.parents.items():
            key = parent.table.alias(f"{name}_parent").c[parent.name]
            start = start.outerjoin(key.table, key == self.table.c[name])
            keys.append(key.label(found(name)))
        return select(*own, *self.columns, *keys).select_from(start).order_by(self.key)


def found(column: str) -> str:
    """The label of the key of the row that a column names."""
    return f"{column}_found"


def _at_school(table: Table, kind: type[Record], record: Callable[[Cells], Record]) -> Source:
    teacher, school = tables.teachers, tables.schools
    reporter = school.alias("reporter")
    return Source(
        table,
        kind,
        record,
        {"teacher_id": teacher.c.id},
        (
            teacher.c.trn,
            school.c.urn,
            reporter.c.urn.label("reported_leaving_by_urn"),
        ),
        lambda start: (
            start.outerjoin(teacher, teacher.c.id == table.c.teacher_id)
            .outerjoin(school, school.c.id == table.c.school_id)
            .outerjoin(reporter, reporter.c.id == table.c.reported_leaving_by_school_id)
        ),
    )


def _teachers() -> Source:
    teacher = tables.teachers
    periods = (tables.ect_at_school_periods, tables.mentor_at_school_periods)
    registered = or_(
        *(select(p.c.id).where(p.c.teacher_id == teacher.c.id).exists() for p in periods)
    )
    return Source(teacher, Teacher, mapping.teacher, {}, (registered.label("registered"),))


def _schools() -> Source:
    gias, school = tables.gias_schools, tables.schools
    return Source(
        gias,
        School,
        mapping.school,
        {},
        (school.c.marked_as_eligible,),
        lambda start: start.outerjoin(school, school.c.urn == gias.c.urn),
    )


def _training() -> Source:
    training, partnership = tables.training_periods, tables.school_partnerships
    delivery = tables.lead_provider_delivery_partnerships
    confirmed, chosen = (tables.active_lead_providers.alias(n) for n in ("confirmed", "chosen"))
    of_confirmed, of_chosen = (
        tables.lead_providers.alias(n) for n in ("confirmed_name", "chosen_name")
    )
    schedule = tables.schedules
    return Source(
        training,
        TrainingPeriod,
        mapping.training,
        {
            "ect_at_school_period_id": tables.ect_at_school_periods.c.id,
            "mentor_at_school_period_id": tables.mentor_at_school_periods.c.id,
        },
        (
            confirmed.c.contract_period_year.label("confirmed_year"),
            chosen.c.contract_period_year.label("chosen_year"),
            schedule.c.contract_period_year.label("schedule_year"),
            of_confirmed.c.name.label("confirmed_provider"),
            of_chosen.c.name.label("chosen_provider"),
        ),
        lambda start: (
            start.outerjoin(partnership, partnership.c.id == training.c.school_partnership_id)
            .outerjoin(
                delivery, delivery.c.id == partnership.c.lead_provider_delivery_partnership_id
            )
            .outerjoin(confirmed, confirmed.c.id == delivery.c.active_lead_provider_id)
            .outerjoin(of_confirmed, of_confirmed.c.id == confirmed.c.lead_provider_id)
            .outerjoin(chosen, chosen.c.id == training.c.expression_of_interest_id)
            .outerjoin(of_chosen, of_chosen.c.id == chosen.c.lead_provider_id)
            .outerjoin(schedule, schedule.c.id == training.c.schedule_id)
        ),
    )


def _inductions() -> Source:
    induction, teacher = tables.induction_periods, tables.teachers
    return Source(
        induction,
        InductionPeriod,
        mapping.induction,
        {"teacher_id": teacher.c.id},
        (teacher.c.trn,),
        lambda start: start.outerjoin(teacher, teacher.c.id == induction.c.teacher_id),
    )


SOURCES = (
    _teachers(),
    _schools(),
    _at_school(tables.ect_at_school_periods, EctAtSchoolPeriod, mapping.ect_at_school),
    _at_school(tables.mentor_at_school_periods, MentorAtSchoolPeriod, mapping.mentor_at_school),
    Source(
        tables.mentorship_periods,
        MentorshipPeriod,
        mapping.mentorship,
        {
            "ect_at_school_period_id": tables.ect_at_school_periods.c.id,
            "mentor_at_school_period_id": tables.mentor_at_school_periods.c.id,
        },
    ),
    _training(),
    _inductions(),
    Source(
        tables.declarations,
        Declaration,
        mapping.declaration,
        {"training_period_id": tables.training_periods.c.id},
    ),
    Source(tables.contract_periods, ContractPeriod, mapping.contract_period),
)
KINDS = tuple(source.kind for source in SOURCES)
