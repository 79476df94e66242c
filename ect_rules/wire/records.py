"""Records as messages, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from google.protobuf.timestamp_pb2 import Timestamp
from google.type.date_pb2 import Date

from ect_rules.dated import FIRST_YEAR, LAST_YEAR
from ect_rules.errors import InvalidInputError, Problem
from ect_rules.facts import (
    EctAtSchoolPeriod,
    GiasStatus,
    InductionStatus,
    MentorAtSchoolPeriod,
    MentorLostFundingReason,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.integrity import alone
from ect_rules.v1 import facts_pb2 as pb

E = TypeVar("E", bound=StrEnum)


def day(message: Date, path: str) -> date:
    """The day of a full date. Raises InvalidInputError with `path` for one that is no such day."""
    try:
        found = date(message.year, message.month, message.day)
    except (ValueError, OverflowError):
        raise InvalidInputError(
            Problem(path, "is not a day of the calendar; send year, month and day", "DATE_INVALID")
        ) from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise InvalidInputError(
            Problem(path, f"must be in {FIRST_YEAR} to {LAST_YEAR}", "DATE_OUT_OF_RANGE")
        )
    return found


def day_message(found: date | None) -> Date | None:
    """The date message of a day; None for none."""
    return None if found is None else Date(year=found.year, month=found.month, day=found.day)


def optional_day(message: Any, name: str, path: str) -> date | None:
    """The day in the field `name` of a message, None where it is not set. As `day` otherwise."""
    return day(getattr(message, name), _join(path, name)) if message.HasField(name) else None


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _instant(message: Any, name: str, path: str) -> datetime | None:
    if not message.HasField(name):
        return None
    try:
        found = getattr(message, name).ToDatetime(tzinfo=UTC)
    except (ValueError, OverflowError):
        found = None
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise InvalidInputError(
            Problem(
                _join(path, name),
                f"must be an instant in {FIRST_YEAR} to {LAST_YEAR}",
                "INSTANT_OUT_OF_RANGE",
            )
        )
    assert isinstance(found, datetime)
    return found


class _Names:
    """The members of an enumeration of the core beside the values of one of the contract."""

    def __init__(self, enum: type[StrEnum], wrapper: Any, prefix: str) -> None:
        self.of_number = {wrapper.Value(f"{prefix}_{m.name}"): m for m in enum}
        self.of_member = {m: n for n, m in self.of_number.items()}


_INDUCTION = _Names(InductionStatus, pb.InductionStatus, "INDUCTION_STATUS")
_LOST = _Names(MentorLostFundingReason, pb.MentorLostFundingReason, "MENTOR_LOST_FUNDING_REASON")
_GIAS = _Names(GiasStatus, pb.GiasStatus, "GIAS_STATUS")
_PROGRAMME = _Names(TrainingProgramme, pb.TrainingProgramme, "TRAINING_PROGRAMME")


def _optional(message: Any, name: str) -> Any:
    return getattr(message, name) if message.HasField(name) else None


def _teacher(m: pb.Teacher, path: str) -> Teacher:
    return Teacher(
        m.trn,
        _INDUCTION.of_number.get(m.trs_induction_status),  # type: ignore[arg-type]
        _optional(m, "prohibited_from_teaching"),
        optional_day(m, "mentor_became_ineligible_for_funding_on", path),
        _LOST.of_number.get(m.mentor_became_ineligible_for_funding_reason),  # type: ignore[arg-type]
    )


def _school(m: pb.School, _: str) -> School:
    return School(
        m.urn,
        _GIAS.of_number.get(m.gias_status),  # type: ignore[arg-type]
        m.gias_type or None,
        _optional(m, "section_41_approved"),
        m.marked_as_eligible,
    )


P = TypeVar("P", EctAtSchoolPeriod, MentorAtSchoolPeriod)


def _at_school(kind: type[P]) -> Callable[[Any, str], P]:
    def read(m: Any, path: str) -> P:
        return kind(
            m.id,
            m.trn,
            m.urn,
            day(m.started_on, _join(path, "started_on")),
            optional_day(m, "finished_on", path),
            m.reported_leaving_by_urn or None,
        )

    return read


def _mentorship(m: pb.MentorshipPeriod, path: str) -> MentorshipPeriod:
    return MentorshipPeriod(
        m.id,
        m.ect_at_school_period_id,
        m.mentor_at_school_period_id,
        day(m.started_on, _join(path, "started_on")),
        optional_day(m, "finished_on", path),
    )


def _training(m: pb.TrainingPeriod, path: str) -> TrainingPeriod:
    return TrainingPeriod(
        id=m.id,
        training_programme=_PROGRAMME.of_number[m.training_programme],  # type: ignore[arg-type]
        started_on=day(m.started_on, _join(path, "started_on")),
        ect_at_school_period_id=_optional(m, "ect_at_school_period_id"),
        mentor_at_school_period_id=_optional(m, "mentor_at_school_period_id"),
        finished_on=optional_day(m, "finished_on", path),
        lead_provider=m.lead_provider or None,
        partnership_confirmed=_optional(m, "partnership_confirmed"),
        contract_period=_optional(m, "contract_period"),
        withdrawn_at=_instant(m, "withdrawn_at", path),
        deferred_at=_instant(m, "deferred_at", path),
    )


_READERS: dict[str, Callable[[Any, str], Record]] = {
    "teacher": _teacher,
    "school": _school,
    "ect_at_school_period": _at_school(EctAtSchoolPeriod),
    "mentor_at_school_period": _at_school(MentorAtSchoolPeriod),
    "mentorship_period": _mentorship,
    "training_period": _training,
}

KIND_NAMES: dict[type, str] = {
    Teacher: "teacher",
    School: "school",
    EctAtSchoolPeriod: "ect_at_school_period",
    MentorAtSchoolPeriod: "mentor_at_school_period",
    MentorshipPeriod: "mentorship_period",
    TrainingPeriod: "training_period",
}


def of_kind(kind: str, message: Any, path: str) -> Record:
    """The record of a message of that kind, which must have passed the contract's annotations.

    Raises InvalidInputError with the paths of the fields that are wrong.
    """
    record = _READERS[kind](message, path)
    problems = [Problem(_join(path, p.field), p.description, p.reason) for p in alone(record)]
    if problems:
        raise InvalidInputError(*problems)
    return record


def record(message: pb.Record, path: str) -> Record:
    """The record in a Record message. As `of_kind`."""
    kind = message.WhichOneof("kind")
    assert kind is not None, "the contract requires a kind"
    return of_kind(kind, getattr(message, kind), _join(path, kind))


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


def _timestamp(found: datetime | None) -> Timestamp | None:
    if found is None:
        return None
    message = Timestamp()
    message.FromDatetime(found.astimezone(UTC))
    return message


def message(found: Record) -> pb.Record:
    """The Record message of a record."""
    match found:
        case Teacher():
            return pb.Record(
                teacher=pb.Teacher(
                    trn=found.trn,
                    trs_induction_status=_number(_INDUCTION, found.trs_induction_status),
                    prohibited_from_teaching=found.prohibited_from_teaching,
                    mentor_became_ineligible_for_funding_on=day_message(
                        found.mentor_became_ineligible_for_funding_on
                    ),
                    mentor_became_ineligible_for_funding_reason=_number(
                        _LOST, found.mentor_became_ineligible_for_funding_reason
                    ),
                )
            )
        case School():
            return pb.Record(
                school=pb.School(
                    urn=found.urn,
                    gias_status=_number(_GIAS, found.gias_status),
                    gias_type=found.gias_type or "",
                    section_41_approved=found.section_41_approved,
                    marked_as_eligible=found.marked_as_eligible,
                )
            )
        case EctAtSchoolPeriod():
            return pb.Record(ect_at_school_period=pb.EctAtSchoolPeriod(**_at_school_fields(found)))
        case MentorAtSchoolPeriod():
            return pb.Record(
                mentor_at_school_period=pb.MentorAtSchoolPeriod(**_at_school_fields(found))
            )
        case MentorshipPeriod():
            return pb.Record(
                mentorship_period=pb.MentorshipPeriod(
                    id=found.id,
                    ect_at_school_period_id=found.ect_at_school_period_id,
                    mentor_at_school_period_id=found.mentor_at_school_period_id,
                    started_on=day_message(found.started_on),
                    finished_on=day_message(found.finished_on),
                )
            )
        case TrainingPeriod():
            return pb.Record(
                training_period=pb.TrainingPeriod(
                    id=found.id,
                    **_trainee(found),
                    training_programme=_number(_PROGRAMME, found.training_programme),
                    started_on=day_message(found.started_on),
                    finished_on=day_message(found.finished_on),
                    lead_provider=found.lead_provider or "",
                    partnership_confirmed=found.partnership_confirmed,
                    contract_period=found.contract_period,
                    withdrawn_at=_timestamp(found.withdrawn_at),
                    deferred_at=_timestamp(found.deferred_at),
                )
            )


def _trainee(found: TrainingPeriod) -> Any:
    if found.ect_at_school_period_id is not None:
        return {"ect_at_school_period_id": found.ect_at_school_period_id}
    return {"mentor_at_school_period_id": found.mentor_at_school_period_id}


def _at_school_fields(found: EctAtSchoolPeriod | MentorAtSchoolPeriod) -> dict[str, Any]:
    return {
        "id": found.id,
        "trn": found.trn,
        "urn": found.urn,
        "started_on": day_message(found.started_on),
        "finished_on": day_message(found.finished_on),
        "reported_leaving_by_urn": found.reported_leaving_by_urn or "",
    }


def _number(names: _Names, member: StrEnum | None) -> Any:
    return 0 if member is None else names.of_member[member]
