"""From messages to records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from ect_rules.errors import InvalidInputError, Problem
from ect_rules.facts import (
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
    TrainingPeriod,
)
from ect_rules.integrity import alone
from ect_rules.v1 import facts_pb2 as pb
from ect_rules.wire.values import (
    GIAS,
    INDUCTION,
    LOST,
    PROGRAMME,
    day,
    joined,
    optional,
    optional_day,
    optional_instant,
)


def _teacher(m: pb.Teacher, path: str) -> Teacher:
    return Teacher(
        m.trn,
        INDUCTION.of_number.get(m.trs_induction_status),  # type: ignore[arg-type]
        optional(m, "prohibited_from_teaching"),
        optional_day(m, "mentor_became_ineligible_for_funding_on", path),
        LOST.of_number.get(m.mentor_became_ineligible_for_funding_reason),  # type: ignore[arg-type]
    )


def _school(m: pb.School, _: str) -> School:
    return School(
        m.urn,
        GIAS.of_number.get(m.gias_status),  # type: ignore[arg-type]
        m.gias_type or None,
        optional(m, "section_41_approved"),
        m.marked_as_eligible,
    )


P = TypeVar("P", EctAtSchoolPeriod, MentorAtSchoolPeriod)


def _at_school(kind: type[P]) -> Callable[[Any, str], P]:
    def read(m: Any, path: str) -> P:
        return kind(
            m.id,
            m.trn,
            m.urn,
            day(m.started_on, joined(path, "started_on")),
            optional_day(m, "finished_on", path),
            m.reported_leaving_by_urn or None,
        )

    return read


def _mentorship(m: pb.MentorshipPeriod, path: str) -> MentorshipPeriod:
    return MentorshipPeriod(
        m.id,
        m.ect_at_school_period_id,
        m.mentor_at_school_period_id,
        day(m.started_on, joined(path, "started_on")),
        optional_day(m, "finished_on", path),
    )


def _training(m: pb.TrainingPeriod, path: str) -> TrainingPeriod:
    return TrainingPeriod(
        id=m.id,
        training_programme=PROGRAMME.of_number[m.training_programme],  # type: ignore[arg-type]
        started_on=day(m.started_on, joined(path, "started_on")),
        ect_at_school_period_id=optional(m, "ect_at_school_period_id"),
        mentor_at_school_period_id=optional(m, "mentor_at_school_period_id"),
        finished_on=optional_day(m, "finished_on", path),
        lead_provider=m.lead_provider or None,
        partnership_confirmed=optional(m, "partnership_confirmed"),
        contract_period=optional(m, "contract_period"),
        withdrawn_at=optional_instant(m, "withdrawn_at", path),
        deferred_at=optional_instant(m, "deferred_at", path),
    )


_READERS: dict[str, Callable[[Any, str], Record]] = {
    "teacher": _teacher,
    "school": _school,
    "ect_at_school_period": _at_school(EctAtSchoolPeriod),
    "mentor_at_school_period": _at_school(MentorAtSchoolPeriod),
    "mentorship_period": _mentorship,
    "training_period": _training,
}


def of_kind(kind: str, message: Any, path: str) -> Record:
    """The record of a message of that kind, which must have passed the contract's annotations.

    Raises InvalidInputError with the paths of the fields that are wrong.
    """
    record = _READERS[kind](message, path)
    problems = [Problem(joined(path, p.field), p.description, p.reason) for p in alone(record)]
    if problems:
        raise InvalidInputError(*problems)
    return record


def record(message: pb.Record, path: str) -> Record:
    """The record in a Record message. As `of_kind`."""
    kind = message.WhichOneof("kind")
    assert kind is not None, "the contract requires a kind"
    return of_kind(kind, getattr(message, kind), joined(path, kind))


def records(messages: Iterable[pb.Record], path: str, first: int = 0) -> list[Record]:
    """The records of messages; the path of the first is `path[first]`. Raises with every problem."""
    found: list[Record] = []
    problems: list[Problem] = []
    for index, message in enumerate(messages, first):
        try:
            found.append(record(message, f"{path}[{index}]"))
        except InvalidInputError as error:
            problems.extend(error.problems)
    if problems:
        raise InvalidInputError(*problems)
    return found
