"""One decision in process against Cedar, Rego and Zen on the same facts and the same answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bench.decision import ours
from bench.decision.answer import CONTRACT_PERIOD, answer_of
from bench.decision.peer import Peer, installed
from bench.decision.population import ON, OTHER_DAYS, mentors, world
from bench.measure import DifferentAnswersError, Task, Timing, pin, seconds_a_call, side_by_side
from bench.report import Report, Table, Target
from ect_rules import catalogue
from ect_rules.facts import MentorFacts

WANTED = 10.0


def run(rounds: int) -> Report:
    """Check that all answer alike, then time them in turn. DifferentAnswersError if they do not."""
    core = pin()
    rules = catalogue.load()
    everybody = world()
    subjects = mentors(everybody, rules)
    peers, absent = installed()
    for peer in peers:
        _answers_alike(peer, subjects, (ON, *OTHER_DAYS), rules)

    decision = ours.full_decision(rules, subjects, ON)
    anew = ours.schools_asked_anew(rules, subjects, ON)
    tasks = [task for peer in peers for task in _tasks(peer, subjects)]
    timings = side_by_side(decision, [anew, *tasks], rounds)
    checks = [
        (name, len(alone.calls), _median(alone, rounds), _median(held, rounds))
        for name, alone, held in ours.each_check(rules, everybody, subjects, ON)
    ]
    own = (decision.name, anew.name)
    return Report(
        "One decision in process",
        [_compared(own, peers, timings), _bare(checks)],
        [
            Target(f"{peer.name}, given its input", timings[peer.name].ratio, WANTED)
            for peer in peers
        ],
        [*_notes(len(subjects), core, rounds), *(f"{p.name}: {p.how}." for p in peers)]
        + [f"Not measured, for the package is not installed: {module}." for module in absent],
        {
            "compared": {
                name: {"microseconds": t.seconds * 1e6, "ratio": t.ratio}
                for name, t in timings.items()
            },
            "checks": {
                name: {"subjects": n, "microseconds": alone * 1e6, "with_outlook": held * 1e6}
                for name, n, alone, held in checks
            },
        },
    )


def _answers_alike(
    peer: Peer, subjects: Sequence[MentorFacts], days: Sequence[date], rules: catalogue.Catalogue
) -> None:
    engine = peer.engine
    for on in days:
        for facts in subjects:
            wanted = answer_of(rules.decide(ours.CHECK, facts, on, CONTRACT_PERIOD), rules)
            given = engine.answer(engine.decide(engine.prepare(facts, on)))
            if given != wanted:
                raise DifferentAnswersError(
                    f"{peer.name} answers {given} about TRN {facts.trn} on {on}, "
                    f"and ect_rules answers {wanted}"
                )


def _tasks(peer: Peer, subjects: Sequence[MentorFacts]) -> list[Task]:
    engine = peer.engine

    def from_facts(facts: MentorFacts) -> None:
        engine.decide(engine.prepare(facts, ON))

    prepared = [(engine.prepare(facts, ON),) for facts in subjects]
    return [
        Task(peer.name, engine.decide, prepared),
        Task(_with_conversion(peer), from_facts, [(facts,) for facts in subjects]),
    ]


def _with_conversion(peer: Peer) -> str:
    return f"{peer.name} with conversion"


def _median(task: Task, rounds: int) -> float:
    return sorted(seconds_a_call(task) for _ in range(rounds))[rounds // 2]


def _compared(own: Sequence[str], peers: Sequence[Peer], timings: dict[str, Timing]) -> Table:
    rows = [
        (name, _us(timings[name].seconds), f"{timings[name].ratio:.1f}x", "", "") for name in own
    ]
    for peer in peers:
        given, converted = timings[peer.name], timings[_with_conversion(peer)]
        rows.append(
            (
                peer.name,
                _us(given.seconds),
                f"{given.ratio:.1f}x",
                _us(converted.seconds),
                f"{converted.ratio:.1f}x",
            )
        )
    columns = ("engine", "us a decision", "ratio", "us from attrs facts", "ratio")
    return Table("Mentor funding: status, all reasons, every finding", columns, rows)


def _bare(checks: Sequence[tuple[str, int, float, float]]) -> Table:
    rows = [(name, f"{n:,}", _us(alone), _us(held)) for name, n, alone, held in checks]
    columns = ("check", "subjects", "us a decision", "us with how long it holds")
    return Table("Each check of ect_rules", columns, rows)


def _us(seconds: float) -> str:
    return f"{seconds * 1e6:,.1f}"


def _notes(subjects: int, core: int | None, rounds: int) -> list[str]:
    days = ", ".join(day.isoformat() for day in OTHER_DAYS)
    where = "pinned to one core" if core is not None else "not pinned to a core"
    return [
        (
            f"{subjects:,} mentors, with every reason of mentor funding and CANNOT_TELL among them. "
            f"Before anything is timed every engine answers for all of them on {ON} and on {days}: "
            "status, all reasons in order and the finding of each rule must be equal."
        ),
        (
            f"Asked about {ON}, {where}, {rounds} rounds with ours and each other in turn; medians "
            "of processor time. A ratio is the other's time by ours beside it, the median of the "
            "rounds."
        ),
        (
            "Ours is given attrs facts, and gives more than is compared: the facts behind each "
            "finding, next actions and warnings. A peer's `us a decision` is with its input made "
            "beforehand, and the target is held to that; `us from attrs facts` includes making it."
        ),
        (
            "Ours knows a decision again that it has made of the same findings, and keeps the answer "
            "about a school for the next mentor there, as in service; its second row does not keep "
            "the latter."
        ),
    ]
