"""What is proved of each check, over every situation that its rules tell apart.

Each function takes a rule set and the spaces of a check and yields what speaks against it, for a
person to read; nothing, where it is proved.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import evolve

from ect_rules.catalogue import Catalogue
from ect_rules.space.people import OTHERS
from ect_rules.space.regimes import outcomes
from ect_rules.space.space import Space, decided, untold
from tests.proofs.parts import EFFECT, apart


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
