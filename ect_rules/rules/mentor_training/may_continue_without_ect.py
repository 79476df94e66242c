"""TRAIN-4: training that has begun may go on without an ECT."""

from datetime import date

from ect_rules.completion import is_lost, reads_of_loss
from ect_rules.dated import covers, ended
from ect_rules.facts import MentorFacts
from ect_rules.rule import NOT_MET, Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict
from ect_rules.training import interruption, latest, provider_led, reads_of_latest

MAY_CONTINUE_WITHOUT_ECT = Reason(
    "MAY_CONTINUE_WITHOUT_ECT",
    "ELIGIBLE",
    "The mentor has no ECT now, and may go on with the training that has begun.",
)

RULE = Rule(
    id="TRAIN-4",
    sentence="Training is under way and there is no current or future mentorship.",
    sources=(
        Source("GOV", "ECTPM: training may go on if the ECT moves or withdraws", Standing.PAGE),
        Source("ECF1", "service rules"),
        Source("ISSUE-620", "may continue", Standing.SECOND_HAND),
    ),
    role=Role.OTHERWISE,
    precedence=40,
    reasons=(MAY_CONTINUE_WITHOUT_ECT,),
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Met where the state is IN_TRAINING (TRAIN-5) and every mentorship has ended."""
    training = None if is_lost(facts) else latest(provider_led(facts.training))
    under_way = training is not None and covers(training, on) and interruption(training, on) is None
    if under_way and all(ended(link, on) for link in facts.mentorships):
        return DECIDED
    return NOT_MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """The loss of funding, the latest training, and when each mentorship ends."""
    ends = ((link.period, "finished_on") for link in facts.mentorships)
    return (*reads_of_loss(facts), *reads_of_latest(facts.training), *ends)
