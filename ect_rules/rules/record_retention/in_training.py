"""DATA-2: training that runs needs the record, with or without an ECT."""

from datetime import date

from ect_rules.dated import covers
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

IN_TRAINING = Reason("IN_TRAINING", "KEEP", "The mentor is in training.")

RULE = Rule(
    id="DATA-2a",
    sentence="Of the mentor's provider-led training that has begun, the latest covers the day and "
    "is neither withdrawn nor deferred. Not asked where there is a current or future mentorship.",
    sources=(
        Source("GOV", "ECTPM: training may go on if the ECT moves or withdraws", Standing.PAGE),
        Source("OURS", "training runs by DATE-1 and TRAIN-6", Standing.OURS),
    ),
    role=Role.DECIDES,
    precedence=20,
    reasons=(IN_TRAINING,),
    covers=("DATA-2",),
    other_reading="Training that is yet to begin could be a use as well. It does not run, and it "
    "begins with an assignment only, which is one (DATA-1).",
)

RUNS = Finding(Verdict.MET, RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Met from the first day of training to its last, or to the day before it is interrupted."""
    if going(facts.mentorships, on):
        return NOT_APPLICABLE
    training = _begun(facts, on)
    runs = training is not None and covers(training, on) and interruption(training, on) is None
    return RUNS if runs else NOT_MET


def _begun(facts: MentorFacts, on: date) -> TrainingPeriod | None:
    return latest(t for t in provider_led(facts.training) if t.started_on <= on)


def reads(facts: MentorFacts, on: date) -> Facts:
    """The latest training that has begun."""
    fields = ("started_on", "finished_on", "withdrawn_at", "deferred_at")
    training = _begun(facts, on)
    return () if training is None else ((training, *fields),)
