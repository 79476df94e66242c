"""The checks against a plain reading of the rules, straight from the records.

Written from the rules' own text and not from their code: the records are looked through again for
each question, and the first condition that holds answers.
"""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ect_rules import catalogue, gias
from ect_rules.facts import GiasStatus, InductionStatus, MentorLostFundingReason, TrainingProgramme
from tests.core.worlds import TRNS, URNS, some_day_asked, worlds

RULE_SET = catalogue.load()
ONE_HOUR = timedelta(hours=1)
CONCLUDED = {
    InductionStatus.PASSED: "INDUCTION_PASSED",
    InductionStatus.FAILED: "INDUCTION_FAILED",
    InductionStatus.EXEMPT: "INDUCTION_EXEMPT",
}
LOST = {
    MentorLostFundingReason.COMPLETED_DURING_EARLY_ROLL_OUT: "TRAINED_IN_EARLY_ROLL_OUT",
    MentorLostFundingReason.COMPLETED_DECLARATION_RECEIVED: "TRAINING_COMPLETED",
    MentorLostFundingReason.STARTED_NOT_COMPLETED: "TRAINING_STARTED_NOT_COMPLETED",
}


def over(period, on):
    return period.finished_on is not None and period.finished_on < on


def share_a_day(one, other):
    start = max(one.started_on, other.started_on)
    return not over(one, start) and not over(other, start)


def registration(world, trn, on, asking):
    """The first of REG-1 to REG-7 that holds."""
    teacher = world.teachers.get(trn)
    if teacher is None:
        return "TRN_NOT_KNOWN"
    mine = [p for p in world.ect_periods.values() if p.trn == trn]
    if not mine:
        return "NOT_REGISTERED_AS_ECT"
    going = sorted((p.started_on, p.id) for p in mine if not over(p, on))
    if going:
        period = world.ect_periods[going[0][1]]
    else:
        last = max(p.finished_on for p in mine)
        ended_last = [(p.started_on, p.id) for p in mine if p.finished_on == last]
        period = world.ect_periods[min(ended_last)[1]]
    asking = period.urn if asking == "" else asking
    if over(period, on):
        return "LEFT_SCHOOL"
    if period.finished_on and asking and period.reported_leaving_by_urn == asking:
        return "LEAVING_SCHOOL"
    if teacher.trs_induction_status in CONCLUDED:
        return CONCLUDED[teacher.trs_induction_status]
    starts = [
        m.started_on
        for m in world.mentorships.values()
        if m.ect_at_school_period_id == period.id and not over(m, on)
    ]
    if not starts:
        return "MENTOR_NOT_ASSIGNED"
    return "MENTOR_ASSIGNED" if min(starts) <= on else "MENTOR_ASSIGNED_FUTURE"


@given(worlds(), some_day_asked, st.sampled_from(["", None, *URNS]))
def test_registration(world, on, asking):
    for trn in TRNS:
        facts = world.ect(trn, on, asking_urn=asking)
        reason = RULE_SET.decide("registration", facts, on).reasons[0]
        assert reason.code == registration(world, trn, on, asking)


def school_status(school):
    """Open, in England, and of an eligible type or independent with approval: yes, no or None."""
    if school is None:
        return None
    if school.marked_as_eligible:
        return True
    is_open = school.gias_status and school.gias_status in (
        GiasStatus.OPEN,
        GiasStatus.PROPOSED_TO_CLOSE,
    )
    of_type = school.gias_type in gias.ELIGIBLE_TYPES
    if school.gias_type in gias.INDEPENDENT_TYPES:
        of_type = school.section_41_approved
    if school.gias_type not in gias.TYPES:
        of_type = None
    if is_open is False or of_type is False:
        return False
    return None if is_open is None or of_type is None else True


@given(worlds())
def test_schools(world):
    words = {True: "ELIGIBLE", False: "NOT_ELIGIBLE", None: "CANNOT_TELL"}
    for urn in URNS:
        decision = RULE_SET.decide("school_eligibility", world.school(urn), date(2026, 1, 15))
        assert decision.status == words[school_status(world.schools.get(urn))]


