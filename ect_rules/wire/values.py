"""Days, instants and values of enumerations between messages and the core."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from google.protobuf.timestamp_pb2 import Timestamp
from google.type.date_pb2 import Date

from ect_rules.dated import FIRST_YEAR, LAST_YEAR
from ect_rules.errors import InvalidInputError, Problem
from ect_rules.facts import (
    ClawbackStatus,
    DeclarationType,
    EligibilityReason,
    EligibilityStatus,
    EvidenceType,
    GiasStatus,
    InductionOutcome,
    InductionStatus,
    MentorLostFundingReason,
    ParticipantRole,
    PaymentStatus,
    ProfileDuplicity,
    TrainingProgramme,
)
from ect_rules.v1 import facts_pb2 as pb


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
    return day(getattr(message, name), joined(path, name)) if message.HasField(name) else None


def joined(path: str, name: str) -> str:
    """The path of a field of the message at `path`."""
    return f"{path}.{name}" if path else name


def instant(message: Timestamp, path: str) -> datetime:
    """The instant of a timestamp. Raises InvalidInputError with `path` for one out of range."""
    try:
        found = message.ToDatetime(tzinfo=UTC)
    except (ValueError, OverflowError):
        found = None
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise InvalidInputError(
            Problem(
                path, f"must be an instant in {FIRST_YEAR} to {LAST_YEAR}", "INSTANT_OUT_OF_RANGE"
            )
        )
    return found


def optional_instant(message: Any, name: str, path: str) -> datetime | None:
    """The instant in the field `name`, None where it is not set. As `instant` otherwise."""
    return instant(getattr(message, name), joined(path, name)) if message.HasField(name) else None


E = TypeVar("E", bound=StrEnum)


class Names(Generic[E]):
    """The members of an enumeration of the core beside the values of one of the contract."""

    def __init__(self, enum: type[E], wrapper: Any, prefix: str) -> None:
        self.of_number: dict[int, E] = {wrapper.Value(f"{prefix}_{m.name}"): m for m in enum}
        self.of_member = {m: n for n, m in self.of_number.items()}


INDUCTION = Names(InductionStatus, pb.InductionStatus, "INDUCTION_STATUS")
LOST = Names(MentorLostFundingReason, pb.MentorLostFundingReason, "MENTOR_LOST_FUNDING_REASON")
GIAS = Names(GiasStatus, pb.GiasStatus, "GIAS_STATUS")
PROGRAMME = Names(TrainingProgramme, pb.TrainingProgramme, "TRAINING_PROGRAMME")
OUTCOME = Names(InductionOutcome, pb.InductionOutcome, "INDUCTION_OUTCOME")
DECLARED = Names(DeclarationType, pb.DeclarationType, "DECLARATION_TYPE")
PAYMENT = Names(PaymentStatus, pb.PaymentStatus, "PAYMENT_STATUS")
CLAWBACK = Names(ClawbackStatus, pb.ClawbackStatus, "CLAWBACK_STATUS")
EVIDENCE = Names(EvidenceType, pb.EvidenceType, "EVIDENCE_TYPE")
ROLE = Names(ParticipantRole, pb.ParticipantRole, "PARTICIPANT_ROLE")
DUPLICITY = Names(ProfileDuplicity, pb.ProfileDuplicity, "PROFILE_DUPLICITY")
ECF_STATUS = Names(EligibilityStatus, pb.EcfEligibilityStatus, "ECF_ELIGIBILITY_STATUS")
ECF_REASON = Names(EligibilityReason, pb.EcfEligibilityReason, "ECF_ELIGIBILITY_REASON")


def optional(message: Any, name: str) -> Any:
    """The value of a field that tracks presence; None where it is not set."""
    return getattr(message, name) if message.HasField(name) else None


def timestamp(found: datetime | None) -> Timestamp | None:
    """The timestamp message of an instant; None for none."""
    if found is None:
        return None
    message = Timestamp()
    message.FromDatetime(found.astimezone(UTC))
    return message


def number(names: Names[E], member: E | None) -> Any:
    """The number of a member; 0, which is unspecified, for None."""
    return 0 if member is None else names.of_member[member]
