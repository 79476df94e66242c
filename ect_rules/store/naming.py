"""Which records name others."""

from __future__ import annotations

from collections.abc import Iterable

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
from ect_rules.store.selecting import Selection
from ect_rules.world import key

# The columns of other kinds that hold the key of a record.
_NAMED_IN: dict[type, tuple[tuple[type[Record], str], ...]] = {
    Teacher: (
        (EctAtSchoolPeriod, "trn"),
        (MentorAtSchoolPeriod, "trn"),
        (InductionPeriod, "trn"),
        (EcfEligibility, "trn"),
    ),
    School: ((EctAtSchoolPeriod, "urn"), (MentorAtSchoolPeriod, "urn")),
    EctAtSchoolPeriod: (
        (MentorshipPeriod, "ect_at_school_period_id"),
        (TrainingPeriod, "ect_at_school_period_id"),
    ),
    MentorAtSchoolPeriod: (
        (MentorshipPeriod, "mentor_at_school_period_id"),
        (TrainingPeriod, "mentor_at_school_period_id"),
    ),
    TrainingPeriod: ((Declaration, "training_period_id"),),
}


def naming(selection: Selection, records: Iterable[Record]) -> list[Record]:
    """The records that name some of these."""
    names: dict[type, set[str]] = {}
    for record in records:
        kind, name = key(record)
        names.setdefault(kind, set()).add(name)
    found: list[Record] = []
    for kind, wanted in names.items():
        for other, column in _NAMED_IN.get(kind, ()):
            found.extend(selection.of(other, column, wanted))
    return found
