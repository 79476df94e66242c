"""A thousand mentors such as there are, with every answer of mentor funding among them."""

from __future__ import annotations

from datetime import date

from bench.decision.answer import CONTRACT_PERIOD
from ect_rules.catalogue import Catalogue
from ect_rules.facts import MentorFacts
from ect_rules.generate import population
from ect_rules.rule import IN_DOUBT
from ect_rules.world import World

ON = date(2026, 9, 14)
OTHER_DAYS = (date(2024, 7, 30), date(2025, 3, 1), date(2027, 1, 4))
MENTORS = 1_000
OF_EACH_STRANGER = 5
TEACHERS = 30_000
SEED = 620


def world() -> World:
    """Schools, ECTs and mentors, of whom the thousand are some; the same on every run."""
    return World(population(TEACHERS, SEED, ON))


def mentors(world: World, catalogue: Catalogue) -> list[MentorFacts]:
    """The first mentors of `world`, school by school, and more for what does not occur among them.

    One of each combination of findings that is there, a few teachers who are no mentors, and a few
    TRNs under which nothing is recorded. Raises ValueError if some reason occurs for none of them.
    """
    trns = list(dict.fromkeys(period.trn for period in world.mentor_periods.values()))
    facts = {trn: world.mentor(trn) for trn in trns}
    first_of: dict[object, str] = {}
    for trn in trns:
        decision = catalogue.decide("mentor_funding", facts[trn], ON, CONTRACT_PERIOD)
        first_of.setdefault(tuple(finding.verdict for finding in decision.findings), trn)
    no_mentors = [trn for trn in world.teachers if trn not in facts][:OF_EACH_STRANGER]
    unknown = [f"{9_999_999 - n}" for n in range(OF_EACH_STRANGER)]
    strangers = [world.mentor(trn) for trn in (*no_mentors, *unknown)]
    rare = set(first_of.values())
    common = [trn for trn in trns if trn not in rare][: MENTORS - len(rare) - len(strangers)]
    taken = rare.union(common)
    chosen = [*strangers, *(facts[trn] for trn in trns if trn in taken)]
    _has_every_reason(chosen, catalogue)
    return chosen


def _has_every_reason(chosen: list[MentorFacts], catalogue: Catalogue) -> None:
    linked = catalogue.checks["mentor_funding"]
    rules = [rule for rule in linked.rules if rule.in_force_for(CONTRACT_PERIOD)]
    wanted = {reason.code for rule in rules for reason in rule.reasons if reason.status}
    given = {
        reason.code
        for facts in chosen
        for reason in catalogue.decide("mentor_funding", facts, ON, CONTRACT_PERIOD).reasons
    }
    if missing := {*wanted, IN_DOUBT.code} - given:
        raise ValueError(f"the population has nobody with {', '.join(sorted(missing))}")
