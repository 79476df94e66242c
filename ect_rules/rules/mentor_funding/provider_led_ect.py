"""FUND-8: a mentor is trained by the provider that trains the ECT."""

from datetime import date

from ect_rules.facts import MentorFacts
from ect_rules.rule import (
    CANNOT_TELL,
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
from ect_rules.training import counting, provider_led_during, reads_of_training

NO_PROVIDER_LED_ECT = Reason(
    "NO_PROVIDER_LED_ECT", "NOT_ELIGIBLE", "No ECT had provider-led training while being mentored."
)
CHOOSE_PROVIDER = NextAction("CHOOSE_PROVIDER", Actor.SCHOOL, "Choose a lead provider for an ECT.")

RULE = Rule(
    id="FUND-8",
    sentence="One of the mentorships that have begun (where none has, of those to come) is with an "
    "ECT whose provider-led training shares a day with it. An expression of interest is enough.",
    sources=(
        Source("RECT", "app/services/assignment/eligibility.rb", Standing.RUN),
        Source("ECF1", "service rules, Add a mentor"),
    ),
    role=Role.BARS,
    precedence=80,
    reasons=(NO_PROVIDER_LED_ECT,),
    actions=(CHOOSE_PROVIDER,),
    other_reading="Some mentors of school-led ECTs are trained in life; RECT trains none (AMB-11).",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Cannot tell where no such training is known and an ECT's training has not been told."""
    finding = NOT_APPLICABLE
    for link in counting(facts.mentorships, on):
        led = provider_led_during(link.ect_training, link)
        if led:
            return MET
        finding = CANNOT_TELL if led is None or finding is CANNOT_TELL else BARRED
    return finding


def reads(facts: MentorFacts, on: date) -> Facts:
    """The mentorships that count, and the training of their ECTs."""
    links = counting(facts.mentorships, on)
    return (*((m.period, "started_on", "finished_on") for m in links), *reads_of_training(links))
