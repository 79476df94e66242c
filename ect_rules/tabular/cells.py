"""What may stand in a cell, and what it means. Every cell is read from its text."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum, StrEnum
from functools import lru_cache
from typing import Any

from attrs import frozen

from ect_rules.dated import FIRST_YEAR, LAST_YEAR
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

FIRST_CONTRACT_PERIOD, LAST_CONTRACT_PERIOD = 2020, 2100


class Type(Enum):
    """The type of a column: how its cells are written."""

    TEXT = "text"
    DAY = "day"
    INSTANT = "instant"
    BOOLEAN = "boolean"
    WHOLE_NUMBER = "whole number"


@frozen
class Cell:
    """What a column may hold.

    `allowed` completes the sentence "the cell must be". `parse` takes the text of a cell that is
    not empty and gives its value; it raises ValueError or KeyError where it is not allowed.
    `free`: whether it may hold any character but NUL.
    """

    type: Type
    allowed: str
    parse: Callable[[str], Any]
    free: bool = False


def _matching(pattern: str, allowed: str, *, free: bool = False) -> Cell:
    matches = re.compile(pattern).fullmatch

    def parse(text: str) -> str:
        if not matches(text):
            raise ValueError(allowed)
        return text

    return Cell(Type.TEXT, allowed, parse, free)


def _free_text(longest: int, allowed: str) -> Cell:
    return _matching(rf"[^\0]{{1,{longest}}}", allowed, free=True)


def _one_of(enum: type[StrEnum]) -> Cell:
    members = {member.value: member for member in enum}
    return Cell(Type.TEXT, f"one of {', '.join(members)}", members.__getitem__)


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}"
    r"(?:\.[0-9]{1,6})?(?:Z|\+00:00)"
).fullmatch


def _in_range(year: int, first: int = FIRST_YEAR, last: int = LAST_YEAR) -> None:
    if not first <= year <= last:
        raise ValueError("out of range")


@lru_cache(maxsize=8192)  # the same days come again and again
def _day(text: str) -> date:
    if not _DAY(text):
        raise ValueError("not a day")
    found = date.fromisoformat(text)
    _in_range(found.year)
    return found


def _instant(text: str) -> datetime:
    if not _INSTANT(text):
        raise ValueError("not an instant")
    found = datetime.fromisoformat(text)
    _in_range(found.year)
    return found


def _contract_period(text: str) -> int:
    if not re.fullmatch("[0-9]{4}", text):
        raise ValueError("not a year")
    _in_range(int(text), FIRST_CONTRACT_PERIOD, LAST_CONTRACT_PERIOD)
    return int(text)


TRN = _matching("[0-9]{7}", "seven digits, leading zeros kept, such as 0012345")
URN = _matching("[0-9]{6}", "six digits, such as 100001")
ID = _matching("[A-Za-z0-9:._-]{1,64}", "1 to 64 letters, digits or any of : . _ - without spaces")
DAY = Cell(
    Type.DAY,
    f"a day of the calendar in {FIRST_YEAR} to {LAST_YEAR}, written YYYY-MM-DD, such as 2025-09-01",
    _day,
)
INSTANT = Cell(
    Type.INSTANT,
    f"an instant in UTC in {FIRST_YEAR} to {LAST_YEAR}, such as 2025-12-05T10:00:00Z",
    _instant,
)
BOOLEAN = Cell(Type.BOOLEAN, "true or false", {"true": True, "false": False}.__getitem__)
YEAR = Cell(
    Type.WHOLE_NUMBER,
    f"the year in which it begins, {FIRST_CONTRACT_PERIOD} to {LAST_CONTRACT_PERIOD}",
    _contract_period,
)

CELLS = {
    "trn": TRN,
    "trs_induction_status": _one_of(InductionStatus),
    "prohibited_from_teaching": BOOLEAN,
    "mentor_became_ineligible_for_funding_on": DAY,
    "mentor_became_ineligible_for_funding_reason": _one_of(MentorLostFundingReason),
    "qts_held": BOOLEAN,
    "qts_awarded_on": DAY,
    "ect_first_became_eligible_for_training_at": INSTANT,
    "ect_became_ineligible_for_funding_on": DAY,
    "mentor_first_became_eligible_for_training_at": INSTANT,
    "urn": URN,
    "gias_status": _one_of(GiasStatus),
    # Whether it is a type of GIAS is a question about the record, wherever it comes from.
    "gias_type": _free_text(80, "the exact name of a GIAS type, such as Community school"),
    "section_41_approved": BOOLEAN,
    "marked_as_eligible": BOOLEAN,
    "administrative_district_code": _matching(
        "[A-Za-z0-9]{1,9}", "1 to 9 letters and digits, such as E09000001"
    ),
    "id": ID,
    "started_on": DAY,
    "finished_on": DAY,
    "reported_leaving_by_urn": URN,
    "ect_at_school_period_id": ID,
    "mentor_at_school_period_id": ID,
    "training_programme": _one_of(TrainingProgramme),
    "lead_provider": _free_text(200, "at most 200 characters"),
    "partnership_confirmed": BOOLEAN,
    "contract_period": YEAR,
    "withdrawn_at": INSTANT,
    "deferred_at": INSTANT,
    "outcome": _one_of(InductionOutcome),
    "training_period_id": ID,
    "declaration_type": _one_of(DeclarationType),
    "declaration_date": INSTANT,
    "payment_status": _one_of(PaymentStatus),
    "clawback_status": _one_of(ClawbackStatus),
    "evidence_type": _one_of(EvidenceType),
    "year": YEAR,
    "enabled": BOOLEAN,
    "payments_frozen_at": INSTANT,
    "role": _one_of(ParticipantRole),
    "status": _one_of(EligibilityStatus),
    "reason": _one_of(EligibilityReason),
    "manually_validated": BOOLEAN,
    "active_flags": BOOLEAN,
    "previous_participation": BOOLEAN,
    "previous_induction": BOOLEAN,
    "no_qts": BOOLEAN,
    "different_trn": BOOLEAN,
    "profile_duplicity": _one_of(ProfileDuplicity),
    "exempt_from_induction": BOOLEAN,
    "no_induction": BOOLEAN,
}
