"""Grants to schools for the time that mentors spend in training, by academic year.

An explanation with a figure in hours and no payment engine: what was paid is not told to us, and
hours are not divided among schools. The conditions are those of the academic year of the day asked
about; each function is for days of its own years only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from attrs import evolve, frozen

from ect_rules.academic import (
    TWO_ELEMENTS,
    Stretch,
    academic_year_of,
    begun_under_new_rules,
    settled,
    summer_cut,
    terms_of,
    trained_in,
    year_of_training,
)
from ect_rules.completion import counts
from ect_rules.dated import covers, london_day
from ect_rules.facts import (
    Declaration,
    DeclarationType,
    EvidenceType,
    GrantPart,
    MentorFacts,
)
from ect_rules.rule import TELL_MISSING_FACTS, Actor, Facts, Finding, NextAction, Reason
from ect_rules.training import interruption, latest, provider_led

GRANT_DUE = Reason("GRANT_DUE", "DUE", "A grant for the mentor's time in training is due.")
GRANT_NOT_YET_DUE = Reason(
    "GRANT_NOT_YET_DUE",
    "NOT_YET_DUE",
    "No part of the grant is due so far, and one may still become due in the academic year.",
)
GRANT_NOT_DUE = Reason(
    "GRANT_NOT_DUE", "NOT_DUE", "No part of the grant can become due in the academic year."
)
REASONS = (GRANT_DUE, GRANT_NOT_YET_DUE, GRANT_NOT_DUE)
DECLARE_MILESTONE = NextAction(
    "DECLARE_MILESTONE",
    Actor.LEAD_PROVIDER,
    "Declare the milestones that the mentor has reached, with the evidence.",
)
ENGAGED = (
    DeclarationType.RETAINED_3,
    DeclarationType.RETAINED_4,
    DeclarationType.COMPLETED,
)
ENOUGH = {EvidenceType.ENGAGEMENT_MET, EvidenceType.ENGAGEMENT_MET_REDUCED_INDUCTION}


@frozen(cache_hash=True)
class Outcome:
    """How a part came out on a day.

    `open`: it is not due, and may become due by the end of the academic year by the passing of time
    or by a declaration. `undeclared`: a declaration is what it waits for.
    """

    part: GrantPart
    open: bool = False
    undeclared: bool = False


def earliest_due(facts: MentorFacts, on: date) -> date:
    """The first day, from `on`, on which a declaration could make a part due."""
    year = academic_year_of(on)
    by_the_calendar = settled(on) and not (year == TWO_ELEMENTS and begun_under_new_rules(facts))
    return max(on, summer_cut(year)) if by_the_calendar else on


def two_parts(facts: MentorFacts, on: date) -> tuple[Outcome, ...]:
    """The part of 18 hours for 2021-22 or 2022-23: the first in year 1, the second in year 2."""
    number, cut = year_of_training(facts, on), summer_cut(academic_year_of(on))
    if number == 0:
        return (_not_due("part 1", 18, "Training began after 31 May: due in the next summer."),)
    if number > 1:
        declared = _declared(facts.declarations, on, ENGAGED)
        what = "declaration 4 or 5 or a completed declaration"
        return (_in_summer("part 2", 18, what, bool(declared), on >= cut),)
    by = min(on, cut)
    training = latest(t for t in provider_led(facts.training) if t.started_on <= by)
    if training is not None and interruption(training, by) == "WITHDRAWN":
        return (_not_due("part 1", 18, "The mentor had withdrawn by 1 June, the data cut."),)
    declared = _declared(facts.declarations, on, (DeclarationType.STARTED,))
    return (_in_summer("part 1", 18, "a started declaration", bool(declared), on >= cut),)


def by_term(facts: MentorFacts, on: date, *, second_hand: bool) -> tuple[Outcome, ...]:
    """6 hours for each term in training that a declaration dated in it confirms, after the summer."""
    year = academic_year_of(on)
    if year_of_training(facts, on) > 2:
        words = "The two years that there is a grant for are over."
        return (_not_due("terms", 18, words, second_hand),)
    return tuple(_term(facts, on, term, second_hand) for term in terms_of(year))


def _term(facts: MentorFacts, on: date, term: Stretch, second_hand: bool) -> Outcome:
    # Training for a contract period from 2025 has the 20 hours of a new mentor, and these not as well.
    begun = [
        t for t in facts.training if t.started_on <= on and (t.contract_period or 0) < TWO_ELEMENTS
    ]
    if term.started_on <= on and trained_in(begun, term, on):
        told = _declared(facts.declarations, on, tuple(DeclarationType))
        confirmed = any(covers(term, london_day(d.declaration_date)) for d in told)
        after = on >= summer_cut(academic_year_of(on))
        what = "a declaration dated in the term"
        return _in_summer(term.name, 6, what, confirmed, after, second_hand)
    if on > term.finished_on:
        words = "The mentor was not in training in the term."
        return _not_due(term.name, 6, words, second_hand)
    words = "The mentor is not in training in the term so far."
    return _outcome(term.name, 6, False, words, second_hand, open=True)


def two_elements(facts: MentorFacts, on: date) -> tuple[Outcome, Outcome]:
    """The start element and the completion element of the 20 hours for a new mentor in 2025-26."""
    started = _declared(facts.declarations, on, (DeclarationType.STARTED,))
    completed = _declared(facts.declarations, on, (DeclarationType.COMPLETED,))
    evidence = {d.evidence_type for d in completed}
    if evidence & ENOUGH:
        completion = COMPLETED
    elif None in evidence:
        completion = EVIDENCE_NOT_TOLD
    else:
        completion = NOT_ENOUGH if evidence else NOT_COMPLETED
    return (STARTED if started else NOT_STARTED, completion)


def _declared(
    declarations: Iterable[Declaration], on: date, types: Sequence[DeclarationType]
) -> list[Declaration]:
    """The declarations of those types that count and are dated by `on`."""
    return [
        d
        for d in declarations
        if d.declaration_type in types and counts(d) and london_day(d.declaration_date) <= on
    ]


@lru_cache(maxsize=1_000)
def _outcome(
    name: str,
    hours: float,
    due: bool | None,
    words: str,
    second_hand: bool = False,
    *,
    open: bool = False,  # noqa: A002  as in Outcome
    undeclared: bool = False,
) -> Outcome:
    return Outcome(GrantPart(name, hours, due, second_hand, words), open, undeclared)


def _not_due(name: str, hours: float, words: str, second_hand: bool = False) -> Outcome:
    return _outcome(name, hours, False, words, second_hand)


def _in_summer(
    name: str, hours: float, what: str, declared: bool, after: bool, second_hand: bool = False
) -> Outcome:
    if not declared:
        words = f"It needs {what}, and there is none that counts."
        return _outcome(name, hours, False, words, second_hand, open=True, undeclared=True)
    if not after:
        words = f"It needs {what}, and there is one. It is due in the summer."
        return _outcome(name, hours, False, words, second_hand, open=True)
    return _outcome(name, hours, True, f"It needs {what}, and there is one.", second_hand)


_START, _COMPLETION = ("start element", 4), ("completion element", 16)
_NEEDS = "It needs a completed declaration with evidence of at least 75 % engagement"
STARTED = _outcome(*_START, True, "It needs a started declaration, and there is one.", True)
NOT_STARTED = _outcome(
    *_START,
    False,
    "It needs a started declaration, and there is none that counts.",
    True,
    open=True,
    undeclared=True,
)
COMPLETED = _outcome(*_COMPLETION, True, f"{_NEEDS}, and there is one.", True)
EVIDENCE_NOT_TOLD = _outcome(*_COMPLETION, None, f"{_NEEDS}; the evidence is not told.", True)
NOT_ENOUGH = _outcome(
    *_COMPLETION, False, f"{_NEEDS}; there is other evidence.", True, open=True, undeclared=True
)
NOT_COMPLETED = _outcome(
    *_COMPLETION,
    False,
    f"{_NEEDS}, and there is none that counts.",
    True,
    open=True,
    undeclared=True,
)


def in_doubt(outcomes: Iterable[Outcome]) -> bool:
    """Whether no part is known to be due, and of one it cannot be told."""
    due = [outcome.part.due for outcome in outcomes]
    return True not in due and None in due


@lru_cache(maxsize=1_000)
def with_parts(finding: Finding, outcomes: tuple[Outcome, ...]) -> Finding:
    """`finding` with the reason, the actions, the hours due and the parts: the same for the same ones."""
    parts = tuple(outcome.part for outcome in outcomes)
    hours = float(sum(part.hours for part in parts if part.due))
    waits = any(outcome.undeclared for outcome in outcomes)
    actions = (DECLARE_MILESTONE,) * waits
    if in_doubt(outcomes):
        reasons: tuple[Reason, ...] = ()
        actions += (TELL_MISSING_FACTS,)
    elif hours:
        reasons = (GRANT_DUE,)
    else:
        may_be = any(outcome.open for outcome in outcomes)
        reasons = (GRANT_NOT_YET_DUE if may_be else GRANT_NOT_DUE,)
    details = (("hours", hours), ("parts", parts))
    return evolve(finding, reasons=reasons, actions=actions, details=details)


def reads_of_parts(facts: MentorFacts) -> Facts:
    """What the parts go by: the mentor's training, and the declarations about it."""
    fields = ("training_programme", "contract_period", "started_on", "finished_on")
    declared = ("declaration_type", "declaration_date", "payment_status")
    return (
        *((t, *fields, "withdrawn_at", "deferred_at") for t in facts.training),
        *((d, *declared, "clawback_status", "evidence_type") for d in facts.declarations),
    )
