"""TRAIN-5: where the mentor's training stands."""

from datetime import date

from ect_rules.completion import NOT_COMPLETED, reads_of_loss
from ect_rules.dated import ended
from ect_rules.facts import MentorFacts
from ect_rules.rule import NOT_APPLICABLE, Facts, Finding, Role, Rule, Source, Standing, Verdict
from ect_rules.training import interruption, latest, provider_led, reads_of_latest

RULE = Rule(
    id="TRAIN-5",
    sentence="With a loss of funding recorded the state is STARTED_NOT_COMPLETED (FUND-2c) or else "
    "COMPLETED. Otherwise the mentor's latest-starting training gives it: WITHDRAWN or DEFERRED "
    "(TRAIN-6), NOT_STARTED before its first day, IN_TRAINING on its days, FINISHED after its "
    "last. Without training it is NOT_STARTED.",
    sources=(
        Source("RECT", "app/models/training_period.rb, status", Standing.RUN),
        Source("OURS", "a withdrawal or deferral counts from its day in London", Standing.OURS),
    ),
    role=Role.STATES,
    precedence=50,
    other_reading="RECT's status ignores the day of a withdrawal or deferral.",
)

STATES = {
    state: Finding(Verdict.MET, details=(("state", state),))
    for state in (
        "NOT_STARTED",
        "IN_TRAINING",
        "DEFERRED",
        "WITHDRAWN",
        "FINISHED",
        "COMPLETED",
        "STARTED_NOT_COMPLETED",
    )
}


def decide(facts: MentorFacts, on: date) -> Finding:
    """Always met for a known teacher; `details` holds `state`."""
    if facts.teacher is None:
        return NOT_APPLICABLE
    if facts.lost is not None:
        abandoned = facts.lost.reason is NOT_COMPLETED
        return STATES["STARTED_NOT_COMPLETED" if abandoned else "COMPLETED"]
    training = latest(provider_led(facts.training))
    if training is None:
        return STATES["NOT_STARTED"]
    if training.started_on > on:
        running = "NOT_STARTED"
    else:
        running = "FINISHED" if ended(training, on) else "IN_TRAINING"
    return STATES[interruption(training, on) or running]


def reads(facts: MentorFacts, on: date) -> Facts:
    """The loss of funding, and the latest training."""
    return (*reads_of_loss(facts), *reads_of_latest(facts.training))
