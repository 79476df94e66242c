"""DATA-2: training that is paused needs the record when it goes on."""

from datetime import date

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
    Standing,
    Verdict,
)
from ect_rules.training import going, interruption, latest, provider_led

TRAINING_DEFERRED = Reason("TRAINING_DEFERRED", "KEEP", "The mentor's training is deferred.")

RULE = Rule(
    id="DATA-2b",
    sentence="Of the mentor's provider-led training that has begun, the latest is deferred, whether "
    "or not it has a last day. Not asked where there is a current or future mentorship.",
    sources=(
        Source("RECT", "app/models/training_period.rb, status", Standing.RUN),
        Source("OURS", "training is paused by TRAIN-6", Standing.OURS),
    ),
    role=Role.DECIDES,
    precedence=21,
    reasons=(TRAINING_DEFERRED,),
)

PAUSED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Met from the London day of the deferral until training begins again."""
    if going(facts.mentorships, on):
        return NOT_APPLICABLE
    training = _begun(facts, on)
    paused = training is not None and interruption(training, on) == "DEFERRED"
    return PAUSED if paused else NOT_MET


def _begun(facts: MentorFacts, on: date) -> TrainingPeriod | None:
    return latest(t for t in provider_led(facts.training) if t.started_on <= on)


def reads(facts: MentorFacts, on: date) -> Facts:
    """The latest training that has begun."""
    training = _begun(facts, on)
    return () if training is None else ((training, "started_on", "withdrawn_at", "deferred_at"),)
