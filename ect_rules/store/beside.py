"""What `integrity` looks at beside some records: less than is within their reach."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import define, field

from ect_rules.facts import (
    Declaration,
    EcfEligibility,
    EctAtSchoolPeriod,
    InductionPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    Teacher,
    TrainingPeriod,
)
from ect_rules.store.selecting import Selection
from ect_rules.world import World

_TRAINEE = {
    EctAtSchoolPeriod: "ect_at_school_period_id",
    MentorAtSchoolPeriod: "mentor_at_school_period_id",
}


def beside(selection: Selection, records: Iterable[Record]) -> World:
    """What these records name, and what they must go together with.

    Of a period at a school: the person's others in that role. Of a mentorship: both periods, and the
    ECT's other mentorships. Of a declaration: the person's others in that role. Of induction and of what
    ECF1 held: the person's others. And the same of whatever hangs on a period or on training.
    """
    given = _by_kind(records)
    read = _Read(selection)
    at_schools = [r for kind in _TRAINEE for r in given.get(kind, ())]
    if at_schools or MentorshipPeriod in given:
        _mentorships(read, given)
    if at_schools or TrainingPeriod in given or Declaration in given:
        _declarations(read, given)
    people = [*given.get(InductionPeriod, ()), *given.get(EcfEligibility, ())]
    for kind in (InductionPeriod, EcfEligibility):
        read.of(kind, "trn", {r.trn for r in given.get(kind, ())})
    read.of(Teacher, "trn", {r.trn for r in (*at_schools, *people)})
    return World(read.found)


@define
class _Read:
    """What has been read so far."""

    selection: Selection
    found: list[Record] = field(factory=list)

    def of(self, kind: type[Any], column: str, keys: set[str]) -> list[Any]:
        found = self.selection.of(kind, column, keys)
        self.found.extend(found)
        return found


def _by_kind(records: Iterable[Record]) -> dict[type, list[Any]]:
    kinds: dict[type, list[Any]] = {}
    for record in records:
        kinds.setdefault(type(record), []).append(record)
    return kinds


def _mentorships(read: _Read, given: dict[type, list[Any]]) -> None:
    """The mentorships of and on what is given, each with its periods and the ECT's others."""
    links = list(given.get(MentorshipPeriod, ()))
    for kind, column in _TRAINEE.items():
        links.extend(read.of(MentorshipPeriod, column, {p.id for p in given.get(kind, ())}))
    read.of(EctAtSchoolPeriod, "id", {m.ect_at_school_period_id for m in links})
    read.of(MentorAtSchoolPeriod, "id", {m.mentor_at_school_period_id for m in links})
    read.of(MentorshipPeriod, "ect_at_school_period_id", {m.ect_at_school_period_id for m in links})


def _declarations(read: _Read, given: dict[type, list[Any]]) -> None:
    """The training that is given or declared for, its trainees, and where there are declarations all of
    theirs in that role.
    """
    training = list(given.get(TrainingPeriod, ()))
    named = {d.training_period_id for d in given.get(Declaration, ())}
    declared = read.of(TrainingPeriod, "id", named)
    with_any = {
        d.training_period_id
        for d in read.of(Declaration, "training_period_id", {t.id for t in training})
    }
    declared.extend(t for t in training if t.id in with_any)
    for kind, trainee in _TRAINEE.items():
        ids = {getattr(t, trainee) for t in (*training, *declared)} - {None}
        wanted = {getattr(t, trainee) for t in declared}
        trainees = [p for p in read.of(kind, "id", ids) if p.id in wanted]
        trns = {p.trn for p in (*trainees, *given.get(kind, ()))}
        periods = {p.id for p in read.of(kind, "trn", trns)}
        theirs = {t.id for t in read.of(TrainingPeriod, trainee, periods)}
        read.of(Declaration, "training_period_id", theirs)
