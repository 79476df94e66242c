"""Where the rules for contract periods up to 2024 and those from 2025 answer differently."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ect_rules.catalogue import Catalogue
from ect_rules.space.space import Point, Space
from ect_rules.space.table import Outcome

UP_TO_2024, FROM_2025 = 2024, 2025


@frozen
class Difference:
    """A value of a dimension with which the two regimes give another status or first reason."""

    dimension: str
    value: str
    up_to_2024: Outcome
    from_2025: Outcome

    @property
    def outcomes(self) -> tuple[Outcome, Outcome]:
        """Both, the earlier first."""
        return self.up_to_2024, self.from_2025


def outcomes(catalogue: Catalogue, space: Space, point: Point) -> tuple[Outcome, Outcome]:
    """The status and the first reason in a situation, up to 2024 and from 2025."""
    view, on = space.view(space.world(point), point), space.day(point)
    one, other = (catalogue.decide(space.check, view, on, year) for year in (UP_TO_2024, FROM_2025))
    return (one.status, one.reasons[0].code), (other.status, other.reasons[0].code)


def differences(catalogue: Catalogue, space: Space) -> Iterator[Difference]:
    """What differs when one thing is changed in the plainest situation that is a yes in both.

    In the order of the dimensions and their values. Raises ValueError where no situation is a yes in
    both.
    """
    plainest = _plainest(catalogue, space)
    for dimension, values in space.dimensions.items():
        for value in values:
            point = {**plainest, dimension: value}
            if space.possible(point):
                one, other = outcomes(catalogue, space, point)
                if one != other:
                    yield Difference(dimension, value, one, other)


def _plainest(catalogue: Catalogue, space: Space) -> Point:
    yes = catalogue.checks[space.check].check.yes
    for point in space.points():
        if all(status in yes for status, _ in outcomes(catalogue, space, point)):
            return point
    raise ValueError(f"{space.check}: no situation is a yes in both regimes")
