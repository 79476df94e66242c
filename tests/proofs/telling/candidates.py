"""The situation of somebody whom a school wants to register or to assign."""

from datetime import date

from ect_rules.facts import AppropriateBodyType, GiasStatus, InductionStatus, MentorCandidate
from ect_rules.gias import INDEPENDENT_TYPES
from ect_rules.space import assigning, candidates
from tests.proofs.telling.schools import school
from tests.proofs.telling.words import (
    DAY,
    NOT_TOLD,
    YES_OR_NO,
    latest,
    led,
    on_a_day_of,
    over,
    stopped,
)


def _candidate(facts, on, before):
    """`before`: the period at a school before, or those, that the start must come after."""
    school_told = facts.school.school
    kind = school(facts.school, on, None)["type"]
    start = facts.started_on
    june = date(on.year - (2 if (on.month, on.day) >= (6, 1) else 3), 6, 1)
    begun = [t for t in facts.training if t.started_on <= on]
    ids = {p.id for p in before}
    inside = [
        t for t in begun if (t.ect_at_school_period_id or t.mentor_at_school_period_id) in ids
    ]
    after = "two days or more"
    if any(start - t.started_on < 2 * DAY for t in inside):
        after = "one day after training that has begun"
    if any(start - p.started_on < 2 * DAY for p in before):
        after = "one day"
    told = {c.year: c.enabled for c in facts.contract_periods}
    year = start.year if (start.month, start.day) >= (6, 1) else start.year - 1
    enabled = {True: "open", False: "not open", None: NOT_TOLD}
    return {
        "teacher": "held" if facts.teacher else "not held",
        "identity confirmed": YES_OR_NO[facts.identity_confirmed],
        "prohibited from teaching": YES_OR_NO[facts.teacher.prohibited_from_teaching]
        if facts.teacher
        else "no",
        "e-mail address in use": YES_OR_NO[facts.email_in_use],
        "start": ("too early" if start < june else "by the day")
        if start <= on
        else ("within four months" if start <= _four_months_on(on) else "later than that"),
        "contract period of the start": enabled[told[year]] if year in told else "not recorded",
        "start after the one before": after,
        "asked": candidates.SINCE_2025
        if on >= date(2025, 6, 1)
        else candidates.BEFORE_2025
        if on >= date(2024, 9, 1) or isinstance(facts, MentorCandidate)
        else candidates.BEFORE_2024,
        "GIAS status": "closed"
        if school_told.gias_status is GiasStatus.CLOSED
        else ("not closed" if school_told.gias_status else NOT_TOLD),
        "independent": NOT_TOLD
        if kind == NOT_TOLD
        else YES_OR_NO[school_told.gias_type in INDEPENDENT_TYPES],
        "section 41 approved": YES_OR_NO[school_told.section_41_approved],
        "unfinished training": "some" if facts.school.unfinished_training else "none",
    }


def _four_months_on(day):
    year, month = (day.year, day.month + 4) if day.month <= 8 else (day.year + 1, day.month - 8)
    last = date(year + month // 12, month % 12 + 1, 1) - DAY
    return min(date(year, month, min(day.day, last.day)), last)


def ect_candidate(facts, on, year):
    here = [p for p in facts.registrations if p.urn == facts.school.school.urn]
    before = latest(facts.registrations)
    status = facts.teacher.trs_induction_status if facts.teacher else InductionStatus.NONE
    concluded = [
        s for s in InductionStatus if s.value in ("Passed", "Failed", "FailedInWales", "Exempt")
    ]
    own = [t for t in facts.mentor_training if led(t) and on_a_day_of(t, on)]
    bodies = {
        None: NOT_TOLD,
        AppropriateBodyType.NATIONAL: "national",
        AppropriateBodyType.LOCAL_AUTHORITY: "local authority",
        AppropriateBodyType.TEACHING_SCHOOL_HUB: "teaching school hub",
    }
    return _candidate(facts, on, [before] if before else []) | {
        "TRS induction status": NOT_TOLD
        if status is None
        else (status.value if status in concluded else "not concluded"),
        "training as a mentor": "under way" if any(not stopped(t, on) for t in own) else "none",
        "registration before": "none"
        if before is None
        else "with a last day"
        if before.finished_on
        else "at the school, without a last day"
        if before in here
        else "elsewhere, without a last day",
        "registered at the school": "without a last day"
        if any(p.finished_on is None for p in here)
        and not (before in here and not before.finished_on)
        else "no",
        "appropriate body": bodies[facts.appropriate_body]
        if on >= date(2024, 9, 1)
        else "teaching school hub",
    }


def mentor_candidate(facts, on, year):
    here = [p for p in facts.at_schools if p.urn == facts.school.school.urn]
    elsewhere = [p for p in facts.at_schools if p.urn != facts.school.school.urn]
    still = [p for p in elsewhere if not over(p, facts.started_on)]
    return _candidate(facts, on, still) | {
        "the ECT": {None: NOT_TOLD, facts.trn: "the same teacher"}.get(
            facts.ect_trn, "another teacher"
        ),
        "mentor at another school": "beyond the start"
        if still
        else ("until the start" if elsewhere else "no"),
        "leaves the other school": YES_OR_NO[facts.here_only],
        "mentor at the school": "without a last day"
        if any(p.finished_on is None for p in here)
        else "no",
    }


def assignment(facts, on, year):
    if facts.ect is None or facts.mentor is None:
        return {
            "the ECT": "registered" if facts.ect else "not registered",
            "the mentor": "registered" if facts.mentor else "not registered",
        }
    proposed = facts.proposed
    shares = [
        (o.finished_on or date.max) >= proposed.started_on
        and (proposed.finished_on or date.max) >= o.started_on
        for o in facts.others
    ]
    backwards = proposed.finished_on is not None and proposed.finished_on < proposed.started_on
    return {
        "the same person": YES_OR_NO[facts.ect.trn == facts.mentor.trn],
        "at the same school": YES_OR_NO[facts.ect.urn == facts.mentor.urn],
        "days": "open"
        if proposed.finished_on is None
        else ("last day before the first" if backwards else "with a last day"),
        "days against the ECT's at the school": _against(proposed, facts.ect),
        "days against the mentor's at the school": _against(proposed, facts.mentor),
        "last day of the mentor at the school": "some" if facts.mentor.finished_on else "none",
        "another mentor of the ECT": "on one of these days"
        if any(shares)
        else ("ends before" if shares else "none"),
    }


def _against(inner, outer):
    if inner.started_on < outer.started_on:
        return assigning.WITHIN[1]
    ends = (inner.finished_on or date.max) > (outer.finished_on or date.max)
    return assigning.WITHIN[2 if ends else 0]
