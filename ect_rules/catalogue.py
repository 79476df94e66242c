"""The folder `rules/` read into a rule set: every check with its rules, and a fingerprint."""

from __future__ import annotations

import hashlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache, partial
from graphlib import TopologicalSorter
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Any

from attrs import field, frozen

from ect_rules import (
    academic,
    completion,
    dated,
    ecf,
    evaluate,
    facts,
    gias,
    grants,
    induction,
    kinds,
    made_once,
    registering,
    rule,
    rules,
    training,
)
from ect_rules.evaluate import LinkedCheck, Regime, evaluate_in
from ect_rules.evaluate import evaluate as evaluate_check
from ect_rules.rule import (
    Decide,
    Decision,
    Facts,
    NextAction,
    Role,
    Rule,
    Verdict,
)

CORE = (
    academic,
    completion,
    dated,
    ecf,
    evaluate,
    facts,
    gias,
    grants,
    induction,
    kinds,
    made_once,
    registering,
    rule,
    training,
)
ANSWERS_KEPT = 65_536


@frozen(eq=False)
class Catalogue:
    """A rule set. `fingerprint`: 16 hexadecimal digits that change when any source of an answer does.

    `checks`: by name. `modules`: for each check, its rules' modules in the order of its rules.
    """

    fingerprint: str
    checks: Mapping[str, LinkedCheck]
    modules: Mapping[str, tuple[ModuleType, ...]] = field(repr=False)

    def decide(
        self, check: str, subject: Any, on: date, contract_period: int | None = None
    ) -> Decision:
        """The decision of the check of that name. KeyError if there is none.

        `contract_period`: the one whose rules apply; None, the one that the facts say.
        """
        return evaluate_check(self.checks[check], subject, on, contract_period)

    def contract_period(self, check: str, subject: Any, on: date) -> int | None:
        """The contract period by whose rules that check judges these facts; None where it is all one."""
        judged_by = self.checks[check].contract_period
        return None if judged_by is None else judged_by(subject, on)

    def reads(self, decision: Decision, subject: Any, on: date) -> tuple[Facts, ...]:
        """The facts that each finding of the decision goes by; none for one that does not apply.

        `subject` and `on` must be what the decision was made of.
        """
        modules = self.modules[decision.check]
        return tuple(
            () if f.verdict is Verdict.NOT_APPLICABLE else module.reads(subject, on)
            for module, f in zip(modules, decision.findings, strict=True)
        )

    def earliest(self, check: str, action: NextAction, subject: Any, on: date) -> date:
        """The first day, from `on`, on which the answer could change if that action were taken."""
        for module in self.modules[check]:
            if action in module.RULE.actions:
                return module.earliest(subject, on) if hasattr(module, "earliest") else on
        for module in self.modules[check]:
            for asked in module.RULE.asks:
                if self.checks[asked].check.subject == self.checks[check].check.subject:
                    return self.earliest(asked, action, subject, on)
        return on

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
    packages = {package.CHECK.name: package for package in _modules_in(rules)}
    modules = {name: _rule_modules(package) for name, package in packages.items()}
    first_years = _first_years(modules)
    linked: dict[str, LinkedCheck] = {}
    for name in _asked_first(modules):
        linked[name] = _link(packages[name], modules[name], first_years, linked)
        _hold_together(linked[name])
    checks = MappingProxyType({name: linked[name] for name in modules})
    return Catalogue(_fingerprint(modules), checks, MappingProxyType(modules))


def _modules_in(package: ModuleType) -> list[ModuleType]:
    names = sorted(m.name for m in pkgutil.iter_modules(package.__path__))
    return [import_module(f"{package.__name__}.{name}") for name in names]


def _rule_modules(package: ModuleType) -> tuple[ModuleType, ...]:
    return tuple(sorted(_modules_in(package), key=lambda m: m.RULE.precedence))


def _asked_first(modules: Mapping[str, tuple[ModuleType, ...]]) -> list[str]:
    asks = {name: [a for m in modules[name] for a in m.RULE.asks] for name in modules}
    order = list(TopologicalSorter(asks).static_order())  # a circle is a ValueError
    for asked in order:
        if asked not in modules:
            raise ValueError(f"a rule asks {asked}, which is no check")
    return order


