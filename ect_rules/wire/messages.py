"""From records to messages."""

from __future__ import annotations

from typing import Any

from ect_rules.facts import (
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
    TrainingPeriod,
)
from ect_rules.v1 import facts_pb2 as pb
from ect_rules.wire.values import (
    GIAS,
    INDUCTION,
    LOST,
    PROGRAMME,
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
}


def message(found: Record) -> pb.Record:
    """The Record message of a record."""
    match found:
        case Teacher():
            return pb.Record(
                teacher=pb.Teacher(
                    trn=found.trn,
                    trs_induction_status=number(INDUCTION, found.trs_induction_status),
                    prohibited_from_teaching=found.prohibited_from_teaching,
                    mentor_became_ineligible_for_funding_on=day_message(
                        found.mentor_became_ineligible_for_funding_on
                    ),
                    mentor_became_ineligible_for_funding_reason=number(
                        LOST, found.mentor_became_ineligible_for_funding_reason
                    ),
                )
            )
        case School():
            return pb.Record(
                school=pb.School(
                    urn=found.urn,
                    gias_status=number(GIAS, found.gias_status),
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
                    training_programme=number(PROGRAMME, found.training_programme),
                    started_on=day_message(found.started_on),
                    finished_on=day_message(found.finished_on),
                    lead_provider=found.lead_provider or "",
                    partnership_confirmed=found.partnership_confirmed,
                    contract_period=found.contract_period,
                    withdrawn_at=timestamp(found.withdrawn_at),
                    deferred_at=timestamp(found.deferred_at),
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
