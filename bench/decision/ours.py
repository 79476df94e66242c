"""What is timed of ours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from attrs import evolve

from bench.decision.answer import CONTRACT_PERIOD
from bench.measure import Task
from ect_rules.catalogue import Catalogue
from ect_rules.dated import Period, boundaries
from ect_rules.evaluate import evaluate, link
from ect_rules.facts import EctFacts, MentorFacts
from ect_rules.rule import Decision
from ect_rules.timeline import outlook
from ect_rules.world import World

CHECK = "mentor_funding"


def full_decision(catalogue: Catalogue, mentors: Sequence[MentorFacts], on: date) -> Task:
    """A whole decision for every mentor: status, reasons, next actions and every finding."""
    return Task(
        "ect_rules", catalogue.decide, [(CHECK, facts, on, CONTRACT_PERIOD) for facts in mentors]
    )


def schools_asked_anew(catalogue: Catalogue, mentors: Sequence[MentorFacts], on: date) -> Task:
    """The same where no answer about a school is kept for the next mentor there."""
    linked = catalogue.checks[CHECK]
    answers = {asked: partial(evaluate, catalogue.checks[asked]) for asked in _asked(catalogue)}
    pairs = tuple(
        (m.RULE, partial(m.decide, **{a: answers[a] for a in m.RULE.asks}))
        if m.RULE.asks
        else (m.RULE, m.decide)
        for m in catalogue.modules[CHECK]
        if m.RULE.in_force_for(CONTRACT_PERIOD)
    )
    anew = link(linked.check, pairs)
    name = "ect_rules, no school's answer kept"
    return Task(name, evaluate, [(anew, facts, on) for facts in mentors])


def _asked(catalogue: Catalogue) -> set[str]:
    return {asked for rule in catalogue.checks[CHECK].rules for asked in rule.asks}


def each_check(
    catalogue: Catalogue, world: World, mentors: Sequence[MentorFacts], on: date
) -> list[tuple[str, Task, Task]]:
    """For each check: its name, the decision alone, and with how long the answer holds."""
    trns = sorted({link.ect.trn for facts in mentors for link in facts.mentorships if link.ect})
    ects = [world.ect(trn, on) for trn in trns[: len(mentors)]]
    at_schools = [at.school for facts in mentors for at in facts.at_schools]
    schools = [evolve(school, unfinished_training=True) for school in dict.fromkeys(at_schools)]
    return [
        _tasks(catalogue, "registration", ects, on),
        _tasks(catalogue, "mentor_funding", mentors, on),
        _tasks(catalogue, "mentor_training", mentors, on),
        _tasks(catalogue, "school_eligibility", schools, on),
    ]


def _tasks(
    catalogue: Catalogue, check: str, subjects: Sequence[Any], on: date
) -> tuple[str, Task, Task]:
    def with_outlook(facts: Any, days: list[date]) -> Any:
        now: Decision = catalogue.decide(check, facts, on)
        return outlook(catalogue, check, lambda _: facts, days, on, now)

    alone = Task(check, catalogue.decide, [(check, facts, on) for facts in subjects])
    held = Task(
        f"{check} with outlook", with_outlook, [(facts, _days(facts)) for facts in subjects]
    )
    return check, alone, held


def _days(facts: Any) -> list[date]:
    """The days that the facts name, in order."""
    periods: list[Period]
    match facts:
        case MentorFacts():
            periods = [*facts.at_schools, *facts.mentorships, *facts.training]
            periods += [training for link in facts.mentorships for training in link.ect_training]
        case EctFacts(period=period) if period is not None:
            periods = [period, *facts.mentorships, *facts.mentors_at_school]
        case _:
            periods = []
    return sorted(boundaries(periods))
