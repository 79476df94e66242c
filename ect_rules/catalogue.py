"""The folder `rules/` read into a rule set: every check with its rules, and a fingerprint."""

from __future__ import annotations

import hashlib
import inspect
import pkgutil
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache, partial
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Any

from attrs import field, frozen

from ect_rules import dated, evaluate, facts, gias, rule, rules, training
from ect_rules.evaluate import LinkedCheck, link
from ect_rules.rule import Check, Decide, Decision, Role, Rule

CORE = (dated, evaluate, facts, gias, rule, training)
ANSWERS_KEPT = 65_536


@frozen
class Catalogue:
    """A rule set. `fingerprint`: 16 hexadecimal digits that change when any source of an answer does.

    `checks`: by name. `modules`: for each check, its rules' modules in the order of its rules.
    """

    fingerprint: str
    checks: Mapping[str, LinkedCheck]
    modules: Mapping[str, tuple[ModuleType, ...]] = field(repr=False)

    def decide(self, check: str, subject: Any, on: date) -> Decision:
        """The decision of the check of that name. KeyError if there is none."""
        return evaluate.evaluate(self.checks[check], subject, on)

    def rule_of(self, check: str, code: str) -> str:
        """The id of the rule that gives the reason `code` in that check; empty for none of its own."""
        for linked_rule in self.checks[check].rules:
            if any(reason.code == code for reason in linked_rule.reasons):
                return linked_rule.id
        for linked_rule in self.checks[check].rules:
            for asked in linked_rule.asks:
                if found := self.rule_of(asked, code):
                    return found
        return ""


@cache
def load() -> Catalogue:
    """Read the folders. Raises ValueError where a rule set does not hold together."""
    modules = {check.name: _rule_modules(package) for check, package in _checks()}
    linked: dict[str, LinkedCheck] = {}
    for check, _ in _checks():
        _link(check.name, {c.name: c for c, _ in _checks()}, modules, linked)
    catalogue = Catalogue(_fingerprint(modules), MappingProxyType(linked), MappingProxyType(modules))
    for linked_check in linked.values():
        _hold_together(linked_check, catalogue)
    return catalogue


def _checks() -> list[tuple[Check, ModuleType]]:
    packages = [import_module(f"{rules.__name__}.{m.name}") for m in _modules_in(rules)]
    return [(package.CHECK, package) for package in packages]


def _modules_in(package: ModuleType) -> list[pkgutil.ModuleInfo]:
    return sorted(pkgutil.iter_modules(package.__path__), key=lambda m: m.name)


def _rule_modules(package: ModuleType) -> tuple[ModuleType, ...]:
    found = [import_module(f"{package.__name__}.{m.name}") for m in _modules_in(package)]
    return tuple(sorted(found, key=lambda m: m.RULE.precedence))


def _link(
    name: str,
    checks: Mapping[str, Check],
    modules: Mapping[str, tuple[ModuleType, ...]],
    linked: dict[str, LinkedCheck],
) -> LinkedCheck:
    if name not in linked:
        pairs: list[tuple[Rule, Decide]] = []
        for module in modules[name]:
            answers = {
                asked: _answer(_link(asked, checks, modules, linked)) for asked in module.RULE.asks
            }
            decide: Decide = partial(module.decide, **answers) if answers else module.decide
            pairs.append((module.RULE, decide))
        linked[name] = link(checks[name], tuple(pairs))
    return linked[name]


def _answer(linked: LinkedCheck) -> Decide:
    # A school is asked about by every mentor at it, and an answer depends on nothing else.
    answer = partial(evaluate.evaluate, linked)
    if linked.check.subject == "school":
        return lru_cache(maxsize=ANSWERS_KEPT)(answer)
    return answer


def _fingerprint(modules: Mapping[str, tuple[ModuleType, ...]]) -> str:
    sources = [*CORE, *(module for name in sorted(modules) for module in modules[name])]
    digest = hashlib.sha256()
    for module in sources:
        digest.update(f"{module.__name__}\n{inspect.getsource(module)}\n".encode())
    return digest.hexdigest()[:16]


def _hold_together(linked: LinkedCheck, catalogue: Catalogue) -> None:
    check = linked.check
    precedences = [r.precedence for r in linked.rules]
    if len(set(precedences)) != len(precedences) or len({r.id for r in linked.rules}) != len(
        precedences
    ):
        raise ValueError(f"{check.name}: two rules have the same id or precedence")
    seen_bar = False
    for r in linked.rules:
        statuses = {reason.status for reason in r.reasons}
        if r.role is Role.WARNS and statuses != {None}:
            raise ValueError(f"{r.id}: a warning has no status")
        if r.role not in (Role.WARNS, Role.STATES) and not statuses <= set(check.statuses):
            raise ValueError(f"{r.id}: a reason leads to a status that {check.name} does not have")
        if r.role is Role.BARS:
            seen_bar = True
            if statuses & set(check.yes):
                raise ValueError(f"{r.id}: a bar leads to a yes")
        if r.role is Role.DECIDES and seen_bar and statuses & set(check.yes):
            raise ValueError(f"{r.id}: a yes would pass a bar that is in doubt")
        for asked in r.asks:
            if asked not in catalogue.checks:
                raise ValueError(f"{r.id} asks {asked}, which is no check")
