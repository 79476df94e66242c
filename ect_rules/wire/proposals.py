"""What somebody means to do, from messages: by the names of the arguments of the core's functions."""

from __future__ import annotations

from typing import Any

from ect_rules.facts import AppropriateBodyType, AssignmentFacts
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.wire.values import Names, day, day_message, optional, optional_day

_BODIES = Names(AppropriateBodyType, pb.AppropriateBodyType, "APPROPRIATE_BODY_TYPE")


def registering_ect(request: pb.CheckEctRegistrableRequest) -> dict[str, Any]:
    """For `World.ect_candidate`. Raises InvalidInputError for a day that there is not."""
    return {
        **_told(request),
        "appropriate_body": _BODIES.of_number.get(request.appropriate_body_type),
    }


def registering_mentor(request: pb.CheckMentorRegistrableRequest) -> dict[str, Any]:
    """For `World.mentor_candidate`. Raises InvalidInputError for a day that there is not."""
    return {
        **_told(request),
        "ect_trn": request.ect_trn,
        "here_only": optional(request, "here_only"),
    }


def _told(request: Any) -> dict[str, Any]:
    return {
        "started_on": day(request.started_on, "started_on"),
        "identity_confirmed": optional(request, "identity_confirmed"),
        "email_in_use": optional(request, "email_in_use"),
    }


def assigning(request: pb.CheckMentorAssignableRequest) -> dict[str, Any]:
    """For `changes.propose`. Raises InvalidInputError for a day that there is not."""
    return {
        "urn": request.urn or None,
        "started_on": optional_day(request, "started_on", ""),
        "finished_on": optional_day(request, "finished_on", ""),
        "back_dated": request.back_dated,
    }


def proposed(message: pb.MentorAssignableDecision, facts: AssignmentFacts) -> Any:
    """The decision with the mentorship that it is about, as far as there is one."""
    for period, name in (
        (facts.ect, "ect_at_school_period_id"),
        (facts.mentor, "mentor_at_school_period_id"),
    ):
        if period is not None:
            setattr(message, name, period.id)
    if facts.proposed is not None:
        message.started_on.CopyFrom(day_message(facts.proposed.started_on))
        if facts.proposed.finished_on is not None:
            message.finished_on.CopyFrom(day_message(facts.proposed.finished_on))
    return message
