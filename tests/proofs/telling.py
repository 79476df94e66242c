"""From any facts to the situation they are: what the rules of a check can tell apart, and no more.

A second reading, by other means than the rules, of what matters in the facts of a mentor or an ECT.
"""

from datetime import date

from ect_rules.completion import counts
from ect_rules.dated import covers, ended
from ect_rules.facts import (
    DeclarationType,
    EctFacts,
    InductionStatus,
    MentorFacts,
    SchoolFacts,
    TrainingProgramme,
)
from ect_rules.gias import ELIGIBLE_TYPES, INDEPENDENT_TYPES
from ect_rules.space.mentors import LOST
from ect_rules.space.people import TOLD

YES_OR_NO = {value: word for word, value in TOLD.items()}


def registration(facts: EctFacts, on):
    """The situation of a registration on a day."""
    status = facts.teacher.trs_induction_status if facts.teacher else None
    asker, period = facts.asking_urn, facts.period
    reporter = period.reported_leaving_by_urn if period else None
    stays = [m for m in facts.mentors_at_school if m.finished_on is None and m.trn != facts.trn]
    return {
        "teacher": "held" if facts.teacher else "not held",
        "ECT at the school": _when([period] if period else [], on, ("now", "later", "before")),
        "last day at the school": "to come"
        if period and period.finished_on and period.finished_on >= on
        else "none",
        "leaving reported": "no"
        if reporter is None
        else ("by the school that asks" if asker in (None, reporter) else "by another school"),
        "asked by": "the school" if asker else "nobody",
        "TRS induction status": status.value if status else "absent",
        "mentorship": _when(facts.mentorships, on, ("now", "later", "ended")),
        "another mentor": "who stays" if stays else "none",
    }


def mentor(facts: MentorFacts, on):
    """The situation of a mentor on a day, by the rules for contract periods from 2025."""
    teacher = facts.teacher
    lost = {reason: word for word, reason in reversed(LOST.items())}
    reason = lost[teacher.mentor_became_ineligible_for_funding_reason] if teacher else "none"
    if reason == "started and not completed" and on < date(2024, 7, 31):
        reason += ", asked before 31 July 2024"
    here = [at for at in facts.at_schools if not ended(at, on)]
    begun = [link for link in facts.mentorships if link.started_on <= on]
    still = [link for link in facts.mentorships if not ended(link, on)]
    link_word = ("now" if still else "ended") if begun else "later"
    schools = {_school(at.school) for at in here}
    return {
        "teacher": "held" if teacher else "not held",
        "prohibited from teaching": YES_OR_NO[teacher.prohibited_from_teaching]
        if teacher
        else "no",
        "loss of funding": reason,
        "completed declaration": _declared(facts),
        "at a school": _when(facts.at_schools, on, ("now", "later", "before")),
        "the school": _first(schools, "eligible", "not told", "not eligible", otherwise="eligible"),
        "assigned to an ECT": link_word if facts.mentorships else "never",
        "training of the ECT": _first(
            {_led(link) for link in begun or facts.mentorships},
            "provider-led",
            "not told",
            "school-led",
            otherwise="provider-led",
        ),
        "induction of the ECT": _first(
            {_induction(link) for link in still},
            "goes on",
            "not told",
            "passed or failed",
            otherwise="goes on",
        ),
    }


def _when(periods, on, words):
    now, later, before = words
    if any(covers(p, on) for p in periods):
        return now
    if any(p.started_on > on for p in periods):
        return later
    return before if periods else ("never" if before == "before" else "none")


def _first(found, *wanted, otherwise):
    return next((word for word in wanted if word in found), otherwise)


def _school(facts: SchoolFacts):
    school = facts.school
    if school.marked_as_eligible:
        return "eligible"
    status = school.gias_status and school.gias_status.value
    independent = school.gias_type in INDEPENDENT_TYPES
    funded = school.gias_type in ELIGIBLE_TYPES or (independent and school.section_41_approved)
    if status in ("closed", "proposed_to_open"):
        return "not eligible"
    doubtful = school.gias_type is None or (independent and school.section_41_approved is None)
    if not funded and not doubtful and school.gias_type != "none of the 41":
        return "not eligible"
    return "eligible" if funded and status else "not told"


def _led(link):
    shared = [
        t
        for t in link.ect_training
        if t.training_programme is TrainingProgramme.PROVIDER_LED
        and (t.finished_on is None or t.finished_on >= link.started_on)
        and (link.finished_on is None or link.finished_on >= t.started_on)
    ]
    return "provider-led" if shared else ("school-led" if link.ect_training else "not told")


def _induction(link):
    status = link.ect.trs_induction_status if link.ect else None
    if status is None:
        return "not told"
    concluded = status in (InductionStatus.PASSED, InductionStatus.FAILED)
    return "passed or failed" if concluded else "goes on"


def _declared(facts: MentorFacts):
    completed = [d for d in facts.declarations if d.declaration_type is DeclarationType.COMPLETED]
    if any(counts(d) for d in completed):
        return "counts"
    return "voided" if completed else "none"
