"""Our answers against those of the other engines, and what came about in them."""

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from ect_rules import catalogue
from ect_rules.rule import IN_DOUBT, Role
from tests.oracles import ours
from tests.oracles.asking import CHECKS, Answer, Question
from tests.oracles.duck import Duck
from tests.oracles.people import People, people
from tests.oracles.showing import show
from tests.oracles.zen_tables import Tables

SQL, ZEN = "SQL", "Zen"
UPSET = (0.0, 0.1, 0.4)


@frozen
class Difference:
    """Two answers to one question."""

    engine: str
    question: Question
    ours: Answer
    theirs: Answer | None


@frozen
class Tally:
    """What a comparison found. `seen`: what came about, and how often, as `_named` names it.

    `different`: how many answers of which engine about which check. `shown`: some of them, to read.
    """

    cases: int = 0
    seen: Counter[str] = field(factory=Counter)
    different: Counter[tuple[str, str]] = field(factory=Counter)
    shown: list[str] = field(factory=list)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.cases + other.cases,
            self.seen + other.seen,
            self.different + other.different,
            self.shown + other.shown,
        )


def batch(seed: int, teachers: int, most_shown: int) -> Tally:
    """Compare on the people of one seed, a third of which are as generated and the others upset."""
    asked_about = people(seed, teachers, UPSET[seed % len(UPSET)])
    mine = ours.answers(asked_about.world, asked_about.questions)
    found = [*in_sql(asked_about, mine), *in_zen(asked_about, mine)]
    tally = Tally(len(mine))
    for question in asked_about.questions:
        answer = mine[question.n]
        for what in (f"is {answer.status}", *answer.reasons):
            tally.seen[_named(question.check, answer.contract_period, what)] += 1
    for difference in found:
        tally.different[difference.engine, difference.question.check] += 1
    kinds = {(d.engine, d.ours, d.theirs): d for d in reversed(found)}
    tally.shown.extend(show(d, asked_about.world) for d in list(kinds.values())[:most_shown])
    return tally


def _named(check: str, contract_period: int | None, what: str) -> str:
    if contract_period is None:
        return f"{check}: {what}"
    return f"{check} {'from 2025' if contract_period >= 2025 else 'until 2024'}: {what}"


def in_sql(
    asked_about: People, mine: dict[int, Answer], altered: dict[str, str] | None = None
) -> list[Difference]:
    """Where SQL answers otherwise: status, and all reasons in order. `altered`: as Duck."""
    duck = Duck(asked_about.world.records.values(), altered)
    theirs = duck.answers(asked_about.questions)
    duck.close()
    return _differences(SQL, asked_about.questions, mine, theirs)


def in_zen(
    asked_about: People, mine: dict[int, Answer], altered: dict[str, str] | None = None
) -> list[Difference]:
    """Where the decision tables answer otherwise: status and first reason. `altered`: as Tables."""
    theirs = Tables(altered).answers(asked_about.world, asked_about.questions)
    first = {n: Answer(answer.status, answer.reasons[:1]) for n, answer in mine.items()}
    return _differences(ZEN, asked_about.questions, first, theirs)


def _differences(
    engine: str, questions: Iterable[Question], mine: dict[int, Answer], theirs: dict[int, Answer]
) -> list[Difference]:
    return [
        Difference(engine, question, mine[question.n], theirs.get(question.n))
        for question in questions
        if mine[question.n] != theirs.get(question.n)
    ]


def not_reached(tally: Tally) -> list[str]:
    """The statuses and reasons that each check can give under each rule set, and that no case had."""
    can_be = [what for check in CHECKS for year in _years(check) for what in _can_be(check, year)]
    return [what for what in dict.fromkeys(can_be) if what not in tally.seen]


def _years(check: str) -> tuple[int | None, ...]:
    """A contract period of each rule set."""
    return (None,) if catalogue.load().checks[check].contract_period is None else (2024, 2025)


def _can_be(check: str, year: int | None) -> Iterator[str]:
    linked = catalogue.load().checks[check]
    in_force = [rule for rule in linked.rules if year is None or rule.in_force_for(year)]
    for rule in in_force:
        for reason in rule.reasons:
            if reason.status is not None:
                yield _named(check, year, f"is {reason.status}")
                yield _named(check, year, reason.code)
        for asked in rule.asks if rule.role is Role.BARS and not rule.reasons else ():
            yield from (what.replace(asked, check, 1) for what in _can_be(asked, year))
    if any(rule.role is Role.BARS for rule in in_force):
        yield _named(check, year, IN_DOUBT.code)