def _first_years(modules: Mapping[str, tuple[ModuleType, ...]]) -> tuple[int, ...]:
    spans = [m.RULE.contract_periods for name in modules for m in modules[name]]
    begin = {first for first, _ in spans if first is not None}
    return tuple(sorted(begin | {last + 1 for _, last in spans if last is not None}))


def _link(
    package: ModuleType,
    modules: tuple[ModuleType, ...],
    first_years: tuple[int, ...],
    linked: Mapping[str, LinkedCheck],
) -> LinkedCheck:
    # A year of each regime: all contract periods of one have the same rules.
    years = (first_years[0] - 1, *first_years) if first_years else (0,)
    regimes = tuple(_regime(modules, place, year, linked) for place, year in enumerate(years))
    contract_period = getattr(package, "contract_period", None)
    if contract_period is None and any(r.contract_periods != (None, None) for r in _rules(modules)):
        raise ValueError(f"{package.CHECK.name}: needs a function contract_period")
    return LinkedCheck(package.CHECK, _rules(modules), regimes, first_years, contract_period)


def _rules(modules: tuple[ModuleType, ...]) -> tuple[Rule, ...]:
    return tuple(module.RULE for module in modules)


def _regime(
    modules: tuple[ModuleType, ...], place: int, year: int, linked: Mapping[str, LinkedCheck]
) -> Regime:
    decides: list[Decide | None] = []
    in_force = [module for module in modules if module.RULE.in_force_for(year)]
    for module in modules:
        answers = {asked: _answer(linked[asked], place) for asked in module.RULE.asks}
        if module not in in_force:
            decides.append(None)
        else:
            decides.append(partial(module.decide, **answers) if answers else module.decide)
    details = tuple(module.details for module in in_force if hasattr(module, "details"))
    return Regime(tuple(decides), details)


def _answer(linked: LinkedCheck, regime: int) -> Callable[..., Decision]:
    # A school is asked about by every mentor at it, and an answer depends on nothing else.
    answer = partial(evaluate_in, linked, regime)
    if linked.check.subject == "school":
        return lru_cache(maxsize=ANSWERS_KEPT)(answer)
    return answer


def _fingerprint(modules: Mapping[str, tuple[ModuleType, ...]]) -> str:
    checks = [import_module(f"{rules.__name__}.{name}") for name in sorted(modules)]
    # Those above this module are named: they import it.
    above = [import_module(f"ect_rules.{name}") for name in ("timeline", "world")]
    sources = [*CORE, *above, *checks, *(module for name in modules for module in modules[name])]
    digest = hashlib.sha256()
    for module in sources:
        digest.update(f"{module.__name__}\n{inspect.getsource(module)}\n".encode())
    return digest.hexdigest()[:16]


def _hold_together(linked: LinkedCheck) -> None:
    check = linked.check
    precedences = [r.precedence for r in linked.rules]
    if len(set(precedences)) != len(precedences) or len({r.id for r in linked.rules}) != len(
        precedences
    ):
        raise ValueError(f"{check.name}: two rules have the same id or precedence")
    seen_bar = seen_otherwise = False
    for r in linked.rules:
        statuses = {reason.status for reason in r.reasons}
        if r.role is Role.WARNS and statuses != {None}:
            raise ValueError(f"{r.id}: a warning has no status")
        if r.role not in (Role.WARNS, Role.STATES) and not statuses <= set(check.statuses):
            raise ValueError(f"{r.id}: a reason leads to a status that {check.name} does not have")
        if r.role is Role.OTHERWISE:
            seen_otherwise = True
        elif seen_otherwise and r.role in (Role.DECIDES, Role.BARS):
            raise ValueError(f"{r.id}: comes after a rule that is asked only otherwise")
        if r.role is Role.BARS:
            seen_bar = True
            if statuses & set(check.yes):
                raise ValueError(f"{r.id}: a bar leads to a yes")
        if r.role is Role.DECIDES and seen_bar and statuses & set(check.yes):
            raise ValueError(f"{r.id}: a yes would pass a bar that is in doubt")
