"""A difference as a person can read it: the question, both answers and the records behind them."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from attrs import fields

from ect_rules.facts import ParticipantRole, Record
from ect_rules.world import World
from tests.oracles.asking import Answer, Question

if TYPE_CHECKING:
    from tests.oracles.comparing import Difference


def show(difference: "Difference", world: World) -> str:
    """Several lines, the last of them empty."""
    question = difference.question
    return "\n".join(
        [
            _question(question),
            f"  ours: {_answer(difference.ours)}",
            f"  {difference.engine}: {_answer(difference.theirs)}",
            *(f"    {_record(record)}" for record in touching(question.subject, world)),
            "",
        ]
    )


def _question(question: Question) -> str:
    words = f"{question.check} of {question.subject} on {question.on}"
    if question.urn:
        words += f" at {question.urn}"
    if question.asking_urn != "":
        words += f", {question.asking_urn or 'nobody'} asking"
    if question.contract_period:
        words += f", by the rules of {question.contract_period}"
    return words


def _answer(answer: Answer | None) -> str:
    return "no answer" if answer is None else f"{answer.status}: {', '.join(answer.reasons)}"


def _record(record: Record) -> str:
    told = ((f.name, getattr(record, f.name)) for f in fields(type(record)))
    words = ", ".join(f"{name} {_value(value)}" for name, value in told if value is not None)
    return f"{type(record).__name__}: {words}"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def touching(subject: str, world: World) -> list[Record]:
    """The records about a person or a school, and those that they name, each once."""
    found = [
        *_about(subject, world),
        *(world.schools[urn] for urn in (subject,) if urn in world.schools),
    ]
    return list({id(record): record for record in found}.values())


def _about(trn: str, world: World) -> Iterator[Record]:
    yield from _teacher(trn, world)
    yield from world.inductions_of(trn)
    for role in ParticipantRole:
        yield from world.ecf_of(trn, role)
    for ect in world.ect_registrations(trn):
        yield from _at_school(ect, world)
        for mentorship in world.mentorships_of_ect(ect.id):
            yield mentorship
            mentor = world.mentor_periods.get(mentorship.mentor_at_school_period_id)
            yield from [mentor] if mentor else []
    for mentor in world.mentor_periods_of(trn):
        yield from _at_school(mentor, world)
        for mentorship in world.mentorships_of_mentor(mentor.id):
            yield mentorship
            mentored = world.ect_periods.get(mentorship.ect_at_school_period_id)
            if mentored:
                yield from _teacher(mentored.trn, world)
                yield from _at_school(mentored, world)


def _teacher(trn: str, world: World) -> Iterator[Record]:
    if trn in world.teachers:
        yield world.teachers[trn]


def _at_school(period: Any, world: World) -> Iterator[Record]:
    yield period
    if period.urn in world.schools:
        yield world.schools[period.urn]
    training = world.training_of(period)
    yield from training
    yield from world.declarations_of(training)
    yield from (world.contract_periods[y] for y in _years(training) if y in world.contract_periods)


def _years(training: Any) -> list[int]:
    return [t.contract_period for t in training if t.contract_period]
