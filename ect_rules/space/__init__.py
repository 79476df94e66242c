"""Every situation that the rules of a check tell apart, to prove things of and to make tables from.

A module here has `SPACES`, one for each check and, where the rules differ, for each regime.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from ect_rules.space.space import Space


@cache
def load() -> tuple[Space, ...]:
    """The spaces of every module of this package, in order of their checks and contract periods."""
    modules = [import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__)]
    found: list[Space] = [space for m in modules for space in getattr(m, "SPACES", ())]
    return tuple(sorted(found, key=lambda s: (s.check, s.contract_period or 0)))
