"""Registering an ECT at a school, and a mentor for an ECT."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from ect_rules.catalogue import Catalogue
from ect_rules.changes.assigning import assign
from ect_rules.changes.leaving import move
from ect_rules.changes.made import Changes, hold_to
from ect_rules.dated import ended
from ect_rules.errors import NotFoundError
from ect_rules.facts import (
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    TrainingPeriod,
)
from ect_rules.rule import Decision
from ect_rules.training import PROVIDER_LED
from ect_rules.world import World


def register_ect(
    period: EctAtSchoolPeriod,
    training: TrainingPeriod,
    on: date,
    world: World,
    catalogue: Catalogue,
) -> Changes:
    """Register an ECT at a school with training. Registrations elsewhere end the day before (LEAVE-8).

    Provider-led training gets the contract period that is chosen. `world` must hold everything of
    the teacher, and where the school's access hangs on it (SCH-6) the training of everybody there.
    Raises RefusedError with every reason that the check ect_registrable gives for a no.
    """
    candidate = world.ect_candidate(period.trn, period.urn, period.started_on)
    decision = hold_to(
        catalogue, "ect_registrable", candidate, on, "the teacher may not be registered as an ECT"
    )
    before = move(world.ect_registrations(period.trn), period.started_on, world)
    return before.then(Changes((period, _in_contract_period(training, decision))))


def register_mentor(
    period: MentorAtSchoolPeriod,
    ect_at_school_period_id: str,
    mentorship_id: str,
    training: TrainingPeriod | None,
    here_only: bool,
    on: date,
    world: World,
    catalogue: Catalogue,
) -> tuple[MentorshipPeriod, Changes]:
    """Register a mentor for an ECT at the ECT's school and assign them, both or neither.

    `training` is begun only where the first training may begin, and the mentor mentors nowhere else.
    `here_only`: the mentor leaves the other schools the day before (LEAVE-8). `world`: as in
    `register_ect`. Raises NotFoundError for an unknown ECT, and RefusedError with every reason that
    the check mentor_registrable gives for a no, or else as `assign` does.
    """
    ect = world.ect_periods.get(ect_at_school_period_id)
    if ect is None:
        raise NotFoundError("no ECT-at-school period has this id", reason="ECT_NOT_FOUND")
    period = evolve(period, urn=ect.urn)
    candidate = world.mentor_candidate(
        period.trn, ect.urn, period.started_on, ect.trn, here_only=here_only
    )
    decision = hold_to(
        catalogue,
        "mentor_registrable",
        candidate,
        on,
        "the teacher may not be registered as a mentor",
    )
    elsewhere = [
        p
        for p in world.mentor_periods_of(period.trn)
        if p.urn != ect.urn and not ended(p, period.started_on)
    ]
    before = move(elsewhere, period.started_on, world) if here_only else Changes()
    registered = before.then(Changes((period,)))
    if training is not None:
        alone = here_only or not elsewhere
        training = _in_contract_period(training, decision) if alone else None
    mentorship, assigned = assign(
        ect.id,
        period.id,
        mentorship_id,
        bool(here_only and elsewhere),
        on,
        registered.applied_to(world),
        catalogue,
        training,
    )
    return mentorship, registered.then(assigned)


def _in_contract_period(training: TrainingPeriod, decision: Decision) -> TrainingPeriod:
    if training.training_programme is not PROVIDER_LED:
        return training
    return evolve(training, contract_period=dict(decision.details)["contract_period"])
