"""What the decision tables about mentors are given."""

from typing import Any

from ect_rules.facts import MentorFacts
from tests.oracles.asking import Question
from tests.oracles.features import (
    NEVER,
    Features,
    check,
    interruption,
    latest,
    number,
    of_school,
    refused,
    rules,
    still,
    year_of,
    yes,
)


def whose_rules(facts: MentorFacts, question: Question) -> str:
    """By the mentor's latest training, else the last assigned ECT's, else the day."""
    if question.contract_period:
        return rules(question.contract_period)
    assigned_last_first = sorted(
        facts.mentorships, key=lambda link: (link.started_on, link.period.id), reverse=True
    )
    for training in (facts.training, *(link.ect_training for link in assigned_last_first)):
        if newest := latest(training):
            return rules(newest.contract_period or year_of(newest.started_on))
    return rules(year_of(question.on))


def lost(facts: MentorFacts, on: int = NEVER) -> str:
    """The loss of funding: stored, or from the declarations that a training was completed.

    `on`: as things stand on that day; the mark of started and not completed comes first from 31 July
    2024 only.
    """
    if facts.teacher is None:
        return "no"
    stored = str(facts.teacher.mentor_became_ineligible_for_funding_reason or "no")
    told = [d for d in facts.declarations if d.declaration_type == "completed"]
    standing = sorted(
        (d.declaration_date, [-ord(c) for c in d.id], d)
        for d in told
        if d.payment_status != "voided" and d.clawback_status == "no_clawback"
    )
    if not standing:
        gone = told and stored == "completed_declaration_received"
        return "no" if gone else stored
    years = {t.id: t.contract_period or year_of(t.started_on) for t in facts.training}
    earlier_service = years[standing[-1][2].training_period_id] < 2025
    marked = stored == "started_not_completed" and on >= 20240731
    stands = marked or stored == "completed_during_early_roll_out"
    return stored if earlier_service and stands else "completed_declaration_received"


def mentor_funding(facts: MentorFacts, question: Question, school: Any) -> Features:
    """`school`: from the features of a school to the status that the tables give it."""
    rule_set, on = whose_rules(facts, question), number(question.on)
    prohibited = yes(facts.teacher.prohibited_from_teaching) if facts.teacher else "no"
    here = still(facts.at_schools, question.on)
    answers = {school(of_school(at.school.school, rule_set)) for at in here}
    begun = [m for m in facts.mentorships if number(m.started_on) <= on]
    links = begun or facts.mentorships
    return {
        "rules": rule_set,
        "day": on,
        "known": facts.teacher is not None,
        "mentor": bool(facts.at_schools),
        "prohibited": prohibited,
        "flags": _first({prohibited, check(facts.ecf, "active_flags")}, "yes", "not told", "no"),
        "refused": refused(facts.ecf),
        "participated": check(facts.ecf, "previous_participation"),
        "other_trn": check(facts.ecf, "different_trn"),
        "duplicate": check(facts.ecf, "duplicate_profile"),
        "lost": lost(facts, on),
        "assigned_from": min((number(m.started_on) for m in links), default=NEVER),
        "schools": next((a for a in ("ELIGIBLE", "CANNOT_TELL") if a in answers), "NOT_ELIGIBLE")
        if here
        else "none",
        "provider_led": _provider_led(links),
    }


def _first(found: set[str], *wanted: str) -> str:
    return next(word for word in wanted if word in found)


def _provider_led(links: Any) -> str:
    if any(
        t.training_programme == "provider_led"
        and max(number(t.started_on), number(link.started_on))
        <= min(number(t.finished_on), number(link.finished_on))
        for link in links
        for t in link.ect_training
    ):
        return "yes"
    return "no" if all(link.ect_training for link in links) else "not told"


def mentor_training(facts: MentorFacts, question: Question, school: Any) -> Features:
    """Those of funding, which is asked first from 2025, and how training and mentorships stand."""
    on = number(question.on)
    newest = latest(t for t in facts.training if t.training_programme == "provider_led")
    return mentor_funding(facts, question, school) | {
        "checked": facts.ecf is not None,
        "from": number(newest and newest.started_on),
        "to": number(newest and newest.finished_on),
        "interrupted": bool(newest and interruption(newest, question.on)) or lost(facts) != "no",
        "mentoring": any(number(m.finished_on) >= on for m in facts.mentorships),
    }


def record_retention(facts: MentorFacts, question: Question) -> Features:
    on = number(question.on)
    begun = latest(
        t
        for t in facts.training
        if t.training_programme == "provider_led" and number(t.started_on) <= on
    )
    mentored = [(number(m.started_on), number(m.finished_on)) for m in facts.mentorships]
    return {
        "day": on,
        "known": facts.teacher is not None,
        "mentor": bool(facts.at_schools),
        "lost": lost(facts),
        "mentoring_now": any(first <= on <= last for first, last in mentored),
        "last_mentorship_from": max((first for first, _ in mentored), default=0),
        "training_to": number(begun.finished_on) if begun else 0,
        "interruption": interruption(begun, question.on) if begun else "",
        "money": any(
            d.payment_status in ("eligible", "payable", "paid")
            or d.clawback_status in ("awaiting_clawback", "clawed_back")
            for d in facts.declarations
        ),
    }
