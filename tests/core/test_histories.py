"""Timelines of whole histories, against the answer of every single day.

HISTORIES=100 looks at as many: each is a small population as it might be, with days moved at random,
and one question about one person in it.
"""

import random
from datetime import date, timedelta

import pytest
from attrs import evolve

from ect_rules import catalogue
from ect_rules.dated import ONE_DAY
from ect_rules.facts import ContractPeriod, School, Teacher
from ect_rules.generate import population
from ect_rules.servicers.questions import Question
from ect_rules.timeline import Outlook, change_days, outlook, stretches
from ect_rules.world import World
from tests.sizes import size

HISTORIES = size("HISTORIES", 40, 80, 10_000)
BATCHES = 20
RULE_SET = catalogue.load()
CHECKS = (
    "registration",
    "mentor_funding",
    "mentor_training",
    "ect_funding",
    "record_retention",
    "mentor_kind",
    "mentor_grant",
)


def moved(record, chance):
    """The record with one in three of its days moved, by up to a year, and half of those by days."""
    if isinstance(record, Teacher | School | ContractPeriod):
        return record
    changes = {}
    for name in ("started_on", "finished_on", "withdrawn_at", "deferred_at", "declaration_date"):
        value = getattr(record, name, None)
        if value is not None and chance.random() < 1 / 3:
            reach = chance.choice((2, 365))
            changes[name] = value + timedelta(chance.randint(-reach, reach))
    return evolve(record, **changes)


def history(number):
    chance = random.Random(number)  # noqa: S311  no secret is made of it
    today = date(2022, 1, 1) + timedelta(chance.randrange(2000))
    records = [moved(r, chance) for r in population(chance.randint(3, 9), number, today)]
    world = World(records)
    trn = chance.choice(sorted(world.teachers))
    question = Question(chance.choice(CHECKS), (trn,))
    year = chance.choice((None, None, None, 2024, 2025))
    return world, question, year, chance


@pytest.mark.parametrize("batch", range(BATCHES))
@pytest.mark.timeout(0)
def test_a_timeline_is_the_answers_of_every_day(batch):
    for number in range(batch, HISTORIES, BATCHES):
        world, question, year, chance = history(number)
        check, view, days = question.check, question.view(world), question.days(world)
        named = change_days(RULE_SET, check, view, days, date(2024, 1, 1))
        first, last = min(named) - 3 * ONE_DAY, max(named) + 400 * ONE_DAY
        every = [first + timedelta(n) for n in range((last - first).days + 1)]
        daily = [RULE_SET.decide(check, view(on), on, year) for on in every]

        turns = [n for n in range(1, len(every)) if not daily[n].answers_as(daily[n - 1])]
        starts, ends = [0, *turns], [*(n - 1 for n in turns), len(every) - 1]
        found = stretches(RULE_SET, check, view, days, first, last, year)
        assert [(s.first, s.last) for s in found] == [
            (every[a], every[b]) for a, b in zip(starts, ends, strict=True)
        ], (number, question)
        assert all(s.decision.answers_as(daily[n]) for s, n in zip(found, starts, strict=True)), (
            number,
            question,
        )

        here = chance.randrange(len(every))
        yes = RULE_SET.checks[check].check.yes
        later = [n for n in range(here + 1, len(every)) if daily[n].status in yes]
        before, after = max(a for a in starts if a <= here), min(b for b in ends if b >= here)
        assert outlook(RULE_SET, check, view, days, every[here], daily[here], year) == Outlook(
            every[before] if before else None,
            every[after] if after < len(every) - 1 else None,
            every[later[0]] if later and daily[here].status not in yes else None,
        ), (number, question)
