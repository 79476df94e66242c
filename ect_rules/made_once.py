"""What is made of an object when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

M = TypeVar("M")


class made_once(Generic[M]):  # noqa: N801 - it is written as a decorator
    """An attribute that a method makes when it is first read, of an object that never changes.

    As functools.cached_property, whose lock, in Python 3.11, costs more than most of what is made with
    it here. Two threads may both make it, and either of the two is kept, which are equal.
    """

    def __init__(self, make: Callable[[Any], M]) -> None:
        self.make, self.name, self.__doc__ = make, make.__name__, make.__doc__

    @overload
    def __get__(self, of: None, owner: type) -> made_once[M]: ...

    @overload
    def __get__(self, of: object, owner: type) -> M: ...

    def __get__(self, of: object | None, owner: type) -> made_once[M] | M:
        """What the method makes; of the class, itself."""
        if of is None:
            return self
        made = of.__dict__[self.name] = self.make(of)
        return made
