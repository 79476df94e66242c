"""TRAIN-7: two years are as long as training is meant to take."""

from collections.abc import Iterable
from datetime import date

from ect_rules.completion import is_lost
from ect_rules.dated import years_after
from ect_rules.facts import MentorFacts, TrainingPeriod
from ect_rules.rule import (
    NOT_APPLICABLE,
    NOT_MET,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Verdict,
)
from ect_rules.training import interruption, provider_led

TWO_YEARS = Reason("TWO_YEARS_ACCESS", None, "The mentor has had access to training for two years.")

RULE = Rule(
    id="TRAIN-7",
    sentence="Two years or more have passed since the mentor's training began, without a "
    "withdrawal, and it is not marked as completed or as started and not completed.",
    sources=(Source("RECT", "lead_provider_guidance_2026.md"),),
    role=Role.WARNS,
    precedence=70,
    reasons=(TWO_YEARS,),
    other_reading="Three years (service rules of the earlier service), two years' access (guidance "
    "of 2026), or the stored mark alone: here only the mark bars, and two years warn (AMB-5).",
)

WARNED = Finding(Verdict.MET, warnings=RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Met from the second anniversary of the first day of training, that day included."""
    training = provider_led(facts.training)
    if facts.teacher is None or is_lost(facts) or not training:
        return NOT_APPLICABLE
    withdrawn = any(interruption(t, on) == "WITHDRAWN" for t in training)
    return NOT_MET if withdrawn or on < _two_years_on(training) else WARNED


def _two_years_on(training: Iterable[TrainingPeriod]) -> date:
    return years_after(min(t.started_on for t in training), 2)


def reads(facts: MentorFacts, on: date) -> Facts:
    """When each training began, and whether it was withdrawn."""
    return tuple((t, "started_on", "withdrawn_at") for t in provider_led(facts.training))


def days(facts: MentorFacts) -> Iterable[date]:
    """The day on which this rule's finding may change and that no fact names: the anniversary."""
    training = provider_led(facts.training)
    return (_two_years_on(training),) if training else ()
