"""What is proved of each check, over every situation that its rules tell apart.

Each function takes a rule set and the spaces of a check and yields what speaks against it, for a
person to read; nothing, where it is proved.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product
from typing import Any

from attrs import evolve

from ect_rules import evaluate
from ect_rules.catalogue import Catalogue
from ect_rules.rule import Decision, Finding, Role, Rule, Verdict
from ect_rules.space.people import OTHERS
from ect_rules.space.regimes import outcomes
from ect_rules.space.space import Point, Space, decided, untold

EFFECT = {
    Role.DECIDES: Verdict.MET,
    Role.BARS: Verdict.NOT_MET,
    Role.OTHERWISE: Verdict.MET,
    Role.WARNS: Verdict.MET,
    Role.STATES: Verdict.MET,
}
Outcome = tuple[str, str]


def not_total(catalogue: Catalogue, spaces: Iterable[Space]) -> Iterator[str]:
    """Each situation has one status, which is the check's, and reasons that lead to it."""
    for space in spaces:
        check = catalogue.checks[space.check].check
        for point, decision in decided(catalogue, space):
            named = decision.reasons[0].status if decision.reasons else None
            if decision.status not in check.statuses or named != decision.status:
                yield space.told(point)


def dead(catalogue: Catalogue, spaces: Iterable[Space]) -> Iterator[str]:
    """Each status, reason, warning and action is given in some situation, and each rule acts."""
    spaces = list(spaces)
    linked = catalogue.checks[spaces[0].check]
    decisions = [decision for space in spaces for _, decision in decided(catalogue, space)]
    statuses = {decision.status for decision in decisions}
    reasons = {r for d in decisions for r in (*d.reasons, *d.warnings)}
    actions = {action for d in decisions for action in d.next_actions}
    acted = {
        rule.id
        for d in decisions
        for rule, finding in zip(linked.rules, d.findings, strict=True)
        if finding.verdict is EFFECT[rule.role]
    }
    yield from (
        f"no situation has the status {s}" for s in linked.check.statuses if s not in statuses
    )
    for rule in linked.rules:
        if rule.id not in acted:
            yield f"{rule.id} never acts"
        yield from (f"{rule.id} never gives {r.code}" for r in rule.reasons if r not in reasons)
        yield from (f"{rule.id} never asks for {a.code}" for a in rule.actions if a not in actions)


def unearned(catalogue: Catalogue, spaces: Iterable[Space]) -> Iterator[str]:
    """A yes is given where every condition that it needs holds, and nowhere else."""
    for space in spaces:
        yes = catalogue.checks[space.check].check.yes
        for point, decision in decided(catalogue, space):
            failing = [words for words, holds in space.needed.items() if not holds(point)]
            if (decision.status in yes) != (not failing):
                yield f"{decision.status} though {failing or 'all holds'}\n{space.told(point)}"


def doubtful(catalogue: Catalogue, spaces: Iterable[Space]) -> Iterator[str]:
    """A yes that is given while a fact is missing stays a yes, whatever that fact turns out to be.

    Seen from the other end: where the answer is no yes, it was none without any one of the facts.
    """
    for space in spaces:
        yes = catalogue.checks[space.check].check.yes
        known = {tuple(p.values()): d.status for p, d in decided(catalogue, space)}
        for point, decision in decided(catalogue, space):
            for before in () if decision.status in yes else untold(space, point):
                key = tuple(before.values())
                if key not in known:
                    known[key] = space.decide(catalogue, before).status
                if known[key] in yes:
                    yield f"a yes, and then not\n{space.told(before)}\n{space.told(point)}"


def swayed(catalogue: Catalogue, spaces: Iterable[Space]) -> Iterator[str]:
    """Records about others change nothing."""
    for space in spaces:
        for point, decision in decided(catalogue, space):
            if not space.decide(catalogue, point, OTHERS).answers_as(decision):
                yield space.told(point)


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
    linked = catalogue.checks[next(iter(spaces)).check]
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
        for here, there in product(telling(catalogue, one), telling(catalogue, other)):
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


def telling(catalogue: Catalogue, space: Space) -> list[Point]:
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


def differing(
    catalogue: Catalogue, space: Space, listed: Mapping[str, Iterable[str]]
) -> Iterator[str]:
    """Both regimes answer alike wherever none of the listed values of a dimension is found."""
    others = {
        name: tuple(value for value in values if value not in listed.get(name, ()))
        for name, values in space.dimensions.items()
    }
    alike = evolve(space, dimensions=others)
    for point in alike.points():
        one, other = outcomes(catalogue, alike, point)
        if one != other:
            yield f"{one} up to 2024, {other} from 2025\n{alike.told(point)}"


PROOFS: dict[str, Callable[[Catalogue, Iterable[Space]], Iterator[str]]] = {
    "every situation has one status": not_total,
    "no status, reason, action or rule is dead": dead,
    "a yes is given where all that it needs holds and nowhere else": unearned,
    "a yes does not hang on a fact that is missing": doubtful,
    "records about others change nothing": swayed,
    "the parts of a situation can be looked at one by one": apart,
}
