"""The abstract inputs of a check: every combination of what its rules tell apart, as records."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from attrs import fields, frozen

from ect_rules.catalogue import Catalogue
from ect_rules.facts import Record
from ect_rules.rule import Decision
from ect_rules.world import World

NOT_TOLD = "not told"
Point = Mapping[str, str]
Dimensions = dict[str, tuple[str, ...]]
Conditions = dict[str, Callable[[Point], bool]]


@frozen
class Known:
    """Dimensions, of which a situation may leave some out: these have their first value."""

    dimensions: Dimensions

    def of(self, point: Point, name: str) -> str:
        """The value of that dimension."""
        return point.get(name, self.dimensions[name][0])

    def plain(self, point: Point, *names: str, but: Collection[str] = ()) -> bool:
        """Whether all these dimensions have their first value, leaving some aside."""
        return all(
            name in but or self.of(point, name) == self.dimensions[name][0] for name in names
        )


class _Looked(Mapping[str, str]):
    """A combination that knows how far down its dimensions somebody has looked."""

    def __init__(self, point: Point, places: Mapping[str, int]) -> None:
        self.point = point
        self.places = places
        self.furthest = -1

    def __getitem__(self, name: str) -> str:
        self.furthest = max(self.furthest, self.places.get(name, -1))
        return self.point[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.point)

    def __len__(self) -> int:
        return len(self.point)


@frozen(eq=False)
class Space:
    """All situations that the rules of a check tell apart, for some contract periods.

    `dimensions`: what is told apart, each with its values in plain words, the least remarkable
    first; `NOT_TOLD` stands for a fact that is missing. `possible`: whether a combination can be, and
    is not the same as another one that differs in what does not matter. `records`: the records that
    make a combination so. `view`: the check's view of them on a day. `day`: from a combination to the
    day asked about. `needed`: for a yes, each condition that must hold, in words. `part`: where a
    check has more than one space for the same contract periods, what this one tells apart, while all
    that the others do is as their first values say. `asked`: the days for which the space is, where
    its check has others for other days.
    """

    check: str
    contract_period: int | None
    dimensions: Dimensions
    possible: Callable[[Point], bool]
    records: Callable[[Point], list[Record]]
    view: Callable[[World, Point], Any]
    day: Callable[[Point], date]
    needed: Conditions
    part: str = ""
    asked: str = ""

    def points(self) -> Iterator[Point]:
        """Every combination that is possible, in order."""
        names, values = tuple(self.dimensions), tuple(self.dimensions.values())
        places = {name: place for place, name in enumerate(names)}
        place = [0] * len(names)
        while True:
            point = {name: v[i] for name, v, i in zip(names, values, place, strict=True)}
            looked = _Looked(point, places)
            if self.possible(looked):
                yield point
                at = len(names) - 1
            else:
                # Refused for what was looked at: whatever the rest is, it will be refused again.
                at = looked.furthest
            place[at + 1 :] = [0] * (len(names) - 1 - at)
            while at >= 0 and place[at] == len(values[at]) - 1:
                place[at] = 0
                at -= 1
            if at < 0:
                return
            place[at] += 1

    def decide(
        self, catalogue: Catalogue, point: Point, beside: tuple[Record, ...] = ()
    ) -> Decision:
        """The decision for a combination. `beside`: records of others, laid in first."""
        view = self.view(self.world(point, beside), point)
        return catalogue.decide(self.check, view, self.day(point), self.contract_period)

    def nearest(self, point: Point) -> Point:
        """The same situation as it is among `points`: what does not matter has its first value.

        Raises ValueError where there is none.
        """
        first = {name: values[0] for name, values in self.dimensions.items()}
        names = list(self.dimensions)
        given = {name: point.get(name, first[name]) for name in names}
        start = len(names)
        while not self.possible({**given, **{n: first[n] for n in names[start:]}}):
            if start == 0:
                raise ValueError(f"no such situation\n{point}")
            start -= 1
        found = {**given, **{n: first[n] for n in names[start:]}}
        # One that may be as given may make another so.
        for name in names[start:] * 2:
            if self.possible({**found, name: given[name]}):
                found[name] = given[name]
        return found

    def world(self, point: Point, beside: tuple[Record, ...] = ()) -> World:
        """The records of a combination, joined."""
        return World([*beside, *self.records(point)])

    def told(self, point: Point) -> str:
        """A combination for a person to read: its words, the day, and the records, one to a line."""
        words = [f"{name}: {value}" for name, value in point.items()]
        return "\n".join(
            [*words, f"on {self.day(point).isoformat()}", *map(_told, self.records(point))]
        )


def _told(record: Record) -> str:
    told = ((f.name, getattr(record, f.name)) for f in fields(type(record)))
    return f"{type(record).__name__}: " + ", ".join(
        f"{name} {value}" for name, value in told if value is not None
    )


@cache
def decided(catalogue: Catalogue, space: Space) -> tuple[tuple[Point, Decision], ...]:
    """Every combination with its decision."""
    return tuple((point, space.decide(catalogue, point)) for point in space.points())


def untold(space: Space, point: Point) -> Iterator[Point]:
    """The combinations that `point` was before one of its facts was told."""
    for name, value in point.items():
        if value != NOT_TOLD and NOT_TOLD in space.dimensions[name]:
            yield {**point, name: NOT_TOLD}
