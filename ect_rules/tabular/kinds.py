"""The files of a folder of records: one for each kind of record, a column for each field."""

from __future__ import annotations

from typing import Any

import attrs
from attrs import frozen

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
from ect_rules.tabular.cells import CELLS, Cell

SUFFIXES = (".csv", ".parquet")


@frozen
class Column:
    """A field of a record as a column. `required`: the column must be there and no cell empty.

    `default`: what an empty cell means; None is not told, or open ended.
    """

    name: str
    cell: Cell
    required: bool
    default: Any


@frozen
class Kind:
    """A kind of record. `stem`: the name of its file without the suffix. Columns in field order."""

    stem: str
    record: type[Record]
    columns: tuple[Column, ...]


def _kind(stem: str, record: type[Record]) -> Kind:
    return Kind(
        stem,
        record,
        tuple(
            Column(
                field.name,
                CELLS[field.name],
                required=field.default is attrs.NOTHING,
                default=None if field.default is attrs.NOTHING else field.default,
            )
            for field in attrs.fields(record)
        ),
    )


# In an order in which a record comes after those that it names.
KINDS = (
    _kind("teachers", Teacher),
    _kind("schools", School),
    _kind("ect_at_school_periods", EctAtSchoolPeriod),
    _kind("mentor_at_school_periods", MentorAtSchoolPeriod),
    _kind("mentorship_periods", MentorshipPeriod),
    _kind("training_periods", TrainingPeriod),
    _kind("induction_periods", InductionPeriod),
    _kind("declarations", Declaration),
    _kind("contract_periods", ContractPeriod),
    _kind("ecf_eligibilities", EcfEligibility),
)
