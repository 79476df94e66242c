"""Lists of the people at a school, page by page, and the summary of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ect_rules.dated import unfinished
from ect_rules.servicers.active import IsActive
from ect_rules.servicers.batches import Batches
from ect_rules.servicers.paging import in_order, listing
from ect_rules.servicers.schools import School, codes_of
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import decisions_pb2

_LEFT = (pb.REGISTRATION_STATUS_LEFT,)


def _started(listed: Any) -> tuple[int, int, int]:
    first = listed.started_on
    return first.year, first.month, first.day


_ORDERS: dict[str, Callable[[Any], Any]] = {
    "trn": lambda listed: listed.trn,
    "started_on": _started,
    "status": lambda listed: listed.decision.status,
    "funding": lambda listed: listed.funding.status,
    "training": lambda listed: listed.training.status,
    "retention": lambda listed: listed.retention.status,
}


def list_registrations(
    request: pb.ListRegistrationsRequest, batches: Batches, is_active: IsActive
) -> pb.ListRegistrationsResponse:
    """The registrations at a school, as the request filters and orders them."""
    wanted = listing(request, batches)
    school = School.read(request.urn, wanted.asking, batches, is_active)
    basis, everybody = school.registrations(request.list_possible_mentors)
    found = [
        listed
        for listed in everybody
        if _one_of(listed.decision.status, request.statuses)
        and _has_any(request.reason_codes, listed.decision)
    ]
    page, token = wanted.page(in_order(found, request.order_by, _ORDERS), request.page_size)
    return pb.ListRegistrationsResponse(
        basis=basis, registrations=page, next_page_token=token, total_size=len(found)
    )


def list_mentors(
    request: pb.ListMentorsRequest, batches: Batches, is_active: IsActive
) -> pb.ListMentorsResponse:
    """The mentors at a school, as the request filters and orders them."""
    wanted = listing(request, batches)
    school = School.read(request.urn, wanted.asking, batches, is_active)
    basis, everybody = school.listed_mentors(request.include_left)
    found = [
        listed
        for listed in everybody
        if (listed.without_ect or not request.without_ect)
        and _one_of(listed.funding.status, request.funding_statuses)
        and _one_of(listed.training.status, request.training_statuses)
        and _one_of(listed.retention.status, request.retention_statuses)
        and _has_any(request.reason_codes, listed.funding, listed.training, listed.retention)
    ]
    page, token = wanted.page(in_order(found, request.order_by, _ORDERS), request.page_size)
    return pb.ListMentorsResponse(
        basis=basis, mentors=page, next_page_token=token, total_size=len(found)
    )


def summarise(
    request: pb.SummariseSchoolRequest, batches: Batches, is_active: IsActive
) -> pb.SummariseSchoolResponse:
    """How things stand at a school."""
    asking, _ = batches.pinned(request.asking)
    school = School.read(request.urn, asking, batches, is_active)
    item = pb.CheckItem(school_eligibility=pb.SchoolSubject(urn=request.urn))
    eligibility = school.answers([item])
    _, registrations = school.registrations()
    _, mentors = school.listed_mentors()
    decisions: list[Sequence[Any]] = [
        *([r.decision] for r in registrations if r.decision.status not in _LEFT),
        *([m.funding, m.training, m.retention] for m in mentors),
    ]
    return pb.SummariseSchoolResponse(
        basis=eligibility.basis,
        eligibility=eligibility.results[0].school_eligibility,
        registrations=_counts(pb.RegistrationCount, (r.decision for r in registrations)),
        funding=_counts(pb.MentorFundingCount, (m.funding for m in mentors)),
        training=_counts(pb.MentorTrainingCount, (m.training for m in mentors)),
        retention=_counts(pb.RecordRetentionCount, (m.retention for m in mentors)),
        ects_without_mentor=[
            r for r in registrations if r.decision.status == pb.REGISTRATION_STATUS_INCOMPLETE
        ],
        mentors_without_ect=[m for m in mentors if m.without_ect],
        possible_mentor_trns=sorted({p.trn for p in school.mentors if unfinished(p)}),
        next_actions=_actions(decisions),
    )


def _one_of(status: int, wanted: Sequence[int]) -> bool:
    return not wanted or status in wanted


def _has_any(wanted: Sequence[int], *decisions: Any) -> bool:
    return not wanted or not codes_of(*decisions).isdisjoint(wanted)


def _counts(message: Any, decisions: Iterable[Any]) -> list[Any]:
    counted = Counter(decision.status for decision in decisions)
    return [message(status=status, count=count) for status, count in sorted(counted.items())]


def _actions(people: Iterable[Sequence[Any]]) -> list[pb.CountedAction]:
    """`people`: of each the decisions. An action of two of somebody's decisions counts once."""
    counted: Counter[tuple[int, str, str]] = Counter()
    first: dict[tuple[int, str, str], Any] = {}
    for decisions in people:
        own = set()
        for action in (a for decision in decisions for a in decision.next_actions):
            name = (action.code, action.actor, action.words)
            own.add(name)
            if name not in first or _day(action) < _day(first[name]):
                first[name] = action
        counted.update(own)
    named = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
    return [pb.CountedAction(action=first[name], count=count) for name, count in named]


def _day(action: decisions_pb2.NextAction) -> tuple[int, int, int]:
    on = action.earliest_change_on
    return on.year, on.month, on.day
