"""From records to messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ect_rules.facts import (
    ContractPeriod,
    Declaration,
    EcfEligibility,
    EctAtSchoolPeriod,
    InductionPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
    TrainingPeriod,
)
from ect_rules.v1 import facts_pb2 as pb
from ect_rules.wire.values import (
    CLAWBACK,
    DECLARED,
    DUPLICITY,
    ECF_REASON,
    ECF_STATUS,
    EVIDENCE,
    GIAS,
    INDUCTION,
    LOST,
    OUTCOME,
    PAYMENT,
    PROGRAMME,
    ROLE,
    day_message,
    number,
    timestamp,
)

KIND_NAMES: dict[type, str] = {
    Teacher: "teacher",
    School: "school",
    EctAtSchoolPeriod: "ect_at_school_period",
    MentorAtSchoolPeriod: "mentor_at_school_period",
    MentorshipPeriod: "mentorship_period",
    TrainingPeriod: "training_period",
    InductionPeriod: "induction_period",
    Declaration: "declaration",
    ContractPeriod: "contract_period",
    EcfEligibility: "ecf_eligibility",
}


def message(found: Record) -> pb.Record:
    """The Record message of a record."""
    kind = type(found)
    return pb.Record(**{KIND_NAMES[kind]: _WRITERS[kind](found)})


def _teacher(found: Teacher) -> pb.Teacher:
    return pb.Teacher(
        trn=found.trn,
        trs_induction_status=number(INDUCTION, found.trs_induction_status),
        prohibited_from_teaching=found.prohibited_from_teaching,
        mentor_became_ineligible_for_funding_on=day_message(
            found.mentor_became_ineligible_for_funding_on
        ),
        mentor_became_ineligible_for_funding_reason=number(
            LOST, found.mentor_became_ineligible_for_funding_reason
        ),
        qts_held=found.qts_held,
        qts_awarded_on=day_message(found.qts_awarded_on),
        ect_first_became_eligible_for_training_at=timestamp(
            found.ect_first_became_eligible_for_training_at
        ),
        ect_became_ineligible_for_funding_on=day_message(
            found.ect_became_ineligible_for_funding_on
        ),
        mentor_first_became_eligible_for_training_at=timestamp(
            found.mentor_first_became_eligible_for_training_at
        ),
    )


def _school(found: School) -> pb.School:
    return pb.School(
        urn=found.urn,
        gias_status=number(GIAS, found.gias_status),
        gias_type=found.gias_type or "",
        section_41_approved=found.section_41_approved,
        marked_as_eligible=found.marked_as_eligible,
        administrative_district_code=found.administrative_district_code or "",
    )


def _ect_at_school(found: EctAtSchoolPeriod) -> pb.EctAtSchoolPeriod:
    return pb.EctAtSchoolPeriod(**_at_school_fields(found))


def _mentor_at_school(found: MentorAtSchoolPeriod) -> pb.MentorAtSchoolPeriod:
    return pb.MentorAtSchoolPeriod(**_at_school_fields(found))


def _at_school_fields(found: EctAtSchoolPeriod | MentorAtSchoolPeriod) -> dict[str, Any]:
    return {
        "id": found.id,
        "trn": found.trn,
        "urn": found.urn,
        "started_on": day_message(found.started_on),
        "finished_on": day_message(found.finished_on),
        "reported_leaving_by_urn": found.reported_leaving_by_urn or "",
    }


def _mentorship(found: MentorshipPeriod) -> pb.MentorshipPeriod:
    return pb.MentorshipPeriod(
        id=found.id,
        ect_at_school_period_id=found.ect_at_school_period_id,
        mentor_at_school_period_id=found.mentor_at_school_period_id,
        started_on=day_message(found.started_on),
        finished_on=day_message(found.finished_on),
    )


def _training(found: TrainingPeriod) -> pb.TrainingPeriod:
    return pb.TrainingPeriod(
        id=found.id,
        **_trainee(found),
        training_programme=number(PROGRAMME, found.training_programme),
        started_on=day_message(found.started_on),
        finished_on=day_message(found.finished_on),
        lead_provider=found.lead_provider or "",
        partnership_confirmed=found.partnership_confirmed,
        contract_period=found.contract_period,
        withdrawn_at=timestamp(found.withdrawn_at),
        deferred_at=timestamp(found.deferred_at),
    )


def _trainee(found: TrainingPeriod) -> Any:
    if found.ect_at_school_period_id is not None:
        return {"ect_at_school_period_id": found.ect_at_school_period_id}
    return {"mentor_at_school_period_id": found.mentor_at_school_period_id}


def _induction(found: InductionPeriod) -> pb.InductionPeriod:
    return pb.InductionPeriod(
        id=found.id,
        trn=found.trn,
        started_on=day_message(found.started_on),
        finished_on=day_message(found.finished_on),
        outcome=number(OUTCOME, found.outcome),
    )


def _declaration(found: Declaration) -> pb.Declaration:
    return pb.Declaration(
        id=found.id,
        training_period_id=found.training_period_id,
        declaration_type=number(DECLARED, found.declaration_type),
        declaration_date=timestamp(found.declaration_date),
        payment_status=number(PAYMENT, found.payment_status),
        clawback_status=number(CLAWBACK, found.clawback_status),
        evidence_type=number(EVIDENCE, found.evidence_type),
    )


def _contract_period(found: ContractPeriod) -> pb.ContractPeriod:
    return pb.ContractPeriod(
        year=found.year,
        enabled=found.enabled,
        payments_frozen_at=timestamp(found.payments_frozen_at),
    )


def _ecf_eligibility(found: EcfEligibility) -> pb.EcfEligibility:
    return pb.EcfEligibility(
        id=found.id,
        trn=found.trn,
        role=number(ROLE, found.role),
        status=number(ECF_STATUS, found.status),
        reason=number(ECF_REASON, found.reason),
        manually_validated=found.manually_validated,
        active_flags=found.active_flags,
        previous_participation=found.previous_participation,
        previous_induction=found.previous_induction,
        no_qts=found.no_qts,
        different_trn=found.different_trn,
        profile_duplicity=number(DUPLICITY, found.profile_duplicity),
        exempt_from_induction=found.exempt_from_induction,
        no_induction=found.no_induction,
    )


_WRITERS: dict[type, Callable[[Any], Any]] = {
    Teacher: _teacher,
    School: _school,
    EctAtSchoolPeriod: _ect_at_school,
    MentorAtSchoolPeriod: _mentor_at_school,
    MentorshipPeriod: _mentorship,
    TrainingPeriod: _training,
    InductionPeriod: _induction,
    Declaration: _declaration,
    ContractPeriod: _contract_period,
    EcfEligibility: _ecf_eligibility,
}
