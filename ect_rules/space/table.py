"""A decision table: which situations lead to which first reason, in few rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from attrs import frozen

from ect_rules.catalogue import Catalogue
from ect_rules.rule import IN_DOUBT, Role
from ect_rules.space.space import Point, Space, decided

Outcome = tuple[str, str]
Values = tuple[str, ...]


@frozen
class Row:
    """Where every condition holds and no row above does, the answer has this status and reason.

    `conditions`: a dimension, and those of its values that lead here. None at all: otherwise.
    """

    conditions: tuple[tuple[str, Values], ...]
    status: str
    reason: str

    def holds(self, point: Point) -> bool:
        """Whether every condition holds in that situation."""
        return all(point[name] in values for name, values in self.conditions)


def read(table: Iterable[Row], point: Point) -> Outcome:
    """The status and the first reason in that situation, by the first row that holds.

    Raises ValueError where none does.
    """
    for row in table:
        if row.holds(point):
            return row.status, row.reason
    raise ValueError("no row holds")


def rows(
    outcomes: Iterable[tuple[Point, Outcome]],
    order: Sequence[str],
    dimensions: Mapping[str, Values],
) -> list[Row]:
    """The table of every situation with its status and first reason.

    `order`: the reasons in order of precedence; a row comes before those of later reasons. Raises
    ValueError for a reason that is not in it.
    """
    left = list(outcomes)
    unknown = {reason for _, (_, reason) in left} - set(order)
    if unknown:
        raise ValueError(f"reasons without a place in the order: {sorted(unknown)}")
    found: list[Row] = []
    for reason in order:
        here = [(point, status) for point, (status, r) in left if r == reason]
        left = [(point, outcome) for point, outcome in left if outcome[1] != reason]
        if here:
            points, status = [point for point, _ in here], here[0][1]
            told = _conditions(points, [point for point, _ in left], dimensions)
            found.extend(Row(conditions, status, reason) for conditions in told)
    return found


def _conditions(
    here: Sequence[Point], rest: Sequence[Point], dimensions: Mapping[str, Values]
) -> Iterator[tuple[tuple[str, Values], ...]]:
    """Few conditions that hold in all situations `here`, one or another, and never in the rest."""
    names = _deciding(here, rest, tuple(dimensions)) if rest else ()
    told = [dimensions[name] for name in names]
    others = _cells(rest, names)
    left = _in_order(_cells(here, names), told)
    while left:
        row = _widened(left[0], told, others)
        inside = [cell for cell in left if _within(cell, row)]
        left = [cell for cell in left if cell not in inside]
        # What no situation that is left has was dealt with in a row above.
        yield tuple(
            (name, tuple(v for v in values if any(cell[place] == v for cell in inside)))
            for place, (name, values) in enumerate(zip(names, told, strict=True))
            if len(row[place]) < len(values)
        )


def _in_order(cells: Iterable[Values], told: Sequence[Values]) -> list[Values]:
    def places(cell: Values) -> list[int]:
        return [values.index(v) for values, v in zip(told, cell, strict=True)]

    return sorted(cells, key=places)


def _deciding(
    here: Sequence[Point], rest: Sequence[Point], names: tuple[str, ...]
) -> tuple[str, ...]:
    """Dimensions that tell the situations `here` from the rest: one or two, or none too many."""
    few = [pair for size in (1, 2) for pair in combinations(names, size)]
    for chosen in few:
        if _apart(here, rest, chosen):
            return chosen
    for name in reversed(names):
        fewer = tuple(n for n in names if n != name)
        if _apart(here, rest, fewer):
            names = fewer
    return names


def _apart(here: Iterable[Point], rest: Iterable[Point], names: tuple[str, ...]) -> bool:
    inside = _cells(here, names)
    return not any(tuple([point[name] for name in names]) in inside for point in rest)


def _cells(points: Iterable[Point], names: tuple[str, ...]) -> set[Values]:
    return {tuple([point[name] for name in names]) for point in points}


def _widened(cell: Values, told: Sequence[Values], others: set[Values]) -> list[set[str]]:
    """The row of a cell, with as much in it beside as can be without any of the others."""
    row = [{value} for value in cell]
    # Of each of the others, where it is outside the row: in one place at least.
    outside = [(other, {n for n, v in enumerate(other) if v != cell[n]}) for other in others]
    whole = [(place, set(values)) for place, values in enumerate(told)]
    single = [(place, {value}) for place, values in enumerate(told) for value in values]
    for place, more in (*whole, *single):
        if not any(other[place] in more and where == {place} for other, where in outside):
            row[place] |= more
            for other, where in outside:
                if other[place] in more:
                    where.discard(place)
    return row


def _within(cell: Values, row: Sequence[set[str]]) -> bool:
    return all(value in found for value, found in zip(cell, row, strict=True))


def table(catalogue: Catalogue, *spaces: Space) -> list[Row]:
    """The decision table of a check, for the contract periods and the days of its space.

    `spaces`: one, or all the parts of one situation. The reasons of the parts stand side by side; a
    yes needs the yes of every part.
    """
    check, year = spaces[0].check, spaces[0].contract_period
    places, yes = order(catalogue, check, year), _yes(catalogue, check)
    parts = [_of_part(catalogue, space, places) for space in spaces]
    if len(parts) == 1:
        return parts[0]
    every = [row for part in parts for row in part]
    barred = [code for code in places if code not in yes and code != IN_DOUBT.code]
    found = [row for code in barred for row in every if row.reason == code]
    for each in product(*([row for row in part if row.reason in yes] for part in parts)):
        conditions = tuple(condition for row in each for condition in row.conditions)
        found.append(Row(conditions, each[0].status, each[0].reason))
    in_doubt = [row for row in every if row.reason == IN_DOUBT.code]
    return [*found, *in_doubt[:1]]


def _of_part(catalogue: Catalogue, space: Space, order: Sequence[str]) -> list[Row]:
    found = decided(catalogue, space)
    outcomes = ((point, (d.status, d.reasons[0].code)) for point, d in found)
    return rows(outcomes, order, space.dimensions)


def order(catalogue: Catalogue, check: str, contract_period: int | None) -> tuple[str, ...]:
    """The reasons that can name the status of a check, in order of precedence; in doubt comes last.

    Those of rules that are in force for the contract period; None, of all. Where a rule gives in
    doubt as a reason of its own, it comes before what is asked only otherwise.
    """
    rules = catalogue.checks[check].rules
    found = list(dict.fromkeys(_reasons(catalogue, check, contract_period)))
    if IN_DOUBT.code not in found:
        return (*found, IN_DOUBT.code)
    last = [r.code for rule in rules if rule.role is Role.OTHERWISE for r in rule.reasons]
    first = [code for code in found if code not in (IN_DOUBT.code, *last)]
    return (*first, IN_DOUBT.code, *last)


def _reasons(catalogue: Catalogue, check: str, contract_period: int | None) -> Iterator[str]:
    for rule in catalogue.checks[check].rules:
        in_force = contract_period is None or rule.in_force_for(contract_period)
        if rule.role in (Role.WARNS, Role.STATES) or not in_force:
            continue
        yield from (reason.code for reason in rule.reasons)
        if not rule.reasons:  # it hands on the reasons of the check that it asks
            for asked in rule.asks:
                yes = _yes(catalogue, asked)
                handed = _reasons(catalogue, asked, contract_period)
                yield from (code for code in handed if code not in yes)


def _yes(catalogue: Catalogue, check: str) -> set[str]:
    linked = catalogue.checks[check]
    return {r.code for rule in linked.rules for r in rule.reasons if r.status in linked.check.yes}
