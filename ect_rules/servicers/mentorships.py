"""Assigning a mentor and ending a mentorship."""

from __future__ import annotations

from datetime import date
from typing import Any

from ect_rules.catalogue import Catalogue
from ect_rules.changes import assign, end_mentorship
from ect_rules.facts import MentorshipPeriod
from ect_rules.servicers.applying import apply, new_id
from ect_rules.servicers.writing import Write
from ect_rules.store.snapshot import Seeds
from ect_rules.store.store import Transaction
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.wire.values import day, day_message, optional_day


def assigning(request: pb.AssignMentorRequest, catalogue: Catalogue, today: date) -> Write:
    """Assign a mentor of the school to an ECT."""
    on = optional_day(request, "on", "") or today
    ect_id, mentor_id = request.ect_at_school_period_id, request.mentor_at_school_period_id

    def work(transaction: Transaction) -> Any:
        mentorship_id = new_id(request, "mentorship")
        wanted = MentorshipPeriod(mentorship_id, ect_id, mentor_id, on)
        world = transaction.snapshot().beside([wanted])
        mentorship, changes = assign(ect_id, mentor_id, mentorship_id, False, on, world, catalogue)
        apply(transaction, changes, world, catalogue)
        return pb.AssignMentorResponse(
            revision=transaction.counts_from,
            mentorship_period_id=mentorship.id,
            mentorship_started_on=day_message(mentorship.started_on),
            mentorship_finished_on=day_message(mentorship.finished_on),
        )

    return Write(lambda _: Seeds(ect_period_ids={ect_id}, mentor_period_ids={mentor_id}), work)


def ending_mentorship(request: pb.EndMentorshipRequest, catalogue: Catalogue) -> Write:
    """Give a mentorship a last day."""
    last_day = day(request.finished_on, "finished_on")
    seeds = Seeds(mentorship_ids={request.mentorship_period_id})

    def work(transaction: Transaction) -> Any:
        now = transaction.snapshot()
        world = now.beside(now.current(MentorshipPeriod, {request.mentorship_period_id}))
        changes = end_mentorship(request.mentorship_period_id, last_day, world)
        apply(transaction, changes, world, catalogue)
        return pb.EndMentorshipResponse(revision=transaction.counts_from)

    return Write(lambda _: seeds, work)