def funding(world, trn, on):
    """Every reason of FUND-0 to FUND-8 that holds, and whether one could not be told."""
    teacher = world.teachers.get(trn)
    if teacher is None:
        return ["TRN_NOT_KNOWN"], False
    mine = {p.id: p for p in world.mentor_periods.values() if p.trn == trn}
    links = [m for m in world.mentorships.values() if m.mentor_at_school_period_id in mine]
    here = [p for p in mine.values() if not over(p, on)]
    schools = {school_status(world.schools.get(p.urn)) for p in here}
    begun = [m for m in links if m.started_on <= on] or links
    led, untold = False, False
    for link in begun:
        training = [
            t
            for t in world.training.values()
            if t.ect_at_school_period_id == link.ect_at_school_period_id
        ]
        untold = untold or not training
        led = led or any(
            t.training_programme is TrainingProgramme.PROVIDER_LED and share_a_day(t, link)
            for t in training
        )
    lost = teacher.mentor_became_ineligible_for_funding_reason
    abandoned = lost is MentorLostFundingReason.STARTED_NOT_COMPLETED
    conditions = {
        "NOT_A_MENTOR": not mine,
        "PROHIBITED_FROM_TEACHING": teacher.prohibited_from_teaching is True,
        LOST.get(lost): lost and not (abandoned and on.isoformat() < "2024-07-31"),
        "NO_ECT_ASSIGNED": mine and not links,
        "ASSIGNMENT_NOT_STARTED": links and min(m.started_on for m in links) > on,
        "NOT_AT_A_SCHOOL": mine and not here,
        "SCHOOL_NOT_ELIGIBLE": here and schools == {False},
        "NO_PROVIDER_LED_ECT": links and not led and not untold,
    }
    in_doubt = (
        teacher.prohibited_from_teaching is None
        or (None in schools and True not in schools)
        or bool(links and untold and not led)
    )
    return [code for code, holds in conditions.items() if holds], in_doubt


@given(worlds(), some_day_asked)
def test_mentor_funding(world, on):
    for trn in TRNS:
        reasons, in_doubt = funding(world, trn, on)
        expected = reasons or (["CANNOT_TELL"] if in_doubt else ["ELIGIBLE"])
        decision = RULE_SET.decide("mentor_funding", world.mentor(trn), on)
        assert [reason.code for reason in decision.reasons] == expected


@given(worlds(), some_day_asked)
def test_mentor_training_follows_funding_and_says_where_it_stands(world, on):
    for trn in TRNS:
        facts = world.mentor(trn)
        funded = RULE_SET.decide("mentor_funding", facts, on)
        trained = RULE_SET.decide("mentor_training", facts, on)
        assert trained.status == funded.status
        if funded.status != "ELIGIBLE":
            assert trained.reasons == funded.reasons
        assert set(funded.warnings) <= set(trained.warnings)
        assert dict(trained.details).get("state") == state(world, trn, on)


def state(world, trn, on):
    """TRAIN-5 and TRAIN-6."""
    teacher = world.teachers.get(trn)
    if teacher is None:
        return None
    lost = teacher.mentor_became_ineligible_for_funding_reason
    if lost is not None:
        abandoned = lost is MentorLostFundingReason.STARTED_NOT_COMPLETED
        return "STARTED_NOT_COMPLETED" if abandoned else "COMPLETED"
    mine = {p.id for p in world.mentor_periods.values() if p.trn == trn}
    training = sorted(
        (
            t
            for t in world.training.values()
            if t.mentor_at_school_period_id in mine
            and t.training_programme is TrainingProgramme.PROVIDER_LED
        ),
        key=lambda t: (t.started_on, t.id),
    )
    if not training:
        return "NOT_STARTED"
    start = training[-1].started_on
    period = next(t for t in training if t.started_on == start)
    marks = [
        (instant, name)
        for instant, name in ((period.deferred_at, 1), (period.withdrawn_at, 0))
        if instant and london(instant) <= on
    ]
    if marks:
        return ("WITHDRAWN", "DEFERRED")[max(marks)[1]]
    if start > on:
        return "NOT_STARTED"
    return "FINISHED" if over(period, on) else "IN_TRAINING"


def london(instant):
    """The random instants lie in British summer time: an hour ahead of UTC."""
    return (instant + ONE_HOUR).date()
