"""The situation of an ECT: the registration, and the funding of their own training."""

from datetime import date

from ect_rules.dated import london_day as london
from ect_rules.facts import EligibilityReason, InductionOutcome, InductionStatus
from ect_rules.space import ects
from tests.proofs.telling.schools import ELIGIBLE, eligible
from tests.proofs.telling.words import NOT_TOLD, YES_OR_NO, checks, over, when


def registration(facts, on, _):
    status = facts.teacher.trs_induction_status if facts.teacher else None
    asker, period = facts.asking_urn, facts.period
    reporter = period.reported_leaving_by_urn if period else None
    stays = [m for m in facts.mentors_at_school if m.finished_on is None and m.trn != facts.trn]
    return {
        "teacher": "held" if facts.teacher else "not held",
        "ECT at the school": when([period] if period else [], on, ("now", "later", "before")),
        "last day at the school": "to come"
        if period and period.finished_on and period.finished_on >= on
        else "none",
        "leaving reported": "no"
        if reporter is None
        else ("by the school that asks" if asker in (None, reporter) else "by another school"),
        "asked by": "the school" if asker else "nobody",
        "TRS induction status": status.value if status else "absent",
        "mentorship": when(facts.mentorships, on, ("now", "later", "ended")),
        "another mentor": "who stays" if stays else "none",
    }


def ect(facts, on, year):
    """What the funding of an ECT tells apart."""
    if facts.teacher is None or facts.period is None:
        held = "not held" if facts.teacher is None else "held"
        return {"teacher": held, "ECT at the school": "never"}
    teacher, record = facts.teacher, facts.ecf
    flags = {
        name: (reason, record and getattr(record, field))
        for name, reason, field in (
            ("active flags", "ACTIVE_FLAGS", "active_flags"),
            ("took part in the early roll-out", "PREVIOUS_PARTICIPATION", "previous_participation"),
            ("another TRN", "DIFFERENT_TRN", "different_trn"),
            ("no QTS by the check", "NO_QTS", "no_qts"),
            ("previous induction by the check", "PREVIOUS_INDUCTION", "previous_induction"),
            ("exempt by the check", "EXEMPT_FROM_INDUCTION", "exempt_from_induction"),
            ("no induction by the check", "NO_INDUCTION", "no_induction"),
        )
        for reason in [EligibilityReason[reason]]
    }
    found, refused = checks(record, flags)
    if refused:
        found["active flags"] = "refused by hand"
    for name in list(found)[3:]:
        found[name] = ects.RECORDS_SAY if found[name] == NOT_TOLD else found[name]
    seen_on = teacher.ect_became_ineligible_for_funding_on
    frozen_at = facts.training_year.payments_frozen_at if facts.training_year else None
    pays = list(ects.FREEZES)
    return {
        "teacher": "held",
        "ECT at the school": when([facts.period], on, ("now", "later", "before")),
        "the school": ELIGIBLE[eligible(facts.school, year)],
        "prohibited from teaching": YES_OR_NO[teacher.prohibited_from_teaching],
        "QTS": _qts(teacher, on),
        "seen to be exempt": "never"
        if seen_on is None
        else ("by the day" if seen_on <= on else "later"),
        "training": pays[0 if frozen_at is None else 1 if london(frozen_at) <= on else 2]
        if facts.training
        else "none",
        **_inductions(teacher, facts.induction_periods, on),
        **found,
    }


def _qts(teacher, on):
    if teacher.qts_awarded_on is not None:
        return "held" if teacher.qts_awarded_on <= on else "to be awarded"
    return {True: "held", False: "not held", None: NOT_TOLD}[teacher.qts_held]


def _inductions(teacher, periods, on):
    status = teacher.trs_induction_status
    words = {
        None: NOT_TOLD,
        InductionStatus.NONE: "RequiredToComplete or None",
        InductionStatus.REQUIRED_TO_COMPLETE: "RequiredToComplete or None",
    }
    september = date(2023, 9, 1)
    outcomes = [p for p in periods if p.outcome and p.finished_on]
    ended = [p for p in outcomes if over(p, on)]
    begins = min((p.started_on for p in periods), default=None)
    if begins is None:
        period = "none"
    elif begins < date(2021, 9, 1):
        period = ects.EARLY if on >= september else ects.EARLY_ASKED
        period = ects.EARLY_TO_COME if on < begins else period
    else:
        period = "begun" if begins <= on else "to come"
    outcome = "to come" if outcomes else "none"
    if ended:
        how = "passed" if ended[-1].outcome is InductionOutcome.PASS else "failed"
        early = any(over(p, september) for p in outcomes)
        before = period == ects.EARLY_ASKED or (early and period == ects.EARLY)
        outcome = f"{how} {'before' if before else 'since'} September 2023"
    return {
        "TRS induction status": words.get(status, status and status.value),
        "induction period": period,
        "outcome of induction": outcome,
    }
