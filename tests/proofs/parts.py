"""The parts of a situation that the rules of a check look at one by one, and how they go together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product
from typing import Any

from attrs import evolve

from ect_rules import evaluate
from ect_rules.catalogue import Catalogue
from ect_rules.rule import Decision, Finding, Role, Rule, Verdict
from ect_rules.space.space import Point, Space, decided

# On which verdict a rule of that role adds to the decision.
EFFECT = {
    Role.DECIDES: Verdict.MET,
    Role.BARS: Verdict.NOT_MET,
    Role.OTHERWISE: Verdict.MET,
    Role.WARNS: Verdict.MET,
    Role.STATES: Verdict.MET,
}


def name(spaces: Sequence[Space]) -> str:
    """What spaces that stand together are of: the check, the contract period and the days."""
    first = spaces[0]
    return " ".join(filter(None, (first.check, str(first.contract_period or ""), first.asked)))


def parts_of(spaces: Iterable[Space]) -> list[Space]:
    """The spaces that tell all apart between them: the parts, or without parts the first."""
    found = list(spaces)
    return found if found[0].part else found[:1]


def apart(catalogue: Catalogue, spaces: Iterable[Space]) -> Iterator[str]:
    """Each rule with a say looks at one part, and two parts together answer as each by itself."""
    spaces = list(spaces)
    linked = catalogue.checks[spaces[0].check]
    for parts in _by_period(spaces):
        looked = _looked(catalogue, parts)
        for rule, places in zip(linked.rules, looked, strict=True):
            if len(places) > 1:
                yield f"{rule.id} looks at {' and '.join(space.part for space in places)}"
        if not any(len(places) > 1 for places in looked):
            yield from _joined(catalogue, parts)


def _by_period(spaces: Iterable[Space]) -> list[tuple[Space, ...]]:
    parts = [space for space in spaces if space.part]
    years = dict.fromkeys(space.contract_period for space in parts)
    return [tuple(s for s in parts if s.contract_period == year) for year in years]


def _joined(catalogue: Catalogue, parts: tuple[Space, ...]) -> Iterator[str]:
    plain = {space: space.nearest({}) for space in parts}
    whole = evolve(parts[0], dimensions=dict.fromkeys(joined(parts), ()))
    for one, other in combinations(parts, 2):
        for here, there in product(revealing(catalogue, one), revealing(catalogue, other)):
            both = joined(parts, here, there)
            if whole.possible(both):
                found = whole.decide(catalogue, both)
                if not _alike(found, of_parts(catalogue, {**plain, one: here, other: there})):
                    yield f"{one.part} and {other.part} are not apart\n{whole.told(both)}"


def joined(parts: Iterable[Space], *points: Point) -> Point:
    """The situation that has these parts, while all others are as their first values say."""
    plain = {name: value for space in parts for name, value in space.nearest({}).items()}
    changed = {pair for point in points for pair in point.items()} - plain.items()
    return {**plain, **dict(changed)}


def revealing(catalogue: Catalogue, space: Space) -> list[Point]:
    """For each rule and each thing it does in a part, the first situation in which it does."""
    rules = catalogue.checks[space.check].rules
    found: dict[Any, Point] = {}
    for point, decision in decided(catalogue, space):
        for rule, finding in zip(rules, decision.findings, strict=True):
            found.setdefault((rule.id, _does(rule, finding)), point)
    return list({tuple(point.values()): point for point in found.values()}.values())


def _alike(one: Decision, other: Decision) -> bool:
    return (one.status, one.reasons, set(one.warnings)) == (
        other.status,
        other.reasons,
        set(other.warnings),
    )


@cache
def _looked(catalogue: Catalogue, parts: tuple[Space, ...]) -> list[list[Space]]:
    """For each rule, the parts in which what it does is not always the same."""
    rules = catalogue.checks[parts[0].check].rules
    found: list[list[Space]] = [[] for _ in rules]
    for space in parts:
        findings = [d.findings for _, d in decided(catalogue, space) if not _stopped(rules, d)]
        for looked, rule, of_rule in zip(found, rules, zip(*findings, strict=True), strict=True):
            does = {_does(rule, finding) for finding in set(of_rule)}
            if rule.role not in (Role.OTHERWISE, Role.STATES) and len(does) > 1:
                looked.append(space)
    return found


def _does(rule: Rule, finding: Finding) -> tuple[Any, ...]:
    """What a finding does to the decision: whether its rule acts or is in doubt, and what it adds."""
    doubt = rule.role is Role.BARS and finding.verdict is Verdict.CANNOT_TELL
    acts = finding.verdict is EFFECT[rule.role]
    return acts, doubt, finding.reasons, finding.actions, finding.warnings, finding.details


def _stopped(rules: Iterable[Rule], decision: Decision) -> bool:
    found = zip(rules, decision.findings, strict=True)
    return any(rule.stops and finding.verdict is EFFECT[rule.role] for rule, finding in found)


def of_parts(catalogue: Catalogue, points: Mapping[Space, Point]) -> Decision:
    """The decision in the situation that has all these parts: each rule finds what its part says."""
    parts = tuple(points)
    decisions = {space: space.decide(catalogue, point) for space, point in points.items()}
    first = decisions[parts[0]]
    linked = catalogue.checks[first.check]
    for decision in decisions.values():
        if len(parts) == 1 or _stopped(linked.rules, decision):
            return decision
    of_rules = _looked(catalogue, parts)
    findings = [
        Finding(Verdict.MET, rule.reasons)
        if rule.role is Role.OTHERWISE
        else decisions[(*looked, parts[0])[0]].findings[place]
        for place, (rule, looked) in enumerate(zip(linked.rules, of_rules, strict=True))
    ]
    return evaluate._decision(linked, tuple(findings))
