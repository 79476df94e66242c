"""Which records name which, so that none goes while another that counts names it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ect_rules.facts import (
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
from ect_rules.world import World, key

Key = tuple[type, str]


def named(record: Record) -> list[Key]:
    """The keys of the records that a record names: the person, the school, the periods, the training."""
    match record:
        case EctAtSchoolPeriod() | MentorAtSchoolPeriod():
            return [(Teacher, record.trn), (School, record.urn)]
        case InductionPeriod() | EcfEligibility():
            return [(Teacher, record.trn)]
        case MentorshipPeriod() | TrainingPeriod():
            both = (
                (EctAtSchoolPeriod, record.ect_at_school_period_id),
                (MentorAtSchoolPeriod, record.mentor_at_school_period_id),
            )
            return [(kind, name) for kind, name in both if name is not None]
        case Declaration():
            return [(TrainingPeriod, record.training_period_id)]
        case _:
            return []


def still_named(gone: Collection[Record], after: World) -> Iterator[tuple[Record, Record]]:
    """Each of the records that are gone and yet named, with one that names it: the first in `after`,
    which must hold all that name them.
    """
    if not gone:
        return
    naming: dict[Key, Record] = {}
    for record in after.records.values():
        for name in named(record):
            naming.setdefault(name, record)
    for record in gone:
        if key(record) in naming and key(record) not in after.records:
            yield record, naming[key(record)]
