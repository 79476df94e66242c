"""Made-up people to ask about, and the questions."""

from collections.abc import Iterator
from datetime import date, datetime
from random import Random
from typing import Any

from attrs import evolve, fields, frozen

from ect_rules.generate import population
from ect_rules.world import World
from tests.oracles.asking import CHECKS, Question
from tests.oracles.ours import view
from tests.oracles.upsetting import DAY, TURNS, upset

NOBODY = "0000000"


@frozen
class People:
    """A world, and the questions about it."""

    world: World
    questions: list[Question]


def people(seed: int, teachers: int, share: float, checks: tuple[str, ...] = CHECKS) -> People:
    """A generated population of which about that share of the records, from 0 to 1, is upset."""
    random = Random(seed)  # noqa: S311  made-up people, no secrets
    records = list(population(teachers, seed))
    world = World(upset(random, records, share) if share else records)
    asked = (question for check in checks for question in _questions(random, world, check))
    return People(world, [evolve(question, n=n) for n, question in enumerate(asked)])


def _questions(random: Random, world: World, check: str) -> Iterator[Question]:
    """About everybody whom the check is about and a few others, on days when answers turn."""
    if check == "school_eligibility":
        subjects = [*world.schools, NOBODY[1:]]
    else:
        periods = (world.ect_periods if _of_ects(check) else world.mentor_periods).values()
        concerned = {period.trn for period in periods}
        others = [trn for trn in world.teachers if random.random() < 0.03]
        subjects = [*sorted(concerned), *(trn for trn in others if trn not in concerned), NOBODY]
    for subject in subjects:
        days = random.sample(TURNS, 6 if check == "school_eligibility" else 2)
        own = sorted(_days(view(world, Question(0, check, subject, days[0]))))
        days += (random.choice(own) + random.choice((-DAY, 0 * DAY, DAY)) for _ in own[:2])
        for on in dict.fromkeys(days):
            yield _question(random, world, check, subject, on)


def _of_ects(check: str) -> bool:
    return check in ("registration", "ect_funding")


def _question(random: Random, world: World, check: str, subject: str, on: date) -> Question:
    year = random.choice((2021, 2024, 2025)) if random.random() < 0.1 else None
    if not _of_ects(check) or random.random() < 0.7:
        return Question(0, check, subject, on, contract_period=year)
    urns = sorted({period.urn for period in world.ect_registrations(subject)})
    urn = random.choice((None, *urns))
    asking = random.choice(("", None, *urns)) if check == "registration" else ""
    return Question(0, check, subject, on, urn, asking, year)


def _days(seen: Any) -> set[date]:
    """Every day and instant's day anywhere in a view."""
    if isinstance(seen, datetime):
        return {seen.date()}
    if isinstance(seen, date):
        return {seen}
    if isinstance(seen, tuple):
        return {day for each in seen for day in _days(each)}
    if hasattr(seen, "__attrs_attrs__"):
        names = [field.name for field in fields(type(seen))]
        return {day for name in names for day in _days(getattr(seen, name))}
    return set()
