"""What a record must be like by itself."""

from __future__ import annotations

from collections.abc import Iterator

from ect_rules.dated import ends_before_start
from ect_rules.errors import Problem
from ect_rules.facts import (
    ClawbackStatus,
    ContractPeriod,
    Declaration,
    EcfEligibility,
    EctAtSchoolPeriod,
    EligibilityReason,
    EligibilityStatus,
    InductionPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    PaymentStatus,
    Record,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.gias import TYPES


def alone(record: Record) -> Iterator[Problem]:
    """What is wrong with a record by itself; fields are named without a path."""
    match record:
        case Teacher():
            yield from _teacher(record)
        case School():
            yield from _school(record)
        case Declaration():
            yield from _declaration(record)
        case EcfEligibility():
            yield from _ecf_eligibility(record)
        case ContractPeriod():
            pass
        case _:
            yield from _period(record)


def _teacher(record: Teacher) -> Iterator[Problem]:
    if (record.mentor_became_ineligible_for_funding_on is None) != (
        record.mentor_became_ineligible_for_funding_reason is None
    ):
        yield Problem(
            "mentor_became_ineligible_for_funding_reason",
            "and mentor_became_ineligible_for_funding_on are set together or not at all",
            "LOSS_OF_FUNDING_INCOMPLETE",
        )
    if record.qts_awarded_on is not None and not record.qts_held:
        yield Problem("qts_awarded_on", "is set only where qts_held is true", "QTS_NOT_HELD")


def _school(record: School) -> Iterator[Problem]:
    if record.gias_type is not None and record.gias_type not in TYPES:
        yield Problem(
            "gias_type",
            "is none of the 41 establishment types of GIAS; send the type's exact name",
            "GIAS_TYPE_UNKNOWN",
        )
    if record.administrative_district_code == "":
        yield Problem(
            "administrative_district_code",
            "is empty; leave it out where it is not told",
            "DISTRICT_CODE_EMPTY",
        )


def _declaration(record: Declaration) -> Iterator[Problem]:
    recovered = record.clawback_status is not ClawbackStatus.NO_CLAWBACK
    if recovered and record.payment_status is not PaymentStatus.PAID:
        yield Problem(
            "clawback_status", "is no_clawback unless payment_status is paid", "CLAWBACK_NOT_PAID"
        )


def _ecf_eligibility(record: EcfEligibility) -> Iterator[Problem]:
    told = record.status is not None
    if told != (record.reason is not None) or (record.manually_validated and not told):
        yield Problem(
            "status",
            "and reason are set together, and always where manually_validated is true",
            "ECF_ELIGIBILITY_INCOMPLETE",
        )
    elif (
        record.status is EligibilityStatus.ELIGIBLE and record.reason is not EligibilityReason.NONE
    ):
        yield Problem(
            "reason", "of one who is eligible is none", "ECF_ELIGIBILITY_CONTRADICTS_ITSELF"
        )


def _period(
    record: EctAtSchoolPeriod
    | MentorAtSchoolPeriod
    | MentorshipPeriod
    | TrainingPeriod
    | InductionPeriod,
) -> Iterator[Problem]:
    if ends_before_start(record):
        yield Problem(
            "finished_on", "is before started_on; a period may last one day", "ENDS_BEFORE_START"
        )
    if isinstance(record, TrainingPeriod):
        yield from _training(record)
    if isinstance(record, InductionPeriod) and record.outcome and record.finished_on is None:
        yield Problem("outcome", "is set only together with finished_on", "OUTCOME_WITHOUT_END")


def _training(record: TrainingPeriod) -> Iterator[Problem]:
    of_mentor = record.mentor_at_school_period_id is not None
    if of_mentor == (record.ect_at_school_period_id is not None):
        yield Problem(
            "trainee",
            "set exactly one of ect_at_school_period_id and mentor_at_school_period_id",
            "TRAINEE_NOT_ONE",
        )
    elif of_mentor and record.training_programme is not TrainingProgramme.PROVIDER_LED:
        yield Problem(
            "training_programme",
            "of a mentor is always provider_led (TRAIN-8)",
            "MENTOR_TRAINING_NOT_PROVIDER_LED",
        )
