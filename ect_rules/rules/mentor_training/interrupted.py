"""TRAIN-6: deferring or withdrawing takes no eligibility away."""

from datetime import date

from ect_rules.completion import is_lost
from ect_rules.facts import MentorFacts
from ect_rules.rule import (
    MET,
    NOT_APPLICABLE,
    NOT_MET,
    Facts,
    Finding,
    Role,
    Rule,
    Source,
    Standing,
)
from ect_rules.training import interruption, latest, provider_led

RULE = Rule(
    id="TRAIN-6",
    sentence="The mentor's latest training is deferred or withdrawn and not completed: that takes "
    "no eligibility away. With both, the later instant names the state; a tie is deferred.",
    sources=(Source("RECT", "app/models/training_period.rb, status", Standing.RUN),),
    role=Role.STATES,
    precedence=60,
)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Met from the London day of the withdrawal or deferral. Not a question once funding is lost."""
    training = latest(provider_led(facts.training))
    if facts.teacher is None or is_lost(facts) or training is None:
        return NOT_APPLICABLE
    return NOT_MET if interruption(training, on) is None else MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """The instants of the latest training."""
    return ((latest(provider_led(facts.training)), "withdrawn_at", "deferred_at"),)
