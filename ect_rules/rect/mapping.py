"""What a row of RECT, with what was joined to it, says in our terms.

The tables are in docs/import-format.md, under "From RECT". Each function takes a row as the select
beside it in sources.py gives it, and raises CannotMapError where it makes no record.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from ect_rules.facts import (
    ClawbackStatus,
    ContractPeriod,
    Declaration,
    DeclarationType,
    EctAtSchoolPeriod,
    EvidenceType,
    GiasStatus,
    InductionOutcome,
    InductionPeriod,
    InductionStatus,
    MentorAtSchoolPeriod,
    MentorLostFundingReason,
    MentorshipPeriod,
    PaymentStatus,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.rect.cells import CannotMapError, Cells

ANONYMISED, OF_NO_TEACHER, OF_NO_TRAINING = "ANONYMISED", "OF_NO_TEACHER", "OF_NO_TRAINING"
# Rows that are about nobody, so that leaving them out takes nothing away from an answer.
OF_NOBODY = {ANONYMISED, OF_NO_TEACHER, OF_NO_TRAINING}


class TrsResponse(StrEnum):
    """What the Teaching Record System answered when it was last asked about a teacher."""

    OK = "ok"
    NOT_FOUND = "not_found"
    GONE = "gone"
    PERMANENT_REDIRECT = "permanent_redirect"


def teacher(cells: Cells) -> Teacher:
    """A row of teachers. What the Teaching Record System said is not told where it no longer vouches
    for the row; whoever has an ECT or mentor period was not prohibited when it was made.
    """
    if cells["anonymised_at"] is not None:
        raise CannotMapError("anonymised_at", "is set: it is about nobody now", ANONYMISED)
    vouched = cells.member(TrsResponse, "trs_response") in (None, TrsResponse.OK)
    status = cells.member(InductionStatus, "trs_induction_status")
    awarded_on = cells.day("trs_qts_awarded_on")
    read = status is not None or cells["trs_data_last_refreshed_at"] is not None
    held = awarded_on is not None if awarded_on or read else None
    return Teacher(
        trn=cells.trn(),
        trs_induction_status=status if vouched else None,
        prohibited_from_teaching=False if cells["registered"] else None,
        mentor_became_ineligible_for_funding_on=cells.day(
            "mentor_became_ineligible_for_funding_on"
        ),
        mentor_became_ineligible_for_funding_reason=cells.member(
            MentorLostFundingReason, "mentor_became_ineligible_for_funding_reason"
        ),
        qts_held=held if vouched else None,
        qts_awarded_on=awarded_on if vouched else None,
        ect_first_became_eligible_for_training_at=cells.instant(
            "ect_first_became_eligible_for_training_at"
        ),
        ect_became_ineligible_for_funding_on=cells.day("ect_became_ineligible_for_funding_on"),
        mentor_first_became_eligible_for_training_at=cells.instant(
            "mentor_first_became_eligible_for_training_at"
        ),
    )


def school(cells: Cells) -> School:
    """A row of gias_schools, with the one of schools for its URN if there is one."""
    return School(
        urn=str(cells.urn("urn")),
        gias_status=cells.needed(GiasStatus, "status"),
        gias_type=cells["type_name"],
        section_41_approved=cells["section_41_approved"],
        marked_as_eligible=bool(cells["marked_as_eligible"]),
    )


def ect_at_school(cells: Cells) -> EctAtSchoolPeriod:
    """A row of ect_at_school_periods, with its teacher and schools."""
    return EctAtSchoolPeriod(**_at_school(cells))


def mentor_at_school(cells: Cells) -> MentorAtSchoolPeriod:
    """A row of mentor_at_school_periods, with its teacher and schools."""
    return MentorAtSchoolPeriod(**_at_school(cells))


def mentorship(cells: Cells) -> MentorshipPeriod:
    """A row of mentorship_periods."""
    return MentorshipPeriod(
        id=str(cells["id"]),
        ect_at_school_period_id=str(cells["ect_at_school_period_id"]),
        mentor_at_school_period_id=str(cells["mentor_at_school_period_id"]),
        **_days(cells),
    )


def training(cells: Cells) -> TrainingPeriod:
    """A row of training_periods, with the lead provider and the contract period of its confirmed
    partnership, else of its expression of interest, and else the contract period of its schedule.
    """
    reached = next((path for path in _PATHS if cells[path[0]] is not None), None)
    return TrainingPeriod(
        id=str(cells["id"]),
        training_programme=cells.needed(TrainingProgramme, "training_programme"),
        ect_at_school_period_id=cells.id("ect_at_school_period_id"),
        mentor_at_school_period_id=cells.id("mentor_at_school_period_id"),
        withdrawn_at=cells.instant("withdrawn_at"),
        deferred_at=cells.instant("deferred_at"),
        **_days(cells),
        **({} if reached is None else _contract(cells, *reached)),
    )


# The column that leads to a contract period, the label of what is there, and, where it leads to a lead
# provider too, whether the partnership is confirmed.
_PATHS = (
    ("school_partnership_id", "confirmed", True),
    ("expression_of_interest_id", "chosen", False),
    ("schedule_id", "schedule", None),
)


def _contract(cells: Cells, column: str, label: str, confirmed: bool | None) -> dict[str, Any]:
    year = cells.contract_period(f"{label}_year", column)
    if year is None:
        raise CannotMapError(column, "leads to no contract period; correct it in RECT", "NOT_FOUND")
    if confirmed is None:
        return {"contract_period": year}
    provider = cells.name(f"{label}_provider", column)
    if provider is None:
        raise CannotMapError(column, "leads to no lead provider; correct it in RECT", "NOT_FOUND")
    return {
        "contract_period": year,
        "lead_provider": provider,
        "partnership_confirmed": confirmed,
    }


def induction(cells: Cells) -> InductionPeriod:
    """A row of induction_periods, with its teacher."""
    if cells["teacher_id"] is None:
        raise CannotMapError("teacher_id", "is not set: it is about nobody", OF_NO_TEACHER)
    return InductionPeriod(
        id=str(cells["id"]),
        trn=cells.trn(),
        outcome=cells.member(InductionOutcome, "outcome"),
        **_days(cells),
    )


def declaration(cells: Cells) -> Declaration:
    """A row of declarations."""
    if cells["training_period_id"] is None:
        raise CannotMapError("training_period_id", "is not set: it is about nobody", OF_NO_TRAINING)
    declared_at = cells.instant("declaration_date")
    if declared_at is None:
        raise CannotMapError("declaration_date", "is missing; set it in RECT", "VALUE_MISSING")
    return Declaration(
        id=str(cells["id"]),
        training_period_id=str(cells["training_period_id"]),
        declaration_type=cells.needed(DeclarationType, "declaration_type"),
        declaration_date=declared_at,
        payment_status=cells.needed(PaymentStatus, "payment_status"),
        clawback_status=cells.needed(ClawbackStatus, "clawback_status"),
        evidence_type=cells.member(EvidenceType, "evidence_type"),
    )


def contract_period(cells: Cells) -> ContractPeriod:
    """A row of contract_periods."""
    year = cells.contract_period("year")
    assert year is not None, "the key of its table"
    return ContractPeriod(
        year=year, enabled=cells["enabled"], payments_frozen_at=cells.instant("payments_frozen_at")
    )


def _at_school(cells: Cells) -> dict[str, Any]:
    urn = cells.urn("urn", "school_id")
    if urn is None:
        raise CannotMapError("school_id", "is missing; set it in RECT", "VALUE_MISSING")
    return {
        "id": str(cells["id"]),
        "trn": cells.trn(),
        "urn": urn,
        "reported_leaving_by_urn": cells.urn(
            "reported_leaving_by_urn", "reported_leaving_by_school_id"
        ),
        **_days(cells),
    }


def _days(cells: Cells) -> dict[str, Any]:
    started_on = cells.day("started_on")
    if started_on is None:
        raise CannotMapError("started_on", "is missing; set it in RECT", "VALUE_MISSING")
    return {"started_on": started_on, "finished_on": cells.day("finished_on")}
