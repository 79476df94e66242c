"""Reporting that somebody leaves a school."""

from __future__ import annotations

from datetime import date
from typing import Any

from ect_rules.catalogue import Catalogue
from ect_rules.changes import left_without_mentor, report_leaving
from ect_rules.errors import NotFoundError
from ect_rules.facts import EctAtSchoolPeriod, MentorAtSchoolPeriod
from ect_rules.servicers.applying import apply
from ect_rules.servicers.writing import Write
from ect_rules.store.snapshot import Seeds
from ect_rules.store.store import Transaction
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.wire.names import record_name
from ect_rules.wire.values import day, day_message, optional_day
from ect_rules.world import World


def leaving(request: pb.ReportLeavingRequest, catalogue: Catalogue, today: date) -> Write:
    """Report that somebody leaves a school."""
    on = optional_day(request, "on", "") or today
    last_day = day(request.last_day, "last_day")
    ect_id, mentor_id = request.ect_at_school_period_id, request.mentor_at_school_period_id
    seeds = Seeds(ect_period_ids={ect_id} - {""}, mentor_period_ids={mentor_id} - {""})

    def work(transaction: Transaction) -> Any:
        world = transaction.snapshot().around(seeds)
        period = _at_school(request, world)
        changes = report_leaving(period, last_day, request.reported_by_urn or None, on, world)
        apply(transaction, changes, world, catalogue)
        *ended, left = changes.put
        assert isinstance(left, EctAtSchoolPeriod | MentorAtSchoolPeriod)
        without = (
            left_without_mentor(period, last_day, world)
            if isinstance(period, MentorAtSchoolPeriod)
            else []
        )
        return pb.ReportLeavingResponse(
            revision=transaction.counts_from,
            finished_on=day_message(left.finished_on),
            ended=map(record_name, ended),
            withdrawn=map(record_name, changes.withdraw),
            ect_at_school_period_ids_without_mentor=[ect.id for ect in without],
        )

    return Write(lambda _: seeds, work)


def _at_school(
    request: pb.ReportLeavingRequest, world: World
) -> EctAtSchoolPeriod | MentorAtSchoolPeriod:
    if request.HasField("ect_at_school_period_id"):
        ect = world.ect_periods.get(request.ect_at_school_period_id)
        if ect is None:
            raise NotFoundError("no ECT-at-school period has this id", reason="ECT_NOT_FOUND")
        return ect
    mentor = world.mentor_periods.get(request.mentor_at_school_period_id)
    if mentor is None:
        raise NotFoundError("no mentor-at-school period has this id", reason="MENTOR_NOT_FOUND")
    return mentor
