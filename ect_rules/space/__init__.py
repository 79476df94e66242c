"""Every situation that the rules of a check tell apart, to prove things of and to make tables from.

A module here has `SPACES`: for each check one, or one for each regime, for each part of a situation
that its rules look at one by one, or for days whose rules differ. Where a check has two regimes,
`COMPARED` has a space with what either tells apart.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from itertools import groupby

from ect_rules.space.space import Space

Together = tuple[Space, ...]


@cache
def load() -> tuple[Space, ...]:
    """The spaces of every module of this package, in order of their checks and contract periods."""
    return _named("SPACES")


@cache
def compared() -> tuple[Space, ...]:
    """One space for each check that has two regimes, with what either of them tells apart."""
    return _named("COMPARED")


@cache
def together() -> tuple[Together, ...]:
    """The spaces, with the parts of one situation side by side: each makes one table."""
    kinds = groupby(load(), key=lambda s: (s.check, s.contract_period, s.asked))
    return tuple(tuple(found) for _, found in kinds)


def _named(name: str) -> tuple[Space, ...]:
    modules = [import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__)]
    found: list[Space] = [space for m in modules for space in getattr(m, name, ())]
    return tuple(sorted(found, key=lambda s: (s.check, s.contract_period or 0)))
