"""What the decision tables are given: one flat set of values for a subject and a day.

Days are numbers such as 20250601, so that tables can compare them.
"""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from ect_rules.facts import (
    EcfEligibility,
    EctFacts,
    School,
    SchoolFacts,
    TrainingPeriod,
)
from tests.oracles.asking import Question

NEVER = 9999_12_31
Features = dict[str, Any]


def number(day: date | None) -> int:
    return NEVER if day is None else day.year * 10_000 + day.month * 100 + day.day


def yes(told: bool | None) -> str:
    return "not told" if told is None else "yes" if told else "no"


def london(instant: datetime) -> date:
    return instant.astimezone(ZoneInfo("Europe/London")).date()


def rules(contract_period: int) -> str:
    return "RECT" if contract_period >= 2025 else "ECF1"


def year_of(day: date) -> int:
    return day.year if (day.month, day.day) >= (6, 1) else day.year - 1


def still(periods: Any, on: date) -> list[Any]:
    """Those that are not over: now and later."""
    return [p for p in periods if number(p.finished_on) >= number(on)]


def school_eligibility(facts: SchoolFacts, question: Question) -> Features:
    return of_school(facts.school, rules(question.contract_period or year_of(question.on)))


def of_school(school: School, rule_set: str) -> Features:
    return {
        "rules": rule_set,
        "marked": school.marked_as_eligible,
        "gias_status": str(school.gias_status or "not told"),
        "gias_type": school.gias_type or "not told",
        "section_41": yes(school.section_41_approved),
        "district": school.administrative_district_code or "not told",
    }


def registration(facts: EctFacts, question: Question) -> Features:
    period, day = facts.period, number(question.on)
    last_day = number(period.finished_on) if period else NEVER
    reporter = period.reported_leaving_by_urn if period else None
    mentored = still(facts.mentorships, question.on)
    return {
        "day": day,
        "known": facts.teacher is not None,
        "registered": period is not None,
        "last_day": last_day,
        "reported": last_day != NEVER and reporter is not None and reporter == facts.asking_urn,
        "induction": str(facts.teacher.trs_induction_status if facts.teacher else None),
        "mentor_from": min((number(m.started_on) for m in mentored), default=NEVER),
    }


CHECKED = {
    "mentor": {"active_flags", "previous_participation", "different_trn", "duplicate_profile"},
    "ect": {
        *("active_flags", "previous_participation", "previous_induction", "no_qts"),
        *("different_trn", "exempt_from_induction", "no_induction"),
    },
}


def check(held: EcfEligibility | None, reason: str) -> str:
    """What the earlier service found: a record validated by hand names what stands, if anything."""
    if held is None:
        return "not told"
    if held.manually_validated:
        if held.status == "eligible":
            return "no"
        return yes(held.reason == reason if held.reason in CHECKED[held.role] else None)
    if reason == "duplicate_profile":
        kind = held.profile_duplicity
        return yes(kind and kind == "secondary")
    return yes(getattr(held, reason))


def refused(held: EcfEligibility | None) -> bool:
    """By hand, because of flags."""
    return bool(
        held
        and held.manually_validated
        and held.status == "ineligible"
        and held.reason == "active_flags"
    )


def latest(training: Any) -> Any:
    """The one that starts last; of two, the first by id."""
    by_id = sorted(training, key=lambda t: t.id)
    return max(by_id, key=lambda t: t.started_on, default=None)


def interruption(training: TrainingPeriod, on: date) -> str:
    """The later of those that have come by the day; a tie is a deferral."""
    marks = ((training.withdrawn_at, 0, "withdrawn"), (training.deferred_at, 1, "deferred"))
    come = [mark for mark in marks if mark[0] and london(mark[0]) <= on]
    return max(come)[2] if come else ""
