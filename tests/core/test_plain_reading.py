"""The checks against a plain reading of the rules, straight from the records.

Written from the rules' own text and not from their code: the records are looked through again for
each question, and the first condition that holds answers. Up to the contract period 2024 the rules are
those of the earlier service, from 2025 those of RECT.
"""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ect_rules import catalogue, gias
from ect_rules.facts import (
    ClawbackStatus,
    DeclarationType,
    EligibilityReason,
    EligibilityStatus,
    GiasStatus,
    InductionStatus,
    MentorLostFundingReason,
    PaymentStatus,
    ProfileDuplicity,
    TrainingProgramme,
)
from tests.core.worlds import TRNS, URNS, some_day_asked, worlds

RULE_SET = catalogue.load()
ONE_HOUR = timedelta(hours=1)
CONCLUDED = {
    InductionStatus.PASSED: "INDUCTION_PASSED",
    InductionStatus.FAILED: "INDUCTION_FAILED",
    InductionStatus.EXEMPT: "INDUCTION_EXEMPT",
}
EARLY, COMPLETED, ABANDONED = (
    MentorLostFundingReason.COMPLETED_DURING_EARLY_ROLL_OUT,
    MentorLostFundingReason.COMPLETED_DECLARATION_RECEIVED,
    MentorLostFundingReason.STARTED_NOT_COMPLETED,
)
LOST = {
    EARLY: "TRAINED_IN_EARLY_ROLL_OUT",
    COMPLETED: "TRAINING_COMPLETED",
    ABANDONED: "TRAINING_STARTED_NOT_COMPLETED",
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


def year_of(training):
    """The contract period of a training: as told, or that of its first day, from June to May."""
    first = training.started_on
    return training.contract_period or first.year - (first.isoformat()[5:] < "06-01")


def last_of(training):
    """The one that starts last; of those that start together the one of the first id."""
    last = max(t.started_on for t in training)
    return min((t for t in training if t.started_on == last), key=lambda t: t.id)


class Mentor:
    """What is recorded of a mentor, looked up anew."""

    def __init__(self, world, trn):
        self.teacher = world.teachers.get(trn)
        self.periods = {p.id: p for p in world.mentor_periods.values() if p.trn == trn}
        self.training = [
            t for t in world.training.values() if t.mentor_at_school_period_id in self.periods
        ]
        self.led = [t for t in self.training if t.training_programme.value == "provider_led"]
        mine = {t.id: t for t in self.training}
        self.completed = [
            (d.declaration_date, year_of(mine[d.training_period_id]), counts(d))
            for d in world.declarations.values()
            if d.training_period_id in mine and d.declaration_type is DeclarationType.COMPLETED
        ]
        links = [
            m for m in world.mentorships.values() if m.mentor_at_school_period_id in self.periods
        ]
        self.links = sorted(links, key=lambda m: (m.started_on, m.id))
        self.of_ect = {
            m.id: [
                t
                for t in world.training.values()
                if t.ect_at_school_period_id == m.ect_at_school_period_id
            ]
            for m in links
        }
        self.checks = next(
            (r for (_, id_), r in world.records.items() if id_ == f"checks-{trn}-mentor"), None
        )

    def judged_by(self, on):
        """The contract period: of the latest training, of the last ECT whose is told, or of the day."""
        told = [self.training, *(self.of_ect[m.id] for m in reversed(self.links))]
        for training in told:
            if training:
                return year_of(last_of(training))
        return on.year - (on.isoformat()[5:] < "06-01")

    def lost(self):
        """Why funding is lost, and from when. The earlier service let nothing take the place of two."""
        stored = self.teacher.mentor_became_ineligible_for_funding_reason
        counting = [(at, year) for at, year, counted in self.completed if counted]
        if counting:
            at, year = max(counting, key=lambda c: c[0])
            if not (stored in (EARLY, ABANDONED) and year <= 2024):
                return COMPLETED, london(at)
        elif self.completed and stored is COMPLETED:
            return None, None
        return stored, self.teacher.mentor_became_ineligible_for_funding_on if stored else None

    def check(self, reason, field):
        """Whether a check of the earlier service stands against the mentor: yes, no or None."""
        checks = self.checks
        if checks is None:
            return None
        if not checks.manually_validated:
            told = getattr(checks, field)
            return told is ProfileDuplicity.SECONDARY if told and field in DUPLICITY else told
        if checks.status is EligibilityStatus.ELIGIBLE:
            return False
        return None if checks.reason not in OF_MENTORS else checks.reason is reason

    def flags(self):
        """ACTIVE_FLAGS, NOT_ALLOWED, neither (False) or None."""
        reason = EligibilityReason.ACTIVE_FLAGS
        raised = self.check(reason, "active_flags")
        refused = raised and self.checks.manually_validated
        if refused and self.checks.status is EligibilityStatus.INELIGIBLE:
            return "NOT_ALLOWED"
        if raised or self.teacher.prohibited_from_teaching:
            return "ACTIVE_FLAGS"
        return None if self.teacher.prohibited_from_teaching is None else raised


DUPLICITY = ("profile_duplicity",)
OF_MENTORS = (
    EligibilityReason.ACTIVE_FLAGS,
    EligibilityReason.PREVIOUS_PARTICIPATION,
    EligibilityReason.DIFFERENT_TRN,
    EligibilityReason.DUPLICATE_PROFILE,
)


def counts(declaration):
    voided = declaration.payment_status is PaymentStatus.VOIDED
    return not voided and declaration.clawback_status is ClawbackStatus.NO_CLAWBACK


def school_status(school, year):
    """Open, in England, and of an eligible type or with approval that lifts it: yes, no or None."""
    if school is None:
        return None
    if school.marked_as_eligible:
        return True
    known = school.gias_type in gias.TYPES
    is_open = school.gias_status and school.gias_status in (
        GiasStatus.OPEN,
        GiasStatus.PROPOSED_TO_CLOSE,
    )
    in_england = school.gias_type not in gias.OUTSIDE_ENGLAND_TYPES if known else None
    of_type = school.gias_type in gias.ELIGIBLE_TYPES if known else None
    approved = school.section_41_approved
    if year > 2024:
        if school.gias_type in gias.INDEPENDENT_TYPES:
            of_type = approved
    else:
        code = school.administrative_district_code
        in_england = code[0] in "eE" if code else in_england
        of_type = of_type and school.gias_type != "Secure units"
        if approved or (approved is None and not of_type):
            of_type = approved
    needed = (is_open, in_england, of_type)
    if False in needed:
        return False
    return None if None in needed else True


@given(worlds(), st.sampled_from([date(2025, 5, 31), date(2025, 6, 1)]))
def test_schools(world, on):
    words = {True: "ELIGIBLE", False: "NOT_ELIGIBLE", None: "CANNOT_TELL"}
    for urn in URNS:
        decision = RULE_SET.decide("school_eligibility", world.school(urn), on)
        year = 2024 if on.month == 5 else 2025
        assert decision.status == words[school_status(world.schools.get(urn), year)]


def funding(world, trn, on, year):
    """Every reason of FUND-0 to FUND-8 and of the chain that holds, and whether one was not told."""
    mentor = Mentor(world, trn)
    teacher = mentor.teacher
    if teacher is None:
        return ["TRN_NOT_KNOWN"], False
    mine, links = mentor.periods, mentor.links
    here = [p for p in mine.values() if not over(p, on)]
    schools = {school_status(world.schools.get(p.urn), year) for p in here}
    begun = [m for m in links if m.started_on <= on] or links
    training = [(m, mentor.of_ect[m.id]) for m in begun]
    untold = any(not told for _, told in training)
    led = any(
        t.training_programme is TrainingProgramme.PROVIDER_LED and share_a_day(t, m)
        for m, told in training
        for t in told
    )
    lost, _ = mentor.lost()
    old = year <= 2024
    flags = mentor.flags()
    took_part = mentor.check(EligibilityReason.PREVIOUS_PARTICIPATION, "previous_participation")
    another_trn = mentor.check(EligibilityReason.DIFFERENT_TRN, "different_trn")
    duplicate = mentor.check(EligibilityReason.DUPLICATE_PROFILE, *DUPLICITY)
    conditions = {
        "NOT_A_MENTOR": not mine,
        "PROHIBITED_FROM_TEACHING": not old and teacher.prohibited_from_teaching is True,
        flags: old and flags,
        "PREVIOUS_PARTICIPATION": old and took_part,
        LOST.get(lost): lost and not (lost is ABANDONED and on.isoformat() < "2024-07-31"),
        "DIFFERENT_TRN": old and another_trn,
        "DUPLICATE_RECORD": old and duplicate,
        "NO_ECT_ASSIGNED": mine and not links,
        "ASSIGNMENT_NOT_STARTED": links and min(m.started_on for m in links) > on,
        "NOT_AT_A_SCHOOL": mine and not here,
        "SCHOOL_NOT_ELIGIBLE": here and schools == {False},
        "NO_PROVIDER_LED_ECT": links and not led and not untold,
    }
    in_doubt = (
        (not old and teacher.prohibited_from_teaching is None)
        or (old and None in (flags, another_trn, duplicate))
        or (old and took_part is None and lost is not EARLY)
        or (None in schools and True not in schools)
        or bool(links and untold and not led)
    )
    return [code for code, holds in conditions.items() if holds], in_doubt


def answer(reasons, in_doubt):
    return reasons or (["CANNOT_TELL"] if in_doubt else ["ELIGIBLE"])


years = st.sampled_from([None, 2022, 2024, 2025, 2026])


@given(worlds(), some_day_asked, years)
def test_mentor_funding(world, on, year):
    for trn in TRNS:
        judged_by = year or Mentor(world, trn).judged_by(on)
        decision = RULE_SET.decide("mentor_funding", world.mentor(trn), on, year)
        expected = answer(*funding(world, trn, on, judged_by))
        assert [reason.code for reason in decision.reasons] == expected
        assert RULE_SET.contract_period("mentor_funding", world.mentor(trn), on) == (
            Mentor(world, trn).judged_by(on)
        )


@given(worlds(), some_day_asked, years)
def test_what_stands_beside_mentor_funding(world, on, year):
    for trn in TRNS:
        decision = RULE_SET.decide("mentor_funding", world.mentor(trn), on, year)
        mentor = Mentor(world, trn)
        told = dict(decision.details).get("published_eligible_for_funding")
        assert told is published(mentor)
        frozen = "PAYMENTS_FROZEN" in [warning.code for warning in decision.warnings]
        assert frozen == (mentor.teacher is not None and is_frozen(world, mentor, on))


def published(mentor):
    """Nothing, where neither day is known; else whether the first came before the last or alone."""
    if mentor.teacher is None:
        return None
    first = mentor.teacher.mentor_first_became_eligible_for_training_at
    _, last = mentor.lost()
    if first is None:
        return None if last is None else False
    return last is None or london(first) <= last


def is_frozen(world, mentor, on):
    if not mentor.training:
        return False
    year = world.contract_periods.get(year_of(last_of(mentor.training)))
    frozen_at = year.payments_frozen_at if year else None
    return frozen_at is not None and london(frozen_at) <= on


@given(worlds(), some_day_asked, years)
def test_mentor_training(world, on, year):
    for trn in TRNS:
        facts, mentor = world.mentor(trn), Mentor(world, trn)
        trained = RULE_SET.decide("mentor_training", facts, on, year)
        told = [reason.code for reason in trained.reasons]
        if (year or mentor.judged_by(on)) > 2024:
            funded = RULE_SET.decide("mentor_funding", facts, on, year)
            assert trained.status == funded.status
            assert set(funded.warnings) <= set(trained.warnings)
            expected = [reason.code for reason in funded.reasons]
        else:
            expected = answer(*trained_by_the_earlier_service(mentor))
        if expected == ["ELIGIBLE"] and may_go_on(mentor, on):
            expected = ["MAY_CONTINUE_WITHOUT_ECT"]
        assert told == expected
        assert dict(trained.details).get("state") == state(mentor, on)


def trained_by_the_earlier_service(mentor):
    """Flags, and whether ever named as somebody's mentor; nothing else plays a part."""
    if mentor.teacher is None:
        return ["TRN_NOT_KNOWN"], False
    if not mentor.periods:
        flags = mentor.flags()
        return ["NOT_A_MENTOR", *([flags] if flags else [])], False
    flags = mentor.flags()
    conditions = {
        "CHECKS_NOT_COMPLETE": mentor.checks is None,
        flags: flags,
        "NO_ECT_ASSIGNED": not mentor.links,
    }
    return [code for code, holds in conditions.items() if holds], flags is None


def may_go_on(mentor, on):
    """TRAIN-4: in training, and no mentorship now or to come."""
    return state(mentor, on) == "IN_TRAINING" and under_way(mentor, on)


def under_way(mentor, on):
    if not mentor.led or not all(over(m, on) for m in mentor.links):
        return False
    period = last_of(mentor.led)
    marked = [i for i in (period.withdrawn_at, period.deferred_at) if i and london(i) <= on]
    return period.started_on <= on and not over(period, on) and not marked


def state(mentor, on):
    """TRAIN-5 and TRAIN-6."""
    if mentor.teacher is None:
        return None
    lost, _ = mentor.lost()
    if lost is not None:
        return "STARTED_NOT_COMPLETED" if lost is ABANDONED else "COMPLETED"
    if not mentor.led:
        return "NOT_STARTED"
    period = last_of(mentor.led)
    marks = [
        (instant, name)
        for instant, name in ((period.deferred_at, 1), (period.withdrawn_at, 0))
        if instant and london(instant) <= on
    ]
    if marks:
        return ("WITHDRAWN", "DEFERRED")[max(marks)[1]]
    if period.started_on > on:
        return "NOT_STARTED"
    return "FINISHED" if over(period, on) else "IN_TRAINING"


def london(instant):
    """The random instants lie in British summer time: an hour ahead of UTC."""
    return (instant + ONE_HOUR).date()
