"""What each check is asked about: which facts it needs, its view of them, and which days matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from attrs import field, frozen

from ect_rules.changes import propose
from ect_rules.facts import AssignmentFacts
from ect_rules.store.snapshot import Seeds, Snapshot
from ect_rules.timeline import View
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.world import World


@frozen
class Question:
    """A check, and what it is asked about.

    `trns`, `urns`: the people, and the schools of which everything matters, in the order in which
    the check's view of the facts takes them. `said`: what else the caller says, by the names of that
    view's arguments.
    """

    check: str
    trns: tuple[str, ...] = ()
    urns: tuple[str, ...] = ()
    said: Mapping[str, Any] = field(factory=dict)

    def seeds(self) -> Seeds:
        """Around what the facts are."""
        return Seeds(trns={*self.trns}, urns={*self.urns})

    def fetch(self, snapshot: Snapshot) -> World:
        """The stored facts that the answer rests on."""
        return _ABOUT[self.check].fetch(snapshot, self)

    def facts(self) -> tuple[Any, ...]:
        """What `fetch` goes by: questions in which this is equal rest on the same facts."""
        return id(_ABOUT[self.check].fetch), self.trns, self.urns

    def days(self, world: World) -> list[date]:
        """The days that the facts name, in order."""
        return world.days(*(getattr(world, kind) for kind in _ABOUT[self.check].kinds))

    def begins(self, world: World) -> date | None:
        """The first day of the periods whose days matter; None where there are none."""
        periods = (p for kind in _ABOUT[self.check].kinds for p in getattr(world, kind).values())
        return min((p.started_on for p in periods), default=None)

    def view(self, world: World) -> View:
        """The check's view of the facts, for each day."""
        return _ABOUT[self.check].view(world, self)


def about_subject(check: str, subject: Any) -> Question:
    """The question of a check about the subject in a message."""
    match subject:
        case pb.SchoolSubject():
            return Question(check, urns=(subject.urn,))
        case pb.RegistrationSubject():
            return Question(check, (subject.trn,), said={"urn": subject.urn or None})
        case _:
            return Question(check, (subject.trn,))


def read_together(questions: Iterable[Question]) -> list[Question]:
    """The fewest questions whose facts are those of all of `questions`: one for each kind of view."""
    groups: dict[Any, list[Question]] = {}
    for question in questions:
        groups.setdefault(question.facts()[0], []).append(question)
    return [
        Question(
            group[0].check,
            tuple({trn for question in group for trn in question.trns}),
            tuple({urn for question in group for urn in question.urns}),
        )
        for group in groups.values()
    ]


@frozen
class _About:
    """`kinds`: the periods of a World whose days matter; none named, those of all."""

    fetch: Callable[[Snapshot, Question], World]
    view: Callable[[World, Question], View]
    kinds: tuple[str, ...] = ()


def _always(view: Callable[..., Any]) -> Callable[[World, Question], View]:
    def of_all_days(world: World, asked: Question) -> View:
        facts = view(world, *asked.trns, *asked.urns, **asked.said)
        return lambda _: facts

    return of_all_days


def _daily(view: Callable[..., Any]) -> Callable[[World, Question], View]:
    return lambda world, asked: lambda day: view(world, *asked.trns, day, **asked.said)


def _assignment(
    world: World, ect_trn: str, mentor_trn: str, on: date, **said: Any
) -> AssignmentFacts:
    return propose(ect_trn, mentor_trn, on, world, **said)[0]


_MENTOR = _About(
    lambda snapshot, asked: snapshot.mentors(asked.trns),
    _always(World.mentor),
    ("mentor_periods", "mentorships", "training"),
)
_ABOUT = {
    "registration": _About(
        lambda snapshot, asked: snapshot.registrations(asked.trns),
        _daily(World.ect),
        ("ect_periods", "mentorships"),
    ),
    "ect_funding": _About(
        lambda snapshot, asked: snapshot.ect_fundings(asked.trns),
        _daily(World.ect_funding),
        ("ect_periods", "training", "induction_periods"),
    ),
    "mentor_funding": _MENTOR,
    "mentor_training": _MENTOR,
    "record_retention": _MENTOR,
    "mentor_grant": _MENTOR,
    "mentor_kind": _About(
        lambda snapshot, asked: snapshot.mentor_kinds(asked.trns),
        _always(World.mentor_kind),
        ("mentor_periods", "mentorships", "training"),
    ),
    "school_eligibility": _About(
        lambda snapshot, asked: snapshot.schools(asked.urns),
        _always(World.school_with_training),
        ("training",),
    ),
    "ect_registrable": _About(
        lambda snapshot, asked: snapshot.candidates(asked.trns, asked.urns),
        _always(World.ect_candidate),
    ),
    "mentor_registrable": _About(
        lambda snapshot, asked: snapshot.candidates(asked.trns, asked.urns),
        _always(World.mentor_candidate),
    ),
    "mentor_assignable": _About(
        lambda snapshot, asked: snapshot.around(asked.seeds()),
        _daily(_assignment),
        ("ect_periods", "mentor_periods", "mentorships"),
    ),
}
