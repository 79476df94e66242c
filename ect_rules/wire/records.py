"""From messages to records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from ect_rules.errors import InvalidInputError, Problem
from ect_rules.facts import (
    ClawbackStatus,
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
from ect_rules.integrity import alone
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
    day,
    instant,
    joined,
    optional,
    optional_day,
    optional_instant,
)


def _teacher(m: pb.Teacher, path: str) -> Teacher:
    return Teacher(
        m.trn,
        INDUCTION.of_number.get(m.trs_induction_status),
        optional(m, "prohibited_from_teaching"),
        optional_day(m, "mentor_became_ineligible_for_funding_on", path),
        LOST.of_number.get(m.mentor_became_ineligible_for_funding_reason),
        optional(m, "qts_held"),
        optional_day(m, "qts_awarded_on", path),
        optional_instant(m, "ect_first_became_eligible_for_training_at", path),
        optional_day(m, "ect_became_ineligible_for_funding_on", path),
        optional_instant(m, "mentor_first_became_eligible_for_training_at", path),
    )


def _school(m: pb.School, _: str) -> School:
    return School(
        m.urn,
        GIAS.of_number.get(m.gias_status),
        m.gias_type or None,
        optional(m, "section_41_approved"),
        m.marked_as_eligible,
        m.administrative_district_code or None,
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
        training_programme=PROGRAMME.of_number[m.training_programme],
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


def _induction(m: pb.InductionPeriod, path: str) -> InductionPeriod:
    return InductionPeriod(
        m.id,
        m.trn,
        day(m.started_on, joined(path, "started_on")),
        optional_day(m, "finished_on", path),
        OUTCOME.of_number.get(m.outcome),
    )


def _declaration(m: pb.Declaration, path: str) -> Declaration:
    return Declaration(
        m.id,
        m.training_period_id,
        DECLARED.of_number[m.declaration_type],
        instant(m.declaration_date, joined(path, "declaration_date")),
        PAYMENT.of_number[m.payment_status],
        CLAWBACK.of_number.get(m.clawback_status, ClawbackStatus.NO_CLAWBACK),
        EVIDENCE.of_number.get(m.evidence_type),
    )


def _contract_period(m: pb.ContractPeriod, path: str) -> ContractPeriod:
    return ContractPeriod(
        m.year, optional(m, "enabled"), optional_instant(m, "payments_frozen_at", path)
    )


def _ecf_eligibility(m: pb.EcfEligibility, _: str) -> EcfEligibility:
    return EcfEligibility(
        id=m.id,
        trn=m.trn,
        role=ROLE.of_number[m.role],
        status=ECF_STATUS.of_number.get(m.status),
        reason=ECF_REASON.of_number.get(m.reason),
        manually_validated=m.manually_validated,
        active_flags=optional(m, "active_flags"),
        previous_participation=optional(m, "previous_participation"),
        previous_induction=optional(m, "previous_induction"),
        no_qts=optional(m, "no_qts"),
        different_trn=optional(m, "different_trn"),
        profile_duplicity=DUPLICITY.of_number.get(m.profile_duplicity),
        exempt_from_induction=optional(m, "exempt_from_induction"),
        no_induction=optional(m, "no_induction"),
    )


_READERS: dict[str, Callable[[Any, str], Record]] = {
    "teacher": _teacher,
    "school": _school,
    "ect_at_school_period": _at_school(EctAtSchoolPeriod),
    "mentor_at_school_period": _at_school(MentorAtSchoolPeriod),
    "mentorship_period": _mentorship,
    "training_period": _training,
    "induction_period": _induction,
    "declaration": _declaration,
    "contract_period": _contract_period,
    "ecf_eligibility": _ecf_eligibility,
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
