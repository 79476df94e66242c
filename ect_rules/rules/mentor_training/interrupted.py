"""TRAIN-6: deferring or withdrawing takes no eligibility away."""

from datetime import date

from ect_rules.facts import MentorFacts
from ect_rules.rule import NOT_APPLICABLE, Finding, Role, Rule, Source, Standing, Verdict
from ect_rules.training import interruption, latest, provider_led

RULE = Rule(
    id="TRAIN-6",
    sentence="The mentor's latest training is deferred or withdrawn and not completed: still "
    "eligible. With both, the later instant names the state, and a tie is deferred.",
    sources=(Source("RECT", "app/models/training_period.rb, status", Standing.RUN),),
    role=Role.STATES,
    precedence=60,
)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Met from the London day of the withdrawal or deferral. Not a question once funding is lost."""
    training = latest(provider_led(facts.training))
    teacher = facts.teacher
    lost = teacher is None or teacher.mentor_became_ineligible_for_funding_reason is not None
    if training is None or lost:
        return NOT_APPLICABLE
    used = ((training, "withdrawn_at", "deferred_at"),)
    if interruption(training, on) is None:
        return Finding(Verdict.NOT_MET, facts=used)
    return Finding(Verdict.MET, facts=used)
