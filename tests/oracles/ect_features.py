"""What the decision tables about the funding of ECTs are given."""

from datetime import date
from typing import Any

from ect_rules.facts import EctFundingFacts, Teacher
from tests.oracles.asking import Question
from tests.oracles.features import (
    NEVER,
    Features,
    check,
    latest,
    number,
    of_school,
    refused,
    rules,
    year_of,
    yes,
)


def ect_funding(facts: EctFundingFacts, question: Question, school: Any) -> Features:
    teacher, on = facts.teacher, question.on
    newest = latest(facts.training)
    year = newest and (newest.contract_period or year_of(newest.started_on))
    rule_set = rules(question.contract_period or year or year_of(on))
    prohibited = yes(teacher and teacher.prohibited_from_teaching)
    first_day = min((number(p.started_on) for p in facts.induction_periods), default=NEVER)
    exempt_from = number(teacher and teacher.ect_became_ineligible_for_funding_on)
    status = str((teacher and teacher.trs_induction_status) or "not told")
    return {
        "rules": rule_set,
        "day": number(on),
        "known": teacher is not None,
        "registered": facts.period is not None,
        "last_day": number(facts.period and facts.period.finished_on),
        "prohibited": prohibited,
        "flags": "yes" if prohibited == "yes" else check(facts.ecf, "active_flags"),
        "refused": refused(facts.ecf),
        "participated": check(facts.ecf, "previous_participation"),
        "inducted": check(facts.ecf, "previous_induction"),
        "no_qts": check(facts.ecf, "no_qts"),
        "other_trn": check(facts.ecf, "different_trn"),
        "exempted": check(facts.ecf, "exempt_from_induction"),
        "no_induction": check(facts.ecf, "no_induction"),
        "status": "Exempt" if status == "Exempt" or exempt_from <= number(on) else status,
        "status_on_day": induction_status(facts, on),
        "status_2023": induction_status(facts, date(2023, 9, 1)),
        "induction_from": first_day,
        "qts": qts(teacher, on) if teacher else "",
        "school": school(of_school(facts.school.school, rule_set)) if facts.school else "",
    }


def induction_status(facts: EctFundingFacts, on: date) -> str:
    """The present status, unless an outcome shows that it was another: from the day after its last."""
    status = str((facts.teacher and facts.teacher.trs_induction_status) or "not told")
    ends = [
        (p.started_on, p.id, number(p.finished_on) < number(on), p.outcome)
        for p in facts.induction_periods
        if p.finished_on and p.outcome
    ]
    past = [end for end in sorted(ends) if end[2]]
    if status in ("Passed", "Failed"):
        return status if past or not ends else "InProgress"
    if past and status != "FailedInWales":
        return {"pass": "Passed", "fail": "Failed"}[past[-1][3]]
    return status


def qts(teacher: Teacher, on: date) -> str:
    if teacher.qts_awarded_on:
        return yes(number(on) >= number(teacher.qts_awarded_on))
    return yes(teacher.qts_held)
