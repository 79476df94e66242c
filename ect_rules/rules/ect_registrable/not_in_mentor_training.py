"""EFUND-7: one training is funded at a time."""

from datetime import date

from ect_rules.dated import covers
from ect_rules.facts import EctCandidate, TrainingPeriod
from ect_rules.rule import (
    MET,
    Actor,
    Facts,
    Finding,
    NextAction,
    Reason,
    Role,
    Rule,
    Source,
    Verdict,
)
from ect_rules.training import interruption, provider_led

IN_MENTOR_TRAINING = Reason(
    "IN_MENTOR_TRAINING", "NOT_REGISTRABLE", "The teacher is in training as a mentor."
)
END_MENTOR_TRAINING = NextAction(
    "END_MENTOR_TRAINING", Actor.LEAD_PROVIDER, "Withdraw the teacher from mentor training."
)

RULE = Rule(
    id="EFUND-7",
    sentence="The teacher is not in training as a mentor: no funding is paid for both at one time.",
    sources=(Source("ECF1", "service rules, school admins: one training at a time"),),
    role=Role.BARS,
    precedence=150,
    reasons=(IN_MENTOR_TRAINING,),
    actions=(END_MENTOR_TRAINING,),
    contract_periods=(None, 2024),
    other_reading="RECT does not ask this.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: EctCandidate, on: date) -> Finding:
    """Not met while training runs and is neither withdrawn nor deferred."""
    return BARRED if _running(facts, on) else MET


def _running(facts: EctCandidate, on: date) -> list[TrainingPeriod]:
    led = provider_led(facts.mentor_training)
    return [t for t in led if covers(t, on) and interruption(t, on) is None]


def reads(facts: EctCandidate, on: date) -> Facts:
    """Training as a mentor that runs."""
    return tuple((t, "started_on", "finished_on") for t in _running(facts, on))
