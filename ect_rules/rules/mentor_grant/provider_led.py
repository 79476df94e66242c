"""The grant is for training led by a provider, in the academic year."""

from datetime import date

from ect_rules.academic import academic_year_of, began, days_of, settled, trained_in
from ect_rules.facts import MentorFacts
from ect_rules.rule import (
    MET,
    NOT_APPLICABLE,
    Actor,
    Facts,
    Finding,
    NextAction,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

TRAINING_NOT_STARTED = Reason(
    "TRAINING_NOT_STARTED", "NOT_YET_DUE", "No training of the mentor is recorded."
)
NO_PROVIDER_LED_TRAINING = Reason(
    "NO_PROVIDER_LED_TRAINING", "NOT_DUE", "The mentor's training is not led by a provider."
)
NO_TRAINING_IN_ACADEMIC_YEAR = Reason(
    "NO_TRAINING_IN_ACADEMIC_YEAR", "NOT_DUE", "No training of the mentor is in the academic year."
)
START_TRAINING = NextAction("START_TRAINING", Actor.LEAD_PROVIDER, "Start the mentor's training.")

RULE = Rule(
    id="GRANT-training",
    sentence="The mentor has provider-led training on some day of the academic year.",
    sources=(Source("GOV", "backfill payments; ECTPM funding conditions", Standing.PAGE),),
    role=Role.BARS,
    precedence=40,
    reasons=(TRAINING_NOT_STARTED, NO_PROVIDER_LED_TRAINING, NO_TRAINING_IN_ACADEMIC_YEAR),
    actions=(START_TRAINING,),
)

NONE_YET = Finding(Verdict.NOT_MET, (TRAINING_NOT_STARTED,), RULE.actions)
SCHOOL_LED = Finding(Verdict.NOT_MET, (NO_PROVIDER_LED_TRAINING,))
NOT_IN_YEAR = Finding(Verdict.NOT_MET, (NO_TRAINING_IN_ACADEMIC_YEAR,))


def decide(facts: MentorFacts, on: date) -> Finding:
    """Withdrawal and deferral end training; training that begins later in the year is in it."""
    if not settled(on):
        return NOT_APPLICABLE
    if began(facts) is None:
        return SCHOOL_LED if facts.training else NONE_YET
    return MET if trained_in(facts.training, days_of(academic_year_of(on)), on) else NOT_IN_YEAR


def reads(facts: MentorFacts, on: date) -> Facts:
    """The mentor's training."""
    fields = ("training_programme", "started_on", "finished_on", "withdrawn_at", "deferred_at")
    return tuple((t, *fields) for t in facts.training)
