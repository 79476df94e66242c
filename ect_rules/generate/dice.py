"""Chance that gives the same for the same seed, on every version of Python and every machine.

Of the standard library's generator only `random()` is promised to stay as it is, so everything is
drawn with that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Weights(Generic[T]):
    """Things to choose from, each with a whole number that says how often it comes."""

    def __init__(self, *pairs: tuple[T, int]) -> None:
        self.things = [thing for thing, _ in pairs]
        self.bounds = [*accumulate(weight for _, weight in pairs)]


class Dice:
    """Draws from one sequence that the seed determines."""

    def __init__(self, seed: int) -> None:
        self._next = Random(seed).random  # noqa: S311 - made-up people, no secrets

    def chance(self, probability: float) -> bool:
        """True as often as `probability`, which is from 0 to 1."""
        return self._next() < probability

    def below(self, limit: int) -> int:
        """A whole number from 0 to `limit` - 1."""
        return int(self._next() * limit)

    def pick(self, weights: Weights[T]) -> T:
        """One of the things, by weight."""
        bounds = weights.bounds
        return weights.things[bisect_right(bounds, self.below(bounds[-1]))]

    def one_of(self, things: Sequence[T]) -> T:
        """One of the things, which must not be empty; all alike."""
        return things[self.below(len(things))]

    def day(self, first: date, last: date) -> date | None:
        """A day from `first` to `last`, both included; None where there is none."""
        days = (last - first).days
        return first + timedelta(self.below(days + 1)) if days >= 0 else None

    def instant(self, day: date) -> datetime:
        """An instant on that day in London; now and then one that is on the day before it in UTC."""
        if 4 <= day.month <= 9 and self.chance(0.1):
            return datetime.combine(day - timedelta(1), time(23, 15), UTC)
        return datetime.combine(day, time(8 + self.below(9), self.below(60)), UTC)
