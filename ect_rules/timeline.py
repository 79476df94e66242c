"""How long an answer holds: an answer is constant between the days that facts and rules name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from attrs import evolve, frozen

from ect_rules.catalogue import Catalogue
from ect_rules.dated import ONE_DAY, first_day_of
from ect_rules.rule import Decision

View = Callable[[date], Any]
DaysOf = Callable[[Any], Iterable[date]]


@frozen
class Outlook:
    """What becomes of an answer if nothing changes. All days are inclusive.

    `holds_from`, `holds_until`: the first and last day of the stretch around the day asked about on
    which the answer is the same; None, no limit. `yes_from`: the first later day on which the answer
    is a yes, for an answer that is not; None, no such day.
    """

    holds_from: date | None
    holds_until: date | None
    yes_from: date | None


def change_days(
    catalogue: Catalogue, check: str, view: View, days: Sequence[date], on: date
) -> list[date]:
    """The days, in order, on which the answer may change: `days` and those that the rules name."""
    always, of_facts = _named(catalogue, check, catalogue.checks[check].check.subject)
    if not of_facts:
        return sorted({*days, *always})
    facts = view(on)
    return sorted({*days, *always, *(day for each in of_facts for day in each(facts))})


@cache
def _named(
    catalogue: Catalogue, check: str, subject: str
) -> tuple[frozenset[date], tuple[DaysOf, ...]]:
    """The days that the rules of a check name whatever the facts, and the functions that name more.

    A check that is asked about another subject reads other facts than these.
    """
    linked = catalogue.checks[check]
    always = set() if linked.contract_period is None else {*map(first_day_of, linked.first_years)}
    of_facts = []
    for module in catalogue.modules[check]:
        if module.RULE.in_force_from is not None:
            always.add(module.RULE.in_force_from)
        if linked.check.subject == subject and hasattr(module, "days"):
            of_facts.append(module.days)
        for asked in module.RULE.asks:
            of_asked = _named(catalogue, asked, subject)
            always |= of_asked[0]
            of_facts.extend(of_asked[1])
    return frozenset(always), tuple(of_facts)


def outlook(
    catalogue: Catalogue,
    check: str,
    view: View,
    days: Sequence[date],
    on: date,
    now: Decision,
    contract_period: int | None = None,
) -> Outlook:
    """How long `now`, the decision on the day `on`, holds.

    `view`: the check's view of the facts on a day. `days`: the days that the facts name, in order.
    `contract_period`: the one whose rules apply on every day; None, on each the one that the facts
    say.
    """
    changes = change_days(catalogue, check, view, days, on)
    here = bisect_right(changes, on)
    yes = catalogue.checks[check].check.yes
    holds_from: date | None = None
    for change in reversed(changes[:here]):
        if change == date.min:
            break
        day = change - ONE_DAY
        if not catalogue.decide(check, view(day), day, contract_period).answers_as(now):
            holds_from = change
            break
    holds_until: date | None = None
    yes_from: date | None = None
    for day in changes[here:]:
        later = catalogue.decide(check, view(day), day, contract_period)
        if holds_until is None and not later.answers_as(now):
            holds_until = day - ONE_DAY
        if now.status not in yes and later.status in yes:
            yes_from = day
        if holds_until is not None and (yes_from is not None or now.status in yes):
            break
    return Outlook(holds_from, holds_until, yes_from)


@frozen
class Stretch:
    """Days on end on which an answer is the same. `last` None: from `first` on, without limit."""

    first: date
    last: date | None
    decision: Decision


def stretches(
    catalogue: Catalogue,
    check: str,
    view: View,
    days: Sequence[date],
    first: date,
    last: date | None = None,
    contract_period: int | None = None,
) -> list[Stretch]:
    """The answers from the day `first` to the day `last`, both included, in order and without gaps.

    Each decision is that of the first day of its stretch; two stretches side by side differ in what
    a caller acts on. The first starts on `first`, though its answer may have held before. `last`
    None: for good. `contract_period`: as in `outlook`.
    """
    changes = change_days(catalogue, check, view, days, first)
    starts = [first, *(d for d in changes if first < d and (last is None or d <= last))]
    found: list[Stretch] = []
    for start in starts:
        decision = catalogue.decide(check, view(start), start, contract_period)
        if found and decision.answers_as(found[-1].decision):
            continue
        if found:
            found[-1] = evolve(found[-1], last=start - ONE_DAY)
        found.append(Stretch(start, last, decision))
    return found
